import { expect, it } from "vitest";
import { statement } from "../platform/postgres/index.ts";
import { useDatabase } from "../platform/postgres/testing/index.ts";
import { findDwelling } from "./find-standing.ts";
import { scopeOf } from "./register.ts";
import { registerOn } from "./testing/register.ts";

const { database } = await useDatabase();

it("finds the home at an address that many others contain", async () => {
  const county = 990_101;
  const insert = statement(
    "test-insert-dwellings",
    `INSERT INTO dwelling (county, dwelling_id, address, community)
     SELECT $1::int, place, '和平路9号' || place || '室', '和平社区' FROM generate_series(1, 400) AS place
     UNION ALL VALUES ($1::int, 401, '和平路9号', '团结社区'), ($1::int, 402, '和平路9号', '和平社区')`,
  );
  await database.inTransaction(scopeOf([county]), (tx) => tx.run(insert, [county]));
  const find = (address: string, community: string) =>
    findDwelling(registerOn(database), county, { address, community });
  expect(await find("和平路9号", "和平社区")).toBe(402);
  expect(await find("和平路9号", "东风社区")).toBeUndefined();
});
