// What the routes of cases have in common.
import { z } from "zod";
import type { Text } from "../policy/index.ts";
import type { FieldProblem } from "../platform/http/index.ts";
import type { Casework } from "./casework.ts";
import { county } from "./contract.ts";
import type { Ground } from "./save-steps.ts";

export type RouteOptions = { readonly casework: Casework };

export const ofCase = z.object({ case: z.uuid() });
export const atCounty = z.object({ county: z.coerce.number().pipe(county) });

export const seenHeader = z.object({ "if-match": z.string().optional() });
export const stepHeaders = seenHeader.extend({ "idempotency-key": z.string().optional() });

type StepHeaders = {
  readonly "idempotency-key"?: string | undefined;
  readonly "if-match"?: string | undefined;
};

/** Under which key a request is sent; undefined where it is none. */
export const keyOf = ({ "idempotency-key": given }: StepHeaders): string | undefined => {
  const key = z.uuid().safeParse(given);
  return key.success ? key.data : undefined;
};

/** Which version the sender saw: `"c7"`. */
export function versionIn(headers: Pick<StepHeaders, "if-match">): number | undefined {
  const seen = /^"c(\d{1,6})"$/.exec(headers["if-match"] ?? "")?.[1];
  return seen === undefined ? undefined : Number(seen);
}

/** Under which key a step is sent, and which version its sender saw. */
export function basisOf(
  headers: StepHeaders,
): { readonly key: string; readonly seen: number } | undefined {
  const key = keyOf(headers);
  const seen = versionIn(headers);
  return key === undefined || seen === undefined ? undefined : { key, seen };
}

export const tagOf = (version: number): string => `"c${version}"`;

/** Why not, as people read it. */
export const describeGrounds = (
  grounds: readonly Ground[],
  locale: keyof Text,
): readonly FieldProblem[] =>
  grounds.map(({ code, clause, text }) => ({
    code,
    path: "",
    message: text[locale],
    ...(clause === null ? {} : { clause }),
  }));
