import type { Text } from "../text.ts";

export type FindingKind =
  /** A rule that nobody can meet. */
  | "unreachable"
  /** A part of a condition that never makes a difference. */
  | "needless-condition"
  /** A ground that another ground of the same text always covers. */
  | "overlap"
  /** A kind of place in which nobody is granted and nobody referred. */
  | "gap"
  /** A day, or a month, more that takes a right away. */
  | "cliff"
  /** A text above would grant what this one does not. */
  | "stricter-than-above"
  /** Two clauses of one text answer the same person differently. */
  | "clauses-conflict"
  /** Two people who differ in one fact alone are answered differently. */
  | "depends-on";

/** What a lawmaker should look at before a rulebook is in force. */
export type Finding = {
  readonly kind: FindingKind;
  readonly service: string;
  /** The text that should be looked at. */
  readonly instrument: string;
  readonly rules: readonly string[];
  readonly clauses: readonly string[];
  /** The smallest person who shows it, in words; empty where it holds for everybody. */
  readonly person: readonly { readonly fact: string; readonly label: Text; readonly value: Text }[];
  readonly message: Text;
};
