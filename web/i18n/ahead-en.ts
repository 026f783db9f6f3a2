import { count } from "./count.ts";
import type { AheadMessages } from "./messages.ts";

/** Words about what comes later, other places, files and links. */
export const aheadEn: AheadMessages = {
  times: {
    title: "Three years from today",
    hint: "Only what the passing of time changes, with everything else as you said.",
    steady: (until) =>
      `As things are, the passing of time alone does not change this answer before ${until}.`,
    today: "Today",
    span: (from, until) => `${from} to ${until}`,
    onwards: (from) => `from ${from}`,
    cause: {
      begins: (clause, title) => `${clause} ${title}: met from this day`,
      ends: (clause, title) => `${clause} ${title}: no longer met from this day`,
      opens: (clause, title) => `${clause} ${title}: not known from this day`,
      settles: (clause, title) => `${clause} ${title}: cannot be met from this day`,
    },
    counts: (facts) => `What counts: ${facts}`,
    textChanges: "A text comes into force or goes out of it on this day",
    assumes: "Provided that",
    answer: (what) => `Answer to know: ${what}`,
  },
  whatIf: {
    title: "What would change this",
    hint: "Each card is a way; one is enough.",
    way: (number) => `Way ${number}`,
    ifYou: "If this is so",
    and: "and",
    open: "You have not said yet; if it is so, it counts now",
    waiting: "By waiting",
    waitingFrom: (on) => `With nothing to do, from ${on}`,
    elsewhere: "In another place",
    elsewhereHint: "As you said things are, it would be possible in:",
    more: (n) => `${n} more`,
    none: "Under the clauses as they are, nothing was found that you could change yourself.",
    approximate: "There are too many cases to list every way; these are the ones found.",
  },
  compare: {
    title: "Compare places",
    hint: "Up to five places: the answer, the clause and the day side by side.",
    open: "Compare with other places",
    supposingTitle: "How to compare",
    supposing: {
      same: {
        title: "As if things were there as you said",
        note: "If you said that you have lived here for two years, it counts as two years in each place.",
      },
      anywhere: {
        title: "Only with what is true anywhere",
        note: "Schooling counts; how long you have lived “there” is left open.",
      },
    },
    add: "Add a place",
    remove: (place) => `Leave out ${place}`,
    full: "There are five places already: leave one out first.",
    columns: {
      place: "Place",
      kind: "Kind of place",
      outcome: "Answer",
      clause: "Clause",
      from: "Possible from",
    },
    kindOf: (place) => `Kind of place in ${place}`,
    anyKind: "Not said",
    now: "now",
    notWithin: "not within three years",
    questions: (n) => `about ${count(n, "more question", "more questions")}`,
    look: (place) => `See the full answer for ${place}`,
    looking: "See the full answer",
  },
  file: {
    title: "Open a saved file",
    hint: "Choose a file that you saved here before. It is read on this device and sent nowhere.",
    choose: "Choose a file",
    save: "Save as a file",
    saveNote:
      "The file holds what you typed and stays on your own device. Keep it where others do not look.",
    open: "Open a saved file",
    replaces: "What is typed on this page now will be replaced.",
    faults: (n) =>
      n === 1
        ? "One thing in this file cannot be read, so it was not opened:"
        : `${n} things in this file cannot be read, so it was not opened:`,
    notJson: "This is not a file that was saved here. Choose the one whose name begins with luohu.",
    tooLarge: "This file is too large to be one that was saved here.",
    unreadable: "The browser cannot read this file. Please choose it again.",
    wholeFile: "The whole file",
    field: {
      service: "What you want to know",
      on: "Date",
      place: "Place",
      county: "County, city or district",
      kind: "Kind of place",
      person: "Yourself",
      born: "Date of birth",
      id: "Citizen ID number",
      name: "Name",
      family: "Family",
      records: "Records",
      facts: "Answers",
      unsure: "What you do not know",
      complete: "Records that are complete",
      value: "Value",
      stated: "Day it was said",
      source: "Who said it",
    },
  },
  link: {
    title: "Pass the question on",
    note: "The link names the question, the place and the text, and nothing that you typed.",
    label: "Link",
    copy: "Copy the link",
    copied: "Copied",
    notCopied: "The browser does not allow copying: select the link above and copy it yourself.",
    unknown: "The link names a question or a place that is not here. Please choose from the start.",
    ask: "Open the link and change to its question?",
    askText: (service, place) =>
      `The link asks about “${service}” in ${place}. What you said about the present place is cleared.`,
    yes: "Change to it",
    no: "Stay here",
  },
  script: {
    notFinished:
      "The translation is not finished: the words are shown in English. Only the direction of the page and the names of places are ready.",
    leave: "Back to the left-to-right page",
  },
};
