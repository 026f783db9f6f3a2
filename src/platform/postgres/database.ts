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
  /**
   * Runs the last statement, and COMMIT with it in one round trip: what it locks is held for no longer than the
   * database needs. What it gives is committed.
   */
  runLast<Row>(statement: Statement<Row>, values?: readonly unknown[]): Promise<readonly Row[]>;
};

/** Read committed by default; a snapshot sees one state throughout, and only reads. */
export type TransactionOptions = { readonly isolation?: "read-committed" | "snapshot" };

/** A pool of connections to one database as one role. */
export type Database = {
  /**
   * BEGIN with the scope's settings in one round trip, the work, COMMIT; ROLLBACK when the work
   * throws. When two transactions were in each other's way, the work is done again, a few times,
   * so it may have no effect outside the transaction. A server that is away for a moment is waited
   * for.
   * @throws DatabaseUnavailable when there is no server, or it was lost on the way
   */
  inTransaction<T>(scope: Scope, work: Work<T>, options?: TransactionOptions): Promise<T>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

/** How often a transaction that met another is tried. */
const attempts = 6;

/** Milliseconds that a server may be away before a transaction begins; a restart takes less. */
const patience = 2_000;

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
    // Statements are written for their indexes: planning them anew for each call costs more than running them.
    options: "-c plan_cache_mode=force_generic_plan",
  });
  // A connection that the server ends between two statements is nobody's error: the pool drops an
  // idle one, and one in use fails at its next statement.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));

  async function open(opening: string): Promise<pg.PoolClient> {
    const client = await pool.connect();
    try {
      await client.query(opening);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  async function attempt<T>(client: pg.PoolClient, work: Work<T>): Promise<T> {
    let broken = false;
    const commit: Commit = { state: "open" };
    try {
      const result = await work(transactionOn(client, commit));
      if (commit.state === "done") return result;
      // Where the last statement failed, and the work kept quiet about it, there is nothing left to commit.
      if (commit.state === "sent") throw new Error(nothing);
      commit.state = "sent";
      refuseRollback(await client.query("COMMIT"));
      return result;
    } catch (error) {
      broken = isConnectionLoss(error);
      if (broken) throw new DatabaseUnavailable(error, commit.state === "open" ? "no" : "unknown");
      if (commit.state !== "done") await client.query("ROLLBACK").catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  return {
    pool,
    close: () => pool.end(),
    async inTransaction(scope, work, { isolation = "read-committed" } = {}) {
      const opening = `${begin[isolation]}; ${settingsOf(scope)}`;
      const began = Date.now();
      for (let tries = 1; ; tries++) {
        try {
          return await attempt(await open(opening), work);
        } catch (error) {
          // Lost before the work began: the server may be back in a moment. Lost later, it is
          // a DatabaseUnavailable already, and whoever asked decides.
          const lost = isConnectionLoss(error);
          if (lost && Date.now() - began > patience) throw new DatabaseUnavailable(error, "no");
          if (!lost && (!isConflict(error) || tries >= attempts)) throw error;
          // Chance keeps two that met from meeting again.
          await sleep(Math.random() * 10 * 2 ** Math.min(tries, attempts));
        }
      }
    },
  };
}

type Work<T> = (tx: Transaction) => Promise<T>;

/** How far the end of a transaction is. */
type Commit = { state: "open" | "sent" | "done" };

function transactionOn(client: pg.PoolClient, commit: Commit): Transaction {
  function send<Row>({ name, text }: Statement<Row>, values: readonly unknown[]) {
    if (commit.state !== "open") throw new Error("the transaction has had its last statement");
    return client.query({ name, text, values: [...values] });
  }
  const tx: Transaction = {
    async run<Row>(statement: Statement<Row>, values: readonly unknown[] = []) {
      return (await send(statement, values)).rows as readonly Row[];
    },
    async runLast<Row>(statement: Statement<Row>, values: readonly unknown[] = []) {
      // pg sends a statement when the one before is answered, but for this mode, which COPY does not bear.
      Object.assign(client, { pipeline: true });
      const sent = [send(statement, values), client.query("COMMIT")] as const;
      commit.state = "sent";
      const [last, end] = await Promise.allSettled(sent);
      Object.assign(client, { pipeline: false });
      if (last.status === "rejected") throw last.reason;
      if (end.status === "rejected") throw end.reason;
      refuseRollback(end.value);
      commit.state = "done";
      return last.value.rows as readonly Row[];
    },
  };
  clients.set(tx, client);
  return tx;
}

/** ROLLBACK is PostgreSQL's answer to COMMIT when a statement had failed, and the work kept quiet about it. */
function refuseRollback({ command }: pg.QueryResult): void {
  if (command !== "COMMIT") throw new Error(nothing);
}

const nothing = "a statement failed, so nothing was committed";
