// Every statement of the program, prepared on the schema as it is: a wrong name in one fails here.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Connection, Submittable } from "pg";
import { beforeAll, expect, test } from "vitest";
import { packageRoot } from "../files/index.ts";
import { registeredStatements, type Statement } from "./statement.ts";
import { onEachServer, useDatabase } from "./testing/index.ts";

beforeAll(async () => {
  const source = join(packageRoot, "src");
  const stores = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (path) =>
      /(^|[\\/])store[\\/].*\.ts$/.test(path) && !/\.test\.ts$|[\\/]testing[\\/]/.test(path),
  );
  for (const path of stores) await import(join(source, path));
});

/** Has the server parse a statement, whatever its kind, without running it. */
class Parse implements Submittable {
  readonly said: Promise<string | undefined>;
  readonly #statement: Statement<unknown>;
  #tell: (said: string | undefined) => void = () => undefined;

  constructor(statement: Statement<unknown>) {
    this.#statement = statement;
    this.said = new Promise((resolve) => (this.#tell = resolve));
  }
  submit(connection: Connection): void {
    const { name, text } = this.#statement;
    connection.parse({ name, text, types: [] }, false);
    connection.sync();
  }
  handleError(error: Error): void {
    this.#tell(error.message);
  }
  handleReadyForQuery(): void {
    this.#tell(undefined);
  }
}

onEachServer(async (server) => {
  const { database } = await useDatabase(server);

  async function parse(statement: Statement<unknown>): Promise<string | undefined> {
    const client = await database.pool.connect();
    try {
      const { said } = client.query(new Parse(statement));
      return await said;
    } finally {
      client.release();
    }
  }

  test("every statement of every store fits the schema", async () => {
    const wrong: string[] = [];
    for (const each of registeredStatements()) {
      const said = await parse(each);
      if (said !== undefined) wrong.push(`${each.name}: ${said}`);
    }
    expect(wrong).toEqual([]);
  });

  test("a statement that does not fit is seen", async () => {
    const bad = (text: string) => parse({ name: `test-bad-${text.length}`, text });
    expect(await bad("SELECT * FROM no_such_table")).toMatch(/does not exist/);
    expect(await bad("SELECT nunber FROM schema_migration")).toMatch(/does not exist/);
    expect(await bad("LOCK TABLE schema_migration")).toBeUndefined();
  });
});
