import { expect, test } from "vitest";
import { statement } from "./statement.ts";
import { useDatabase } from "./testing/index.ts";

const { database, owner } = await useDatabase();

const whoAmI = statement<{ name: string; counties: string }>(
  "test-who-am-i",
  "SELECT current_user::text AS name, current_setting('luohu.counties', true) AS counties",
);

test("the program works as luohu_app, in the counties of its scope", async () => {
  const scope = { counties: [650102], department: "" } as const;
  const rows = await database.inTransaction(scope, (tx) => tx.run(whoAmI));
  expect(rows).toEqual([{ name: "luohu_app", counties: "{650102}" }]);
  const [asOwner] = await owner.inTransaction(scope, (tx) => tx.run(whoAmI));
  expect(asOwner?.name).toBe("luohu_owner");
});
