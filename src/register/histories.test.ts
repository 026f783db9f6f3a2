import * as fc from "fast-check";
import { expect, it } from "vitest";
import { onEachServer, useDatabase } from "../platform/postgres/testing/index.ts";
import type { Remark } from "./domain/remark.ts";
import { openCountyFold } from "./rebuild/county-fold.ts";
import { tables } from "./rebuild/tables.ts";
import { soundOf } from "../standards/index.ts";
import { scopeOf } from "./register.ts";
import { counties } from "./testing/random-homes.ts";
import { histories, play } from "./testing/random-histories.ts";
import { doAct, registerOn, withKeys } from "./testing/register.ts";

/** The order of remarks is that of people in the view, which is not the same in memory. */
const inOrder = (remarks: readonly Remark[]): string[] =>
  remarks.map((remark) => JSON.stringify(remark)).toSorted();

onEachServer(async (server) => {
  const { database, owner } = await useDatabase(server);
  let today = "";
  const register = registerOn(database, () => today);

  async function clear(): Promise<void> {
    const { rows } = await owner.pool.query<{ table: string }>(
      `SELECT quote_ident(c.relname) AS table
       FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
         AND c.relname <> 'schema_migration' AND pg_get_userbyid(c.relowner) = 'luohu_owner'`,
    );
    const tables = rows.map(({ table }) => table);
    const each = (what: string) =>
      tables.map((table) => `ALTER TABLE ${table} ${what} TRIGGER USER;`);
    await owner.pool.query(
      [...each("DISABLE"), `TRUNCATE ${tables.join(", ")};`, ...each("ENABLE")].join("\n"),
    );
  }

  it("does in PostgreSQL what it does in memory, over random histories", async () => {
    await fc.assert(
      fc.asyncProperty(histories(40), async (steps) => {
        await clear();
        const ids = new Map<string, string>();
        const { register: memory, played } = play(steps);
        let logged = 0;
        for (const [place, { county, act, ids: keys, verdict, today: day }] of played.entries()) {
          today = day;
          const outcome = await doAct(withKeys(register, keys), county, act, `act ${place}`);
          if (!verdict.ok) {
            if (outcome.kind !== "refused") expect.fail(`${act.act}: ${JSON.stringify(outcome)}`);
            expect(inOrder(outcome.refusals)).toEqual(inOrder(verdict.refusals));
            expect(inOrder(outcome.warnings)).toEqual(inOrder(verdict.warnings));
            continue;
          }
          if (outcome.kind !== "done") expect.fail(`${act.act}: ${JSON.stringify(outcome)}`);
          const done = verdict.events.toSorted((a, b) => a.county - b.county);
          expect(outcome.receipt.events.map((event) => event.county)).toEqual(
            done.map((event) => event.county),
          );
          for (const each of verdict.events) {
            const { event = "" } = outcome.receipt.events[done.indexOf(each)] ?? {};
            logged += 1;
            ids.set(`event-${logged}`, event);
          }
        }
        for (const county of counties) {
          const fold = openCountyFold(county);
          for (const { county: at, event, payload } of memory.log) {
            if (at === county) fold.add(payload, ids.get(event) ?? "", "");
          }
          for (const { name, columns, rows } of tables) {
            const found = await database.inTransaction(scopeOf([county]), (tx) =>
              tx.run<Record<string, string | null>>(
                {
                  name: `test-read-${name}`,
                  text: `SELECT ${columns.map((column) => `${column}::text`).join()} FROM ${name} WHERE county = $1`,
                },
                [county],
              ),
            );
            const asText = [...rows(fold, soundOf)].map((row) =>
              row.map((value) => (value === null ? null : String(value))),
            );
            const plain = found.map((row) =>
              columns.map((column) =>
                row[column] === "true" ? "t" : row[column] === "false" ? "f" : row[column],
              ),
            );
            expect(plain.map(String).toSorted(), name).toEqual(asText.map(String).toSorted());
          }
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
