import { aheadEn } from "./ahead-en.ts";
import { count } from "./count.ts";
import type { Messages } from "./messages.ts";
import { otherServiceEn, servicesEn } from "./services-en.ts";

const units: Readonly<Record<string, readonly [one: string, many: string]>> = {
  months: ["month", "months"],
  month: ["month", "months"],
  years: ["year", "years"],
  year: ["year", "years"],
  days: ["day", "days"],
  day: ["day", "days"],
  people: ["person", "people"],
  persons: ["person", "people"],
  yuan: ["yuan", "yuan"],
  "square-metres": ["square metre", "square metres"],
  mu: ["mu", "mu"],
};

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const isoDay = /\b\d{4}-\d{2}-\d{2}\b/g;

const day = (iso: string) => {
  const [year, month = 1, date] = iso.split("-").map(Number);
  return `${date} ${months[month - 1]} ${year}`;
};

const list = (items: readonly string[]) =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

export const en: Messages = {
  name: "Luohu",
  title: "Where can I register?",
  otherLanguage: "中文",
  my: "My record",
  textSize: (size) =>
    ({
      normal: "Text size: standard. Press for larger text",
      large: "Text size: large. Press for even larger text",
      larger: "Text size: very large. Press for standard text",
    })[size],
  textSizeShort: "Text size",
  skipToContent: "Skip to the content",
  back: "Back",
  goOn: "Continue",
  footer:
    "What you read here is advice, not a decision. A named officer of the authority in charge decides, and gives the reasons and how to contest them.",
  list,
  sentences: (items) => items.join("; "),
  day,
  days: (text) => text.replace(isoDay, day),
  unit: (unit, n) => units[unit]?.[n === 1 ? 0 : 1] ?? unit,
  labelled: (label, value) => `${label}: ${value}`,
  clause: (clause) => clause,

  welcome: {
    lead: "Answer a few questions about household registration, residence permits or a child’s exams, and see what is open to you: under which clause, from what day, with which of your family, and with what papers.",
    points: {
      advice: {
        title: "Advice, not a decision",
        note: "A named officer decides in the end. If the answer is no, you get the reasons in writing and can have it reviewed.",
      },
      device: {
        title: "Nothing you type leaves this device",
        note: "Everything is worked out on your own phone or computer. Nothing is uploaded; there is no account.",
      },
      time: {
        title: "Only what matters is asked",
        note: "Two or three minutes for most people. You can say “I don’t know”, and look at the answer whenever you like.",
      },
    },
    start: "Start",
    resume: "Continue where you left off",
    basis: "The texts it goes by",
    basisItem: (title, from) => `${title} (in force since ${day(from)})`,
  },
  services: servicesEn,
  otherService: otherServiceEn,
  service: {
    title: "What do you want to know?",
    hint: "Choose one. You can change it later and need not say anything twice.",
  },
  place: {
    hint: "Choose the prefecture, then the county or city. Or search for it.",
    search: "Search for a county, city or district",
    searchHint: "For example Kashgar, or its Chinese name or pinyin",
    found: (n) => `${n} found`,
    none: "Nothing found. Try another spelling, or choose from the prefectures below.",
    prefectures: "Choose by prefecture",
    counties: (n) => count(n, "county, city or district", "counties, cities and districts"),
    direct: "Cities directly under the region",
    inPrefecture: (prefecture) => prefecture,
    countyTitle: "Which county, city or district?",
    otherPrefecture: "Another prefecture",
    madeUp: {
      title: "A made-up place",
      note: "Not a real one. The district’s plan is a model that names no place, so a made-up district shows how it works.",
    },
    change: {
      title: "Another place means new questions",
      text: "Many questions are about that place. If you change the county, your answers to them are cleared; what is true anywhere and your family stay as you gave them.",
      yes: "Change the place",
      no: "Keep it",
    },
  },
  kindNotes: {
    city: "The urban area of a city with districts, run by a subdistrict office",
    "county-city": "The urban area of a county-level city, run by a subdistrict office",
    "county-seat": "The town where the county government sits",
    town: "Any other established town of the county",
    village: "The countryside, with a villagers’ committee",
    "corps-city": "The urban area of a city of the construction corps",
    township: "Where a township government sits",
    "district-seat": "Where the district government is, as far as it is planned as urban",
    "town-community": "The central community where a town government is",
  },
  family: {
    title: "Who would move with you?",
    hint: "Choose as many as you like, or go on if it is only you.",
    together: (relation) => `${relation}: living with you now?`,
    yes: "Lives with me",
    no: "Lives elsewhere",
    unsure: "I don’t know",
    alone: "Only me",
    name: "Name (optional)",
    why: "Why we ask",
    whyText:
      "Most clauses let family who live with you register together with you. This only tells who can come along; it does not change your own answer.",
  },
  question: {
    number: (n) => `Question ${n}`,
    about: (more) => `about ${more} more after this`,
    perhapsLast: "most likely the answer comes after this",
    last: "the last one",
    yes: "Yes",
    no: "No",
    unsure: "I don’t know",
    unsureNote: "That is fine: it is never taken as a no",
    notYet: "Not yet",
    why: "Why we ask",
    proves: "Papers that can prove it",
    toAnswer: "See the answer so far",
    date: { words: { year: "Year", month: "Month", day: "Day" }, order: ["day", "month", "year"] },
    dateHint: "For example 1 9 2024",
    numberLabel: "A number",
    dateFaults: {
      empty: "Give the day, month and year. If you do not remember, choose “I don’t know”.",
      incomplete: "The date is not complete: give the day, the month and the year.",
      "not-a-number": "Use numbers only, for example 1, 9 and 2024.",
      "no-such-day": "There is no such day in the calendar. Check the day, month and year.",
      "too-early": "That year is too early. Give four digits, 1900 or later.",
      "in-future": "That day has not come yet. Give today or an earlier day.",
    },
    numberFaults: (fault, min, max) =>
      ({
        empty: "Give a number. If you do not remember, choose “I don’t know”.",
        "not-a-number": "Use a number only, for example 12.",
        "too-small": `The smallest number here is ${min}.`,
        "too-big": `The largest number here is ${max}. Check for a digit too many.`,
      })[fault],
    chooseCounty: "Choose a county, city or district",
    choosePrefecture: "Choose a prefecture",
    chooseFault: "Choose one first. If you do not know, choose “I don’t know”.",
  },
  said: {
    title: "What you told us",
    count: (n) => `What you told us (${n})`,
    service: "What you want to know",
    place: "Place",
    family: "Family coming with you",
    records: "Other records of the file",
    recordsHeld: (n) => `${n}, counted as they are`,
    alone: "Only you",
    apart: (relation) => `${relation} (lives elsewhere)`,
    edit: "Change",
    editWhat: (what) => `Change: ${what}`,
    unsure: "I don’t know",
    empty: "No questions answered yet.",
  },
  kept: {
    text: "What you type is kept in this tab of this browser only, and is gone when you close it.",
    erase: "Erase it now",
    lost: "What was kept from last time could not be read and has been erased. Please start again; we are sorry for the trouble.",
  },
  erase: {
    title: "Erase everything?",
    text: "All you have typed is removed from this device. This cannot be undone.",
    yes: "Erase",
    no: "Keep it",
  },
  answer: {
    outcome: {
      granted: "Yes",
      refused: "Not as things stand",
      unknown: "Not known yet",
      refer: "Someone else decides",
    },
    announce: (headline) => `The answer: ${headline}`,
    byText: {
      granted: (clauses) =>
        clauses === 1
          ? "From what you told us, this clause is met, and one is enough."
          : "From what you told us, these clauses are met. One alone would be enough.",
      refused: () =>
        "From what you told us, no clause is met yet. Below is what stands in the way.",
      unknown: () => "Some things are still open. What is open is never taken as a no.",
      refer: () =>
        "The clauses do not settle this by themselves; the authority below looks at your case.",
    },
    asOf: (on) => `By the texts in force on ${on}`,
    advice: "Advice, not a decision",
    openQuestions: (n) => `About ${count(n, "more question", "more questions")} would settle it`,
    supposed: (place, said) =>
      `This is a supposition: what you said about ${said} is taken to be so in ${place} too.`,
    supposedBack: (said) => `Back to ${said}`,
    continue: "Go on answering",
    covers: {
      title: "Who can come with you",
      covered: "can register with you",
      notCovered: "not covered by these clauses",
      unknown: "depends on whether you live together",
      self: "You",
      none: "These clauses cover only you.",
      could: (relations) => `These clauses can also cover: ${relations}.`,
    },
    papers: {
      title: "Papers to bring",
      hint: "Where several papers prove the same thing, one is enough. The counter tells you everything that is missing in one go.",
      from: (office) => `issued by: ${office}`,
      yours: "you prepare it",
      none: "These clauses ask for no further papers. Bring your identity card and household booklet.",
    },
    authority: {
      title: "Who decides",
      text: (authority) => `Ask there about the rules in force, and apply there: ${authority}.`,
      unnamed:
        "Explain your case at the counter in charge of it there, and ask for an answer in writing.",
      why: {
        title: "Why it cannot be worked out here",
        clause: "The clause itself leaves such a case to an authority.",
        differ: (above, own) =>
          `The texts differ: ${above} has a clause that is met, and the place’s own ${own} does not say so or asks for more. Where texts differ nothing is chosen for you here; ask the authority.`,
        notHeld: (texts) =>
          `${texts} count there too. We do not hold them and cannot say no in their name.`,
      },
    },
    missing: {
      title: "What is still open",
      unmetTitle: "What stands in the way",
      unmetHint:
        "If one of these changes, a clause may be met. You need not meet them all: one clause is enough.",
      hint: "Settling some of these is often enough for an answer.",
      answerNow: "Answer it now",
      unsure: "You said you don’t know",
      proof: (papers) => `Proved by: ${papers}`,
      more: (n) => `${n} more`,
    },
    why: {
      title: "Why this is the answer",
      hint: "Open a clause to see what it asks for and how it fits what you told us.",
      granted: "Met",
      refer: "For an authority to decide",
      unknown: (n) => `Still open (${n})`,
      refused: (n) => `Not met (${n})`,
      noGround: "No clause speaks about this place.",
    },
    ground: { granted: "Met", refused: "Not met", unknown: "Open", refer: "Authority decides" },
    from: (on) => `from ${on}`,
    until: (on) => `until ${on}`,
    steps: "Step by step",
    tree: { all: "All of these", any: "Any one of these", not: "None of these" },
    truth: { true: "met", false: "not met", unknown: "not known" },
    notStated: "not stated yet",
    youUnsure: "you don’t know",
    youSaid: "you said so",
    readings: {
      title: "Where the text can be read in more than one way",
      about: "The question",
      taken: "How it is read here",
      alternatives: "Another reading",
      why: "Reason",
    },
    texts: {
      title: "The texts it goes by",
      inForce: (from) => `in force since ${from}`,
      until: (on) => `until ${on}`,
      issued: (on) => `issued ${on}`,
      notHeld: "We do not hold this text yet: ask the authority for it",
      says: "For you",
      absent: (n) => `${count(n, "text", "texts")} above it that we do not hold`,
      silent: (n) =>
        `${count(n, "more text counts", "more texts count")} there and say nothing about this`,
      only: {
        title: "By which text",
        hint: "Unless you choose one, the texts in force there count together.",
        all: "All texts together",
      },
    },
    remedy: {
      title: "If you do not agree",
      police:
        "You can apply whatever is said here. Hand in your papers at the police station and ask for an answer in writing; against that answer you can ask for administrative reconsideration or go to court.",
      other:
        "You can apply whatever is said here. Hand in your papers at the department in charge and ask for an answer in writing; against that answer you can ask for administrative reconsideration or go to court.",
    },
    print: "Print this page",
    again: "Start again",
    printed: (on) => `Printed on ${on}`,
    printMore: (n) => `${n} more: see the page.`,
  },
  ...aheadEn,
  trouble: {
    title: "Something went wrong on this page",
    text: "What you typed has not left this device. Go back and try again, or erase it and start afresh.",
    restart: "Erase and start again",
    details: "For technical staff",
    load: "The policy texts could not be loaded. Check the connection and reload the page.",
  },
};
