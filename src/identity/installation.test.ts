import { networkInterfaces } from "node:os";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtInPack } from "../../test/pack.ts";
import { buildServer, startServer } from "../api/server.ts";
import { cast, clerk } from "../demo-data/index.ts";
import { startTestProvider, type TestProvider } from "../demo-identity/testing/index.ts";
import { useDatabase } from "../platform/postgres/testing/index.ts";
import { demoIssuer, demoMark, findInstallation, markInstallation } from "./index.ts";
import { newVisitor } from "./testing/visitor.ts";

const [real, demo, fresh] = [await useDatabase(), await useDatabase(), await useDatabase()];
const findPerson = async () => undefined;
const oneClick = { demo: cast };
const pack = builtInPack();

beforeAll(async () => {
  await markInstallation(real.owner, "real");
  await markInstallation(demo.owner, "demo");
});

describe("the mark", () => {
  it("is said once and never changed, not even by the owner", async () => {
    expect(await findInstallation(fresh.database)).toBe(undefined);
    expect(await findInstallation(real.database)).toBe("real");
    await expect(markInstallation(real.owner, "demo")).rejects.toThrow(/installation_pkey/);
    for (const { pool } of [real.owner, real.database]) {
      await expect(pool.query("UPDATE installation SET kind = 'demo'")).rejects.toThrow();
      await expect(pool.query("DELETE FROM installation")).rejects.toThrow();
      await expect(pool.query("TRUNCATE installation")).rejects.toThrow();
    }
    await expect(markInstallation(fresh.database, "demo")).rejects.toThrow(/permission denied/);
    expect(await findInstallation(real.database)).toBe("real");
  });

  it("keeps accounts of the demo out of a real database, whoever writes them", async () => {
    const add =
      "INSERT INTO account (account_id, issuer, subject) VALUES (gen_random_uuid(), $1, 'x')";
    for (const { pool } of [real.owner, real.database, fresh.owner]) {
      await expect(pool.query(add, [demoIssuer])).rejects.toThrow("demo data only");
    }
    await demo.database.pool.query(add, [demoIssuer]);
  });

  it("the program appoints nobody", async () => {
    const { rows } = await demo.owner.pool.query("SELECT account_id AS id FROM account");
    const add =
      "INSERT INTO appointment VALUES (gen_random_uuid(), $1, 'auditor', '{990101}', NULL, '[2020-01-01,)')";
    await expect(demo.database.pool.query(add, [rows[0].id])).rejects.toThrow("permission denied");
    await demo.owner.pool.query(add, [rows[0].id]);
    const widen = "UPDATE appointment SET counties = '{990101,990102}'";
    await expect(demo.database.pool.query(widen)).rejects.toThrow("permission denied");
  });
});

describe("one-click sign-ins", () => {
  it.each([
    ["real data", real, "127.0.0.1", "demo-sign-in-with-real-data"],
    ["no data", fresh, "127.0.0.1", "demo-sign-in-without-data"],
    ["another machine", demo, "0.0.0.0", "demo-data-off-loopback"],
    ["another machine by IPv6", demo, "::", "demo-data-off-loopback"],
  ] as const)("with %s: the server does not start", async (_name, { database }, host, code) => {
    const identity = { database, provider: oneClick, findPerson };
    expect(await startServer({ port: 0, host, pack, identity })).toEqual({ kind: "refused", code });
  });

  it("are not even mounted on real data when the application is built another way", async () => {
    const identity = { database: real.database, provider: oneClick, findPerson };
    await expect(buildServer({ pack, identity })).rejects.toThrow("demo data only");
  });

  it("answer nobody who came by an address of the network, wherever the server listens", async () => {
    const address = externalAddress();
    const identity = { database: demo.database, provider: oneClick, findPerson };
    const app = await buildServer({ pack, identity });
    await app.listen({ port: 0, host: "0.0.0.0" });
    const bound = app.server.address();
    const port = typeof bound === "object" ? (bound?.port ?? 0) : 0;
    const path = "/demo-identity/.well-known/openid-configuration";
    const outside =
      address === undefined ? undefined : await fetch(`http://${address}:${port}${path}`);
    const inside = await fetch(`http://127.0.0.1:${port}${path}`);
    await app.close();
    expect(inside.status).toBe(200);
    if (outside !== undefined) expect(outside.status).toBe(404);
  });

  it("demo data stay on this machine with a real provider as well", async () => {
    const provider = { issuer: "https://id.invalid", clientId: "x", clientSecret: "x" };
    const identity = { database: demo.database, provider, findPerson };
    expect(await startServer({ port: 0, host: "0.0.0.0", pack, identity })).toEqual({
      kind: "refused",
      code: "demo-data-off-loopback",
    });
  });
});

describe("a provider elsewhere", () => {
  let honest: TestProvider;
  let madeUp: TestProvider;

  beforeAll(async () => {
    honest = await startTestProvider(cast, clerk.subject);
    madeUp = await startTestProvider(cast, clerk.subject, demoMark);
  });

  afterAll(() => {
    honest.close();
    madeUp.close();
  });

  async function signInWith(provider: TestProvider, database = real.database) {
    const identity = { database, provider, findPerson };
    const started = await startServer({ port: 0, pack, identity });
    if (started.kind === "refused") throw new Error(started.code);
    provider.serve(started.url.replace(/\/$/, ""));
    const visitor = newVisitor(started.url);
    const response = await visitor.visit("/auth/sign-in");
    const answer: unknown = await (await visitor.ask("/api/session")).json();
    await started.close();
    return { response, answer };
  }

  it("that is real signs people in", async () => {
    const { answer } = await signInWith(honest);
    expect(answer).toMatchObject({ demo: false, who: { name: clerk.name, role: "resident" } });
    const { rows } = await real.owner.pool.query("SELECT issuer FROM account");
    expect(rows).toEqual([{ issuer: `${honest.issuer}/` }]);
  });

  it("of made-up people is turned away at the door of real data", async () => {
    const { response, answer } = await signInWith(madeUp);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("演示人物不能在此登录");
    expect(answer).toMatchObject({ who: null });
  });

  it("of made-up people is welcome where all data are made up", async () => {
    const { answer } = await signInWith(madeUp, demo.database);
    expect(answer).toMatchObject({ demo: true, who: { role: "resident" } });
  });

  it("that does not answer: a page says so, and signing in works once it is back", async () => {
    const late = await startTestProvider(cast, clerk.subject);
    const identity = { database: real.database, provider: late, findPerson };
    const started = await startServer({ port: 0, pack, identity });
    if (started.kind === "refused") throw new Error(started.code);
    const visitor = newVisitor(started.url);
    const response = await visitor.visit("/auth/sign-in");
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("暂时无法登录");
    late.serve(started.url.replace(/\/$/, ""));
    await visitor.visit("/auth/sign-in");
    expect(visitor.cookies.has("luohu-session")).toBe(true);
    await started.close();
    late.close();
  });
});

function externalAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.find(({ internal, family }) => !internal && family === "IPv4")?.address;
}
