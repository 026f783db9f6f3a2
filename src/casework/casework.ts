import type { Exchange } from "../exchange/index.ts";
import type { Transaction } from "../platform/postgres/index.ts";
import type { Text } from "../policy/index.ts";
import type { Act, Register } from "../register/index.ts";
import type { Destination } from "./contract.ts";
import type { Declaration, Terms } from "./domain/declaration.ts";
import type { Grant, Undoing } from "./domain/grant.ts";
import type { Bodies } from "./domain/letter/remedies.ts";

/** Who decides in a county, and who judges it. */
export type Office = Bodies & { readonly office: Text };

/** What a member of staff adds so that a grant can be carried out. */
export type Arrangement = {
  /** The household that they join, where the form cannot know it. */
  readonly household: number | null;
  /** Relations that change for those who live there. */
  readonly seats: readonly { readonly person: number; readonly relation: number }[];
  /** Relations of those who stay where somebody leaves. */
  readonly leftBehind: readonly {
    readonly household: number;
    readonly seats: readonly { readonly person: number; readonly relation: number }[];
  }[];
};

export type MadeAct =
  | { readonly ok: true; readonly act: Act }
  | { readonly ok: false; readonly code: string; readonly clause: string | null };

/** A service as casework runs it: what it declares, and the act that a grant leads to. */
export type Service = {
  readonly declaration: Declaration;
  /** Whether a form can be used; where not, the field. */
  readonly formFault: (form: unknown) => string | undefined;
  /** Where a form says that people want to go. */
  readonly destinationOf: (form: unknown) => Destination | undefined;
  /** The act that a grant leads to, done in the county of the case. */
  readonly actOf: (grant: Grant, county: number, arrangement: Arrangement) => Promise<MadeAct>;
  /** The act that takes a registration in a county back, and the county in which it is done. */
  readonly undoOf: (
    undoing: Undoing,
    county: number,
    arrangement: Arrangement,
  ) => Promise<
    Extract<MadeAct, { ok: false }> | (Extract<MadeAct, { ok: true }> & { readonly county: number })
  >;
  /** Words for its own reasons. */
  readonly wordsFor: (code: string) => Text | undefined;
};

/** What cases work with; all that is not pure comes in here. */
export type Casework = {
  readonly register: Register;
  readonly exchange: Exchange;
  readonly services: readonly Service[];
  readonly officeOf: (county: number) => Office;
};

export const findService = ({ services }: Casework, name: string): Service | undefined =>
  services.find(({ declaration }) => declaration.service === name);

export function getService(casework: Casework, name: string): Service {
  const found = findService(casework, name);
  if (found === undefined) throw new Error(`no service is called ${name}`);
  return found;
}

export const termsOf = ({ register }: Casework, { declaration }: Service): Terms => ({
  declaration,
  calendar: register.tables.calendar,
});

/** Work in the counties of a case. */
export const inCounties = <T>(
  { register }: Casework,
  counties: readonly number[],
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => register.database.inTransaction({ counties, department: "public-security" }, work);
