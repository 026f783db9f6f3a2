import { statement, type Transaction } from "../../platform/postgres/index.ts";

export type KeyKind = "people" | "households" | "dwellings";

type Row = { readonly key: number };

const next = (name: string, sequence: string) =>
  statement<Row>(name, `SELECT nextval('${sequence}') AS key FROM generate_series(1, $1)`);

const statements = {
  people: next("register-next-person-keys", "person_key"),
  households: next("register-next-household-keys", "household_key"),
  dwellings: next("register-next-dwelling-keys", "dwelling_key"),
};

/** So many keys that nobody else has. */
export async function takeKeys(
  tx: Transaction,
  kind: KeyKind,
  number: number,
): Promise<readonly number[]> {
  const rows = await tx.run(statements[kind], [number]);
  return rows.map(({ key }) => key);
}
