import type { CaseTexts } from "./texts.ts";

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );

export const casesEn: CaseTexts = {
  title: "How cases were decided",
  lead: "Rules advise, a named person decides. Here are the reasons where the two part, what reviews changed, how long it took, and what is overdue. No applicant is shown, and there is no figure of any member of staff.",
  figures: {
    decided: "Decided",
    median: "Median time",
    slowest: "Slowest",
    against: "Not as advised",
    reversed: "Changed by review",
    overdue: "Overdue today",
  },
  cases: (n) => (n === "1" ? "1 case" : `${n} cases`),
  days: (n) => (n === "1" ? "1 working day" : `${n} working days`),
  tooFew: "fewer than 5, not shown",
  months: {
    title: "Time to decision, by month",
    columns: { month: "Month", decided: "Decided", median: "Median", slowest: "Slowest" },
    month: (month) => {
      const [year, number = 1] = month.split("-").map(Number);
      return `${months[number - 1]} ${year}`;
    },
  },
  overdue: {
    title: "Overdue today",
    columns: { case: "Case", stage: "How far", due: "Due by", late: "Late by" },
    shown: (shown, all) => `The ${shown} longest overdue of ${all} are listed.`,
    empty: "Nothing is overdue.",
  },
  overrides: {
    title: "Decisions not as advised",
    lead: "Reasons are in the decider’s own words. They are told to name nobody; long numbers are left out here.",
    columns: { case: "Case", decision: "Advice and decision", clause: "Clause", reason: "Reason" },
    from: { first: "first decision", review: "on review" },
    advised: {
      granted: "advised: grant",
      refused: "advised: refuse",
      unknown: "no advice, something was missing",
      refer: "the rules leave it to a person",
    },
    noAdvice: "no advice",
    granted: (granted, people) =>
      granted === 0
        ? "decided: refused"
        : granted === people
          ? `decided: granted, ${people} ${people === 1 ? "person" : "people"}`
          : `decided: granted for ${granted} of ${people} people`,
    empty: "Every decision was as advised.",
  },
  reversals: {
    title: "Decisions changed by a review",
    columns: { case: "Case", clause: "Clause", reason: "Reasons" },
    empty: "No review changed a decision.",
  },
  ratings: {
    title: "Ratings",
    grades: {
      5: "very satisfied",
      4: "satisfied",
      3: "mostly satisfied",
      2: "dissatisfied",
      1: "very dissatisfied",
    },
    times: (n) => n,
    empty: "Fewer than 5 ratings, not shown.",
  },
  stages: {
    submitted: "handed in",
    returned: "something is missing",
    accepted: "accepted",
    checked: "checked",
    proposed: "waits for approval",
    granted: "granted, not registered yet",
    refused: "refused",
    effected: "registered, not delivered yet",
  },
  services: { settlement: "settling" },
  print: "Print",
  export: "Export a table",
  fetching: "Reading every decision…",
  exported: (n) => `Decisions exported: ${n}.`,
  fileName: "decisions-not-as-advised",
  file: {
    case: "Case",
    county: "County",
    service: "Service",
    on: "Decided on",
    from: "First or review",
    advised: "Advice",
    granted: "People granted",
    people: "People",
    clause: "Clause",
    reason: "Reason",
  },
};
