import type { RequestTexts } from "./texts.ts";

const count = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;

export const requestsEn: RequestTexts = {
  title: "What your department was asked",
  lead: "For an application, your department is asked for what the rules can read and nothing else. Each time stands here: for which case, by which clause, which items, and what came of it. Whom it was about is not shown here; the person sees every one of them.",
  state: "Outcome",
  allStates: "Every outcome",
  states: {
    waiting: "Waiting",
    answered: "Answered",
    refused: "Refused",
    unreachable: "Not reached",
    "called-off": "Called off",
  },
  counts: "By outcome",
  total: (n) => `${n} in all`,
  times: (n) => n,
  empty: "No request fits.",
  columns: {
    asked: "When",
    why: "Why, and by which clause",
    what: "Which items",
    outcome: "Outcome",
  },
  case: (reference) => `case ${reference}`,
  basis: (clauses) => `Basis: ${clauses}`,
  fields: (kind, fields) => `${kind}: ${fields}`,
  length: (milliseconds) => {
    const seconds = Math.round(milliseconds / 1000);
    if (seconds < 1) return "less than a second";
    if (seconds < 60) return count(seconds, "second");
    if (seconds < 3600) return count(Math.round(seconds / 60), "minute");
    if (seconds < 86_400) return count(Math.round(seconds / 3600), "hour");
    return count(Math.round(seconds / 86_400), "day");
  },
  answered: (length) => `after ${length}`,
  refused: (why) => why,
  calledOff: "the application was withdrawn; no answer is taken any more",
  unreachable: (length) => `given up after ${length}; the person is asked instead`,
  waiting: "being sent, and tried again by itself",
  refusals: {
    "asks-too-much": "it asked for more than the rules can read",
    "changed-question": "the same request came with another content",
    malformed: "the request could not be read",
  },
  whyFields: "Why these items",
  whyLead: (day) =>
    `Worked out anew from the rules in force on ${day}: the rules below read these records. What no rule reads is not asked.`,
  readBy: (kind) => `Rules that read “${kind}”`,
  noReader: "In the rulebook of today no rule reads this kind of record any more.",
  rule: (clause, title) => `${clause} ${title}`,
  log: "Our log",
  kinds: {
    asked: "asked",
    answered: "answer received",
    refused: "refusal received",
    unreachable: "given up",
    "called-off": "called off",
  },
  entry: (seq, kind, at) => `Entry ${seq}: ${kind}, ${at}`,
  both: {
    title: "Do both logs say the same?",
    same: (n) => `They agree. Requests compared: ${n}`,
    sameNote: "Digests of requests and answers are compared; they tell nothing about anybody.",
    none: "Neither side has logged anything yet; there is nothing to compare.",
    differs: (n) => `They differ. Differences: ${n}`,
    differsNote:
      "Keep both logs as they are and tell the auditor. Requests that are not listed are the same on both sides.",
    unread: "Your department’s log cannot be read just now",
    unreadNote:
      "Make sure that the department’s data service is running, then try again. Our own record is still below.",
    chain: (place, entries) => `${place}: our chain is whole. Entries: ${entries}`,
    broken: (place, n) => `${place}: faults in our chain: ${n}. Tell the auditor`,
  },
};
