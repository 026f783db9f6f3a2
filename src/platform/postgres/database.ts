import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { DatabaseUnavailable, isConflict, isConnectionLoss } from "./failure.ts";
import { type Scope, settingsOf } from "./scope.ts";
import type { Statement } from "./statement.ts";
import { columnTypes } from "./types.ts";

/** A transaction that is open; it sees and writes only what its scope allows. */
export type Transaction = {
  /** Runs a named statement and gives its rows. One at a time: await each. */
  run<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<readonly Row[]>;
};

/** Read committed by default; a snapshot sees one state throughout, and only reads. */
export type TransactionOptions = { readonly isolation?: "read-committed" | "snapshot" };

/** A pool of connections to one database as one role. */
export type Database = {
  /**
   * BEGIN with the scope's settings in one round trip, the work, COMMIT; ROLLBACK when the work
   * throws. When two transactions were in each other's way, the work is done again, a few times,
   * so it may have no effect outside the transaction.
   * @throws DatabaseUnavailable when there is no server, or it was lost on the way
   */
  inTransaction<T>(
    scope: Scope,
    work: (tx: Transaction) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

const attempts = 6;

const begin = {
  "read-committed": "BEGIN",
  snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
} as const;

const clients = new WeakMap<Transaction, pg.PoolClient>();

/** The connection under a transaction, for what is not a statement: COPY. */
export function clientOf(tx: Transaction): pg.PoolClient {
  const client = clients.get(tx);
  if (client === undefined) throw new Error("not a transaction of inTransaction");
  return client;
}

/** Opens a pool of at most `size` connections (10) to a database; nothing is sent yet. */
export function openDatabase(url: string, options: { readonly size?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.size ?? 10,
    types: columnTypes,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // A connection that the server ends between two statements is nobody's error: the pool drops an
  // idle one, and one in use fails at its next statement.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));

  async function attempt<T>(opening: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let failure: Error | undefined;
    let committing = false;
    try {
      await client.query(opening);
      const tx = transactionOn(client);
      const result = await work(tx);
      committing = true;
      const { command } = await client.query("COMMIT");
      // PostgreSQL's answer when a statement had failed, and the work kept quiet about it.
      if (command !== "COMMIT") throw new Error("a statement failed, so nothing was committed");
      return result;
    } catch (error) {
      if (isConnectionLoss(error)) {
        failure = error as Error;
        throw new DatabaseUnavailable(error, committing ? "unknown" : "no");
      }
      await client.query("ROLLBACK").catch((lost: Error) => {
        failure = lost;
      });
      throw error;
    } finally {
      client.release(failure);
    }
  }

  return {
    pool,
    close: () => pool.end(),
    async inTransaction(scope, work, { isolation = "read-committed" } = {}) {
      const opening = `${begin[isolation]}; ${settingsOf(scope)}`;
      for (let tries = 1; ; tries++) {
        try {
          return await attempt(opening, work);
        } catch (error) {
          if (isConnectionLoss(error)) throw new DatabaseUnavailable(error, "no");
          if (!isConflict(error) || tries === attempts) throw error;
          // Chance keeps two that met from meeting again.
          await sleep(Math.random() * 5 * 2 ** tries);
        }
      }
    },
  };
}

function transactionOn(client: pg.PoolClient): Transaction {
  const tx: Transaction = {
    async run<Row>({ name, text }: Statement<Row>, values: readonly unknown[] = []) {
      const result = await client.query({ name, text, values: [...values] });
      return result.rows as readonly Row[];
    },
  };
  clients.set(tx, client);
  return tx;
}
