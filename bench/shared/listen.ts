import type { Database, Statement, Transaction } from "../../src/platform/postgres/index.ts";

/** One statement of a transaction. */
export type Step = {
  readonly statement: Statement<unknown>;
  readonly values: readonly unknown[];
  /** COMMIT goes out with it. */
  readonly isLast: boolean;
};

/** A transaction whose statements get their rows from `answer`. */
export function answering(answer: (step: Step) => Promise<readonly unknown[]>): Transaction {
  const asking =
    (isLast: boolean) =>
    async <Row>(statement: Statement<Row>, values: readonly unknown[] = []) =>
      (await answer({ statement, values, isLast })) as readonly Row[];
  return { run: asking(false), runLast: asking(true) };
}

/** The database itself; `hear` is told each statement, what it gave, and how many milliseconds that took. */
export function listenTo(
  database: Database,
  hear: (step: Step, rows: readonly unknown[], milliseconds: number) => void,
): Database {
  return {
    ...database,
    inTransaction: (scope, work) =>
      database.inTransaction(scope, (tx) =>
        work(
          answering(async (step) => {
            const began = performance.now();
            const rows = await tx[step.isLast ? "runLast" : "run"](step.statement, step.values);
            hear(step, rows, performance.now() - began);
            return rows;
          }),
        ),
      ),
  };
}
