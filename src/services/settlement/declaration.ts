// Settling, declared: rules, form, steps, limits, documents, effect. Data, and nothing else.
import type { Declaration } from "./contract.ts";

const licensing = "Administrative Licensing Law";
const reconsideration = "Administrative Reconsideration Law";

/**
 * Registration is not a licence by every reading; its procedure serves here as the floor (domain.md §5). A promised
 * limit is the office's own and stands beside the statutory one; parameters are ours, for want of a text.
 */
export const settlement: Declaration = {
  service: "settlement",
  title: { "zh-CN": "落户", en: "Settling" },
  plain: {
    "zh-CN": "把常住户口登记到您想落户的地方。",
    en: "Your registration goes to the place where you want to settle.",
  },
  rules: "settlement",
  facts: ["place.county", "place.kind"],
  effect: "settle",
  documents: ["notice", "grant", "refusal", "review"],
  roles: {
    assign: ["window-clerk", "approver"],
    accept: ["window-clerk"],
    return: ["window-clerk"],
    check: ["window-clerk"],
    extend: ["approver"],
    decide: ["window-clerk"],
    approve: ["approver"],
    "send-back": ["approver"],
    effect: ["window-clerk", "approver"],
    deliver: ["window-clerk", "approver"],
    "decide-review": ["approver"],
    close: ["window-clerk"],
  },
  // Where everything agrees one clerk finishes in one visit (D2.4); first registration needs approval (R10.2).
  "second-person": ["against-advice", "refusal", "never-registered"],
  limits: [
    {
      limit: "accept",
      length: 5,
      count: "working-days",
      kind: "statutory",
      clause: `${licensing} art. 32(4)`,
      label: { "zh-CN": "受理或一次告知", en: "accept, or tell all that is missing" },
    },
    {
      limit: "answer",
      length: 30,
      count: "working-days",
      kind: "parameter",
      clause: "no text found; assumed",
      label: { "zh-CN": "补齐材料", en: "bring what is missing" },
    },
    {
      limit: "decide",
      length: 20,
      count: "working-days",
      kind: "statutory",
      clause: `${licensing} art. 42`,
      label: { "zh-CN": "作出决定（法定）", en: "decide (by law)" },
    },
    {
      limit: "decide",
      length: 3,
      count: "working-days",
      kind: "promised",
      clause:
        "promise of the office, after rules elsewhere (domain.md §3.4, Nanjing: 3 working days)",
      label: { "zh-CN": "作出决定（承诺）", en: "decide (as promised)" },
    },
    {
      limit: "extend",
      length: 10,
      count: "working-days",
      kind: "statutory",
      clause: `${licensing} art. 42`,
      label: { "zh-CN": "延长办理", en: "prolong the time" },
    },
    {
      limit: "consent",
      length: 30,
      count: "days",
      kind: "parameter",
      clause: "no text found; assumed",
      label: { "zh-CN": "家人表示同意", en: "family members consent" },
    },
    {
      limit: "effect",
      length: 1,
      count: "working-days",
      kind: "promised",
      clause:
        "D2.4 finishes the permission in one visit; the registration in the same visit is our own goal",
      label: { "zh-CN": "登记户口", en: "register" },
    },
    {
      limit: "deliver",
      length: 10,
      count: "working-days",
      kind: "statutory",
      clause: `${licensing} art. 44`,
      label: { "zh-CN": "送达决定", en: "deliver the decision" },
    },
    {
      limit: "ask-review",
      length: 60,
      count: "days",
      kind: "statutory",
      clause: `${reconsideration} art. 20`,
      label: { "zh-CN": "申请行政复议", en: "ask for review" },
    },
    {
      limit: "decide-review",
      length: 60,
      count: "days",
      kind: "statutory",
      clause: `${reconsideration} art. 62`,
      label: { "zh-CN": "作出复议决定", en: "decide the review" },
    },
    {
      limit: "court",
      length: 6,
      count: "months",
      kind: "statutory",
      clause: "Administrative Procedure Law art. 46",
      label: { "zh-CN": "提起行政诉讼", en: "sue in court" },
    },
    {
      limit: "keep",
      length: 60,
      count: "months",
      kind: "parameter",
      clause:
        "assumed: the five years in which a suit can be brought at all (Administrative Procedure Law, article 46); rules on archives may ask for longer",
      label: { "zh-CN": "保存案卷", en: "keep the file of a decided case" },
    },
  ],
};
