import { expect, it } from "vitest";
import { builtInPack } from "../../test/pack.ts";
import { buildServer } from "./server.ts";

const pack = builtInPack();
const rateLimits = { ordinary: 1, record: 1, search: 1, "sign-in": 1 };
const ask = async (proxy: string | undefined) => {
  const app = await buildServer({ pack, rateLimits, ...(proxy === undefined ? {} : { proxy }) });
  const statuses = [];
  for (const client of ["203.0.113.1", "203.0.113.2"]) {
    const headers = { "x-forwarded-for": client };
    const answer = await app.inject({ url: "/health/live", headers, remoteAddress: "10.0.0.1" });
    statuses.push(answer.statusCode);
  }
  await app.close();
  return statuses;
};

it("only proxies that the settings name are believed whom they speak for", async () => {
  expect(await ask(undefined)).toEqual([200, 429]);
  expect(await ask("10.0.0.9")).toEqual([200, 429]);
  expect(await ask("10.0.0.1")).toEqual([200, 200]);
});
