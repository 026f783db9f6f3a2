import {
  copyIn,
  type CopyValue,
  type Database,
  type Transaction,
} from "../../src/platform/postgres/index.ts";

export type Row = readonly CopyValue[];

/** Columns of each table that rows come in for. */
type Columns = Readonly<Record<string, readonly string[]>>;

/** Rows of each table. */
export type Batch<Tables extends Columns> = Readonly<Record<keyof Tables, readonly Row[]>>;

const scope = { counties: [], department: "public-security" } as const;

/** Loads rows into several tables at once, each in a transaction of its own; foreign keys are checked afterwards. */
export async function copyTables<Tables extends Columns>(
  owner: Database,
  columns: Tables,
  batches: Iterable<Batch<Tables>>,
): Promise<void> {
  const names = Object.keys(columns);
  // COPY and row security do not go together; the tables get it back below.
  await onEach(owner, names, "NO FORCE ROW LEVEL SECURITY");
  const links = await dropLinks(owner, names);
  await inTransactions(owner, names, async (transactions) => {
    let sending: Promise<unknown> = Promise.resolve();
    for (const batch of batches) {
      await sending;
      sending = Promise.all(
        names.map((name) =>
          copyIn(transactions.get(name), name, columns[name] ?? [], batch[name] ?? []),
        ),
      );
    }
    await sending;
  });
  for (const { table, link } of links) await onEach(owner, [table], `ADD ${link}`);
  await onEach(owner, names, "FORCE ROW LEVEL SECURITY");
  await owner.pool.query(`VACUUM ANALYZE ${names.join(", ")}`);
}

async function onEach(owner: Database, tables: readonly string[], what: string): Promise<void> {
  for (const table of tables) await owner.pool.query(`ALTER TABLE ${table} ${what}`);
}

type Link = { readonly table: string; readonly name: string; readonly link: string };

async function dropLinks(owner: Database, tables: readonly string[]): Promise<readonly Link[]> {
  const { rows } = await owner.pool.query<Link>(
    `SELECT conrelid::regclass::text AS table, conname AS name,
       format('CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) AS link
     FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY ($1::regclass[]::oid[])`,
    [tables],
  );
  for (const { table, name } of rows) await onEach(owner, [table], `DROP CONSTRAINT ${name}`);
  return rows;
}

type Transactions = { readonly get: (table: string) => Transaction };

/** Opens a transaction for each table, one inside the other. */
function inTransactions(
  owner: Database,
  tables: readonly string[],
  work: (transactions: Transactions) => Promise<void>,
  open: ReadonlyMap<string, Transaction> = new Map(),
): Promise<void> {
  const [table, ...rest] = tables;
  if (table === undefined) return work({ get: (name) => openIn(open, name) });
  return owner.inTransaction(scope, (tx) =>
    inTransactions(owner, rest, work, new Map([...open, [table, tx]])),
  );
}

function openIn(open: ReadonlyMap<string, Transaction>, table: string): Transaction {
  const tx = open.get(table);
  if (tx === undefined) throw new Error(`no transaction is open for ${table}`);
  return tx;
}
