import type { Text } from "../text.ts";

export type Outcome = "granted" | "refused" | "unknown" | "refer";

/** Why a fact is named: never stated, asked but not known to the person, or known and not enough. */
export type MissingState = "unknown" | "unsure" | "unmet";

export type Missing = {
  readonly fact: string;
  readonly state: MissingState;
  readonly label: Text;
  readonly question?: Text;
  readonly why?: Text;
  readonly provedBy: readonly PaperNeeded[];
};

export type PaperNeeded = {
  readonly paper: string;
  readonly label: Text;
  /** Department that issues it. */
  readonly from?: Text;
  /** Facts that it proves; papers that prove the same fact stand for one another. Empty: needed in any case. */
  readonly proves: readonly string[];
};

export type GroundOutcome = {
  readonly rule: string;
  readonly instrument: string;
  readonly clause: string;
  readonly title: Text;
  readonly outcome: Outcome;
  /** ISO days between which this outcome holds; null while not computed or without end. */
  readonly from: string | null;
  readonly until: string | null;
  /** Facts that stand between the person and this ground. */
  readonly missing: readonly { readonly fact: string; readonly state: MissingState }[];
  readonly authority: Authority | null;
};

export type MemberCovered = {
  /** Index into the dossier's family records. */
  readonly index: number;
  readonly name?: string;
  readonly state: "covered" | "not-covered" | "unknown";
};

export type Covered = {
  readonly relation: string;
  readonly label: Text;
  /** Rules under which. */
  readonly by: readonly string[];
  readonly condition: string | null;
  readonly members: readonly MemberCovered[];
};

export type Authority = { readonly id: string; readonly label: Text };

export type TextInForce = {
  readonly instrument: string;
  readonly title: Text;
  readonly issued: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly status: Text;
  readonly held: boolean;
};

/** The answer: advice that a named person turns into a decision. */
export type Decision = {
  readonly service: string;
  readonly outcome: Outcome;
  readonly grounds: readonly GroundOutcome[];
  readonly covers: readonly Covered[];
  /** Open facts while the outcome is unknown; unmet ones when it is refused; else empty. */
  readonly missing: readonly Missing[];
  /** The fact to ask next, while one could still change the outcome. */
  readonly next: string | null;
  /** What to bring for the grounds that hold. */
  readonly papers: readonly PaperNeeded[];
  readonly authority: Authority | null;
  readonly asOf: {
    readonly on: string;
    readonly knownAt: string;
    readonly texts: readonly TextInForce[];
  };
};

export type Truth = "true" | "false" | "unknown";

export type Source = {
  readonly by: Text;
  readonly stated: string | null;
  readonly record: string | null;
};

/** A node of the reasons, pruned to what mattered. */
export type Reason =
  | { readonly kind: "all" | "any" | "not"; readonly truth: Truth; readonly of: readonly Reason[] }
  | {
      readonly kind: "named";
      readonly truth: Truth;
      readonly fact: string;
      readonly label: Text;
      readonly of: readonly Reason[];
    }
  | {
      readonly kind: "condition";
      readonly truth: Truth;
      /** In words, e.g. "insurance.months ≥ 12", labels in both languages. */
      readonly text: Text;
      readonly facts: readonly FactSeen[];
    };

export type FactSeen = {
  readonly fact: string;
  readonly label: Text;
  /** In words; null while unknown. */
  readonly value: Text | null;
  readonly unsure: boolean;
  readonly sources: readonly Source[];
};

export type GroundReasons = {
  readonly rule: string;
  readonly clause: string;
  readonly instrument: string;
  readonly title: Text;
  readonly plain: Text;
  readonly outcome: Outcome;
  readonly tree: Reason;
};

export type Explanation = {
  readonly decision: Decision;
  /** Facts that by themselves force the outcome (none can be dropped); empty while it is unknown. */
  readonly because: readonly FactSeen[];
  readonly grounds: readonly GroundReasons[];
};

/** Why an answer changes on a day. */
export type Cause = {
  readonly rule: string;
  readonly clause: string;
  readonly title: Text;
  /** The ground starts to hold, stops, or becomes or stops being open. */
  readonly change: "begins" | "ends" | "opens" | "settles";
  /** Facts that turn on that day; none when a text comes into or goes out of force. */
  readonly facts: readonly { readonly fact: string; readonly label: Text }[];
};

/** What is taken to go on until a day. */
export type Assumption = { readonly fact: string; readonly label: Text; readonly text: Text };

export type Edge = {
  readonly day: string;
  readonly before: Outcome;
  readonly after: Outcome;
  readonly causes: readonly Cause[];
  readonly assumptions: readonly Assumption[];
};

export type Segment = { readonly from: string; readonly until: string; readonly outcome: Outcome };

/** The answer over time: segments without gaps (`until` is exclusive), and why each turns into the next. */
export type Times = {
  readonly service: string;
  readonly on: string;
  readonly segments: readonly Segment[];
  readonly edges: readonly Edge[];
  readonly asOf: Decision["asOf"];
};

/** The next question of an interview. */
export type Interview = {
  readonly outcome: Outcome;
  readonly next: {
    readonly fact: string;
    readonly label: Text;
    readonly question: Text;
    readonly why: Text | null;
  } | null;
  /** Facts that can still change the answer. */
  readonly open: readonly string[];
  /** Questions likely left, on average. */
  readonly expected: number;
  /** False where facts are compared with one another, or the rule set is too large for exact answers. */
  readonly exact: boolean;
};

export type ProposedChange = {
  readonly fact: string;
  readonly label: Text;
  /** In words: what would have to be so. */
  readonly to: Text;
  /** Not known yet: saying so, and proving it, may be enough. */
  readonly wasOpen: boolean;
  readonly papers: readonly PaperNeeded[];
};

/** What would grant: smallest sets of changes the person can make, and the day on which time alone does. */
export type WhatIf = {
  readonly outcome: Outcome;
  readonly sets: readonly (readonly ProposedChange[])[];
  /** First later day on which the answer becomes granted by itself, within the window; null otherwise. */
  readonly byWaiting: Edge | null;
  readonly exact: boolean;
};
