import { casesEn } from "./cases/texts-en.ts";
import { challengesEn } from "./challenges/texts-en.ts";
import { exchangeEn } from "./exchange/texts-en.ts";
import { requestsEn } from "./requests/texts-en.ts";
import type { ConsoleTexts } from "./texts.ts";

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

const day = (iso: string) => {
  const [year, month = 1, date] = iso.split("-").map(Number);
  return `${date} ${months[month - 1]} ${year}`;
};

const clock = new Intl.DateTimeFormat("en-GB", {
  dateStyle: "medium",
  timeStyle: "medium",
  hourCycle: "h23",
  timeZone: "Asia/Shanghai",
});

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const consoleEn: ConsoleTexts = {
  title: "Oversight and rules",
  menu: {
    cases: "Cases",
    exchange: "Exchange",
    chains: "Chains",
    challenges: "Objections",
    requests: "Requests",
    looks: "Look-ups",
    erasure: "Erasure",
    start: "Start",
  },
  day,
  moment: (instant) => clock.format(new Date(instant)),
  number: (n) => n.toLocaleString("en-GB"),
  place: (name, code) => (name === null ? code : `${name} (${code})`),
  list: (items) => items.join(", "),
  chains: {
    title: "Chains of the register",
    lead: "Every entry of a county is locked to the one before it, and signed from time to time with a key outside the database. Whoever changes one is found out, entry by entry.",
    columns: {
      county: "County",
      events: "Events",
      head: "Head",
      checkpoint: "Newest signature",
      tail: "Not signed yet",
      verified: "Last verified",
    },
    checkpoint: (seq, at) => `event ${seq}, ${at}`,
    key: (key) => `key ${key}`,
    noCheckpoint: "never signed yet",
    tail: (n) => (n === 0 ? "none" : count(n, "event", "events")),
    tailNote:
      "Events after the newest signature are protected by the next one. Until then a change to them shows only where it breaks the chain.",
    never: "never yet",
    verifiedClean: (at) => `${at}, nothing wrong`,
    verifiedFaults: (at, n) => `${at}, ${count(n, "fault", "faults")}`,
    empty: "No county has any event yet.",
    verifyAll: "Verify every county",
    verify: "Verify",
    verifyOne: (place) => `Verify ${place}`,
    running: (done, total) => `Verifying: ${done} of ${total} events`,
    failed:
      "Verification did not finish. The register has not changed. Try again; if it still fails, technical staff should look at the server’s log.",
    clean: (chains, events) =>
      `All is well: ${count(chains, "county", "counties")}, ${events} events, each as it was written.`,
    cleanNote:
      "Every event agrees with its signature, with its neighbours, and with the register of today.",
    found: (n) => `${count(n, "fault", "faults")} found`,
    foundNote: "They are listed by county. Every event not listed is as it was written.",
    event: (seq) => `Event ${seq}`,
    row: (table, key) => (key === "" ? table : `${table} (key ${key})`),
    tables: {
      person: "A person’s record",
      household: "A household",
      dwelling: "A dwelling",
      residence: "A household’s address",
      membership: "A place in a household",
      registration: "A stretch of registration",
      identity_number: "An ID number",
      withholding: "A withheld booklet",
      booklet: "A booklet’s issue",
      event_person: "The index of events by person",
      event_household: "The index of events by household",
    },
    whole: "The chain as a whole",
    more: (n) => `${n} more are not listed.`,
    means: "This means",
    todo: "What to do now",
    details: "Technical details",
    onlyAuditor: "Only auditors can start a verification.",
  },
  faults: {
    "event-rewritten": {
      what: "is not what was signed",
      means:
        "It was rewritten after it had been signed. The program itself cannot do that; only somebody with direct access to the database can.",
      todo: "tampered",
    },
    "event-removed": {
      what: "was removed",
      means: "The signature knows it, the database no longer does.",
      todo: "tampered",
    },
    "event-inserted": {
      what: "was slipped in later",
      means:
        "It was not there when the signature was made; it did not come by way of the register.",
      todo: "tampered",
    },
    "event-moved": {
      what: "stands in another place",
      means: "The event itself is unchanged, but its order is not the one that was signed.",
      todo: "tampered",
    },
    "hashes-recomputed": {
      what: "and those after it carry recomputed hashes",
      means:
        "Somebody changed an earlier event and computed the chain anew to hide it. The signatures still tell the original.",
      todo: "tampered",
    },
    "link-broken": {
      what: "does not hold on to the one before",
      means: "The chain is broken here: this event or the one before it was changed.",
      todo: "tampered",
    },
    "event-missing": {
      what: "is not there",
      means: "Numbers have no gaps; where one is missing, an event was deleted.",
      todo: "tampered",
    },
    "head-differs": {
      what: "is not what the head of the chain says",
      means: "The latest events were deleted or changed, or the head itself was.",
      todo: "tampered",
    },
    "payload-changed": {
      what: "has other content than was written",
      means: "The content does not fit the digest that was kept of it: it was changed directly.",
      todo: "tampered",
    },
    "payload-missing": {
      what: "has lost its content",
      means: "Its content is gone although no lawful erasure removed it.",
      todo: "tampered",
    },
    "payload-inserted": {
      what: "has content that no event speaks of",
      means: "There is a content without an event.",
      todo: "tampered",
    },
    "payload-kept": {
      what: "still has content that was to be erased",
      means: "It was lawfully erased, but the content was not really removed.",
      todo: "erase",
    },
    "payload-unreadable": {
      what: "has content that cannot be read",
      means: "It is damaged, or was written by a program that this version does not know.",
      todo: "tampered",
    },
    "column-differs": {
      what: "contradicts itself",
      means: "Who did it, when or on what ground was changed directly.",
      todo: "tampered",
    },
    "checkpoint-missing": {
      what: "lacks a signature",
      means: "The file beside the key knows this signature, the database does not.",
      todo: "signature",
    },
    "checkpoint-gap": {
      what: "begins a gap between signatures",
      means: "A stretch of events is protected by no signature.",
      todo: "signature",
    },
    "stretch-differs": {
      what: "begins a stretch that is not what was signed",
      means: "Something in this stretch was changed; the signature tells only the stretch.",
      todo: "tampered",
    },
    "checkpoint-changed": {
      what: "has a changed signature",
      means: "The signature does not fit what it signs.",
      todo: "signature",
    },
    "checkpoint-unknown-key": {
      what: "is signed with a key that nobody vouches for",
      means: "The key folder does not have this key, so nothing speaks for it.",
      todo: "signature",
    },
    "key-differs": {
      what: "is signed with a public key that differs from the file",
      means: "The public key in the database was exchanged.",
      todo: "signature",
    },
    "row-changed": {
      what: "does not agree with the register of today",
      means:
        "The events say one thing and the table of today another: one of the two was changed directly.",
      todo: "rebuild",
    },
    "row-missing": {
      what: "leads to an entry that is missing today",
      means: "What the events say is missing from the register of today.",
      todo: "rebuild",
    },
    "row-inserted": {
      what: "does not lead to an entry that is there today",
      means: "The register of today has an entry that no event explains.",
      todo: "rebuild",
    },
    "rule-broken": {
      what: "breaks a rule of the register",
      means: "For example: somebody in two households at once, or two heads in one.",
      todo: "rebuild",
    },
  },
  otherFault: {
    what: "has a fault",
    means: "This version of the page does not know this kind of fault.",
    todo: "tampered",
  },
  todos: {
    wait: "Settle the faults of events above first. Until then do not run luohu rebuild: it would make the register of today from events that were changed.",
    tampered:
      "Stop registration work for this county and keep the database as it is. Set up a second one from the latest backup (luohu restore) and look up the original under this number. Find out who can reach the database directly. The people concerned have to be told.",
    signature:
      "Check whether the key folder and the file of heads in it were touched. When that is settled, sign anew and verify again.",
    rebuild:
      "All events that were verified can be trusted. Stop registration work, run luohu rebuild to make the register of today from them, and verify again. Find out who changed the tables directly.",
    erase: "Ask the data-protection officer to carry out this erasure again, then verify again.",
  },
  filter: {
    title: "Filter",
    county: "County",
    allCounties: "Every county",
    from: "From",
    until: "Until",
    apply: "Filter",
    clear: "Clear",
    wrongDays: "“From” must not be later than “until”.",
    more: "Show more",
  },
  requests: requestsEn,
  cases: casesEn,
  exchange: exchangeEn,
  challenges: challengesEn,
  looks: {
    title: "Look-ups",
    lead: "Each time staff look at a resident’s record, there is a line here. Those looked at appear by internal key only, never by name.",
    purpose: "Purpose",
    allPurposes: "Every purpose",
    role: "Role",
    allRoles: "Every role",
    columns: { at: "When", who: "Who", purpose: "Why", what: "What was seen", people: "Of whom" },
    counts: "By purpose",
    total: (n) => `${n} in all`,
    share: (n) => n,
    people: (keys) =>
      keys.length === 0
        ? "nobody was found"
        : `${count(keys.length, "person", "people")}: ${keys.join(", ")}`,
    manyPeople: (n) => count(n, "person", "people"),
    reference: (reference) => `number ${reference}`,
    empty: "No look-up fits.",
    kinds: {
      search: "results of a search",
      person: "a person’s record",
      household: "a household",
      booklet: "a booklet",
      act: "work on an entry",
      case: "an application",
    },
    purposes: {
      application: "the person’s own application",
      "family-application": "a family member’s application",
      correction: "checking and correcting an entry",
      "registry-check": "checking the register",
      "certificate-request": "a certificate the person asked for",
      "booklet-request": "a booklet the person asked for",
      "court-order": "carrying out a court’s ruling",
      "emergency-aid": "help in an emergency",
      review: "review before approval",
      audit: "audit",
      "data-protection": "a check of data protection",
    },
  },
  erasure: {
    title: "Lawful erasure",
    lead: "Somebody who is not registered here any more, having moved away or died, may lawfully have their content erased. The content goes; what happened, and the chain, stay whole. A second person has to approve.",
    county: "County",
    person: "Internal key",
    personHint: "Digits only, for example 1024. It stands in the request or among the look-ups.",
    basis: "Basis",
    bases: {
      "PIPL art. 47": "Personal Information Protection Law art. 47: the person’s own request",
      "PIPL art. 49": "Personal Information Protection Law art. 49: relatives of the dead",
    },
    paper: "Request or decision",
    paperHint: "What the paper is, for example the person’s written request",
    signer: "Signed by",
    signerHint: "Name of who asks for it",
    signed: "Signed on",
    check: "See what would go",
    back: "Change it",
    preview: "What becomes of it",
    goes: "This goes",
    stays: "This stays",
    goesText:
      "Name, former names, sex, date and place of birth, ID number, marital status, education, parents; in each entry the numbers and issuers of papers, the person’s own signatures, and remarks.",
    staysText:
      "The internal key; on which day what kind of entry was made in which county and household, under which clause and on what kinds of paper; who made and approved it; the hashes of the chain.",
    name: "The record to be erased",
    refused: "It cannot be erased now",
    propose: "Propose to a second person",
    proposed: "Proposed, waiting for approval",
    proposedText: "Nothing changes before it is approved, by somebody else.",
    another: "Propose another",
    required: "Please fill this in",
    wrongNumber: "Give a key, in digits only.",
    remarks: {
      "person-unknown": "There is no such key.",
      "still-registered": "This person is registered now and cannot be erased.",
      erased: "The content was erased before.",
      "paper-missing": "A request or a decision is needed.",
      unsigned: "A signature of who asks for it is needed.",
      "future-day": "The day must not be later than today.",
      "before-last-change": "The day must not be before the latest entry.",
      "signed-later": "It must not be signed later than the act.",
    },
  },
  proposals: {
    title: "Erasures that wait for approval",
    empty: "No erasure waits for approval.",
    by: (name, at) => `proposed by ${name}, ${at}`,
    person: (key) => `internal key ${key}`,
    states: {
      waiting: "waiting",
      approved: "approved",
      rejected: "declined",
      withdrawn: "withdrawn",
    },
  },
  start: {
    title: "Drafting rules",
    lead: "Rules are data, each with its source, and can be tried out.",
    now: "There already",
    later: "To come",
    laterText: [
      "Draft rules: write, check, compare, approve, publish",
      "What a change does: who gains, who loses, how many",
      "Conflicts with higher law, found by themselves",
    ],
    questions: {
      title: "The question page",
      note: "What residents see: a few questions, then where they can register and by which clause.",
    },
    api: {
      title: "The API",
      note: "Rules, questions and decisions over HTTP, with every ground.",
    },
    coverage: {
      title: "Coverage of the texts",
      note: "Which rule stands for each sentence of the two documents. On the command line:",
      command: "luohu coverage",
    },
  },
};
