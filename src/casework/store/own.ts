import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { StoredAction } from "./cases.ts";

/** A case that is about somebody, or that they sign for. */
export type OwnPlace = {
  readonly county: number;
  readonly case: string;
  readonly role: "applicant" | "member" | "guardian";
};

const findOwn = statement<OwnPlace>(
  "casework-find-own-cases",
  `SELECT county, case_id AS case, role FROM find_own_cases($1)`,
);

const findOne = statement<OwnPlace>(
  "casework-find-own-case",
  `SELECT county, case_id AS case, role FROM find_own_case($1, $2)`,
);

/** In any county, newest first. */
export const findOwnCases = (tx: Transaction, person: number): Promise<readonly OwnPlace[]> =>
  tx.run(findOwn, [person]);

/** Where one case is kept; undefined where it is not one's own. */
export async function findOwnCase(
  tx: Transaction,
  person: number,
  key: string,
): Promise<OwnPlace | undefined> {
  const [found] = await tx.run(findOne, [person, key]);
  return found;
}

const readOwn = statement<StoredAction>(
  "casework-read-own-case",
  `SELECT seq, at, payload FROM read_own_case($1, $2, $3)`,
);

/** What somebody may see of a case: others' words of consent never leave the database for them. */
export const listOwnActions = (
  tx: Transaction,
  person: number,
  { county, case: key }: OwnPlace,
): Promise<readonly StoredAction[]> => tx.run(readOwn, [person, county, key]);
