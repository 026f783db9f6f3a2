import type { RemarkCode } from "./remark.ts";
import type { SayRemark } from "./remark-texts-zh-cn.ts";

export const remarksEn: Readonly<Record<string, SayRemark>> = {
  "household-unknown": (v) => `There is no household ${v["household"]}.`,
  "household-ended": (v) => `Household ${v["household"]} ended on ${v["ended"]}.`,
  "person-unknown": () => "The register does not know this person.",
  "dwelling-unknown": () => "The register does not know this home.",
  erased: () => "This person was lawfully erased.",
  dead: (v, name) => `${name(v["person"])} died on ${v["died"]}.`,
  "future-day": () => "The day is after today.",
  "before-last-change": (v) =>
    `The day is before the last change ${v["changed"] ?? v["day"] ?? ""}.`,
  "before-birth": () => "The day is before the birth.",
  "already-registered": () => "This person is registered already; there is one place a person.",
  "not-registered-here": (v, name) => `${name(v["person"])} is not registered there.`,
  "known-person": () =>
    "Somebody with this ID number is known: use “moved out before, comes back”.",
  "same-county": () => "This person is registered in this county: use split, merge or move.",
  "same-household": () => "This is the household they are in.",
  "not-last-here": () => "The last registration was not in this county.",
  "not-a-member": (v, name) => `${name(v["person"])} is no member of this household.`,
  "named-twice": () => "The same person is named twice.",
  "no-head": () => "A family household needs a head.",
  "two-heads": () => "A household has one head only.",
  "relation-missing": (v, name) => `Choose the relation of ${name(v["person"])} to the new head.`,
  "relation-unknown": () => "There is no such relation code.",
  "relation-other-sex": () => "The relation does not fit the sex.",
  "relation-not-here": () => "This kind of household does not use that relation.",
  "not-left-behind": () => "Nobody leaves that household.",
  "household-name": () => "A collective household has a name, a family has none.",
  "manager-missing": () => "An officer of the institution has to sign for a collective household.",
  "other-kind-of-move": () =>
    "The kind of move does not fit: a split founds a household, a merger takes everyone.",
  "child-alone": () => "Only minors would live in the household.",
  "head-is-a-child": (v, name) => `The head, ${name(v["person"])}, is under 18.`,
  unsigned: ({ place = -1 }) =>
    Number(place) < 0
      ? "Nobody has signed yet."
      : `Person ${Number(place) + 1} has not signed yet.`,
  "child-not-heard": (v) =>
    `Person ${Number(v["place"]) + 1} is eight or older and has to be heard.`,
  "signs-for-many": () => "Who signs for themselves signs for one person only.",
  "signed-later": () => "Signed after the day from which it counts.",
  "no-such-place": () => "The signature names somebody who is not in the list.",
  ward: () =>
    "A guardian signs for an adult: make sure of the guardianship and that they were heard.",
  "head-unsigned": () => "The head has not signed.",
  "paper-missing": () => "Name the papers that were seen as proof.",
  "nothing-changes": () => "Nothing changes.",
  "code-unknown": () => "There is no such code.",
  "id-number-malformed": () => "The ID number is not right: check each digit.",
  "id-number-other-birth-date": () => "The ID number does not fit the day of birth.",
  "id-number-other-sex": () => "The ID number does not fit the sex.",
  "id-number-taken": () => "Somebody else has this ID number.",
  "parent-unknown": () => "The register does not know this parent.",
  "parent-not-older": () => "A parent has to be older than the child.",
  "one-parent-twice": () => "Mother and father are the same person.",
  "no-paper": () => "No paper is named.",
  "id-number-missing": () => "There is no ID number; please check.",
  "relation-no-longer-fits": (v, name) =>
    `The relation of ${name(v["person"])} to the head may no longer fit.`,
  "not-a-child": () => "This person is 18 or older: settle them instead.",
  "not-a-parents-household": () => "The child joins a household of the mother or the father.",
  "no-parent": () => "No parent is registered; please make sure.",
  "late-birth": (v) =>
    `Later than a month after the birth (${v["due"]}); it is registered all the same.`,
  "died-later": () => "The day of death is after the day of registration.",
  "late-death": () => "Later than the time limit; it is registered all the same.",
  "other-cause": () => "The reason does not fit how the registration ended.",
  "step-out-of-order": () => "No step may be left out.",
  "booklet-not-withheld": () => "No withheld booklet is on record, so no one-person booklet.",
  "notice-running": (v) =>
    `The five working days of the notice still run, until ${v["from"] ?? v["until"] ?? ""}.`,
  "still-registered": () => "This person is registered and cannot be erased.",
  "case-open": (v) => `Application ${v["case"]} names this person and is not finished.`,
  "case-kept": (v) =>
    `What was decided on application ${v["case"]}, which names this person, is kept until ${v["until"]}.`,
  "died-before-registration": (v) =>
    `The day of death is before the registration here began (${v["from"]}); please make sure.`,
  "same-day": (v, name) => `${name(v["person"])} arrived on that day and cannot leave on it.`,
  "signer-other-name": (v) =>
    `The signature of person ${Number(v["place"]) + 1} bears another name than the register; please make sure.`,
} satisfies Readonly<Record<RemarkCode, SayRemark>>;
