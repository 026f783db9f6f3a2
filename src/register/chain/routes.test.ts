import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type OpenSession, registerGuard, type Role } from "../../platform/auth/index.ts";
import { ensureKey } from "../../platform/keys/index.ts";
import { useDatabase } from "../../platform/postgres/testing/index.ts";
import { soundOf } from "../../standards/index.ts";
import { chainStatus, verification } from "../contract.ts";
import { asForger } from "../testing/forger.ts";
import { histories } from "../testing/random-histories.ts";
import { recordHistory } from "../testing/record-history.ts";
import { registerOn } from "../testing/register.ts";
import { startCheckpoints } from "./checkpoint-clock.ts";
import { chainRoutes } from "./routes.ts";

const { database, owner } = await useDatabase();
const keys = mkdtempSync(join(tmpdir(), "luohu-chain-routes-"));
const register = registerOn(database, () => "2026-07-01", keys);
const now = () => "2026-07-01T00:00:00.000Z";

const session = (role: Role): OpenSession => ({
  principal: {
    account: role,
    name: role,
    role,
    counties: [990_101],
    department: "public-security",
  },
  csrf: "word",
  key: role,
});

let app: FastifyInstance;
beforeAll(async () => {
  await ensureKey(keys, now());
  const [steps = []] = fc.sample(histories(200), { numRuns: 1, seed: 11 });
  await recordHistory(steps, { database, keys, random: randomBytes, soundOf });
  app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  await registerGuard(app, {
    findSession: async ({ headers }) => session(headers["who"] as Role),
    origin: () => "http://here.test",
  });
  await app.register(chainRoutes, { register });
});
afterAll(async () => {
  await app.close();
  rmSync(keys, { recursive: true });
});

async function ask(url: string, body?: object, who = "auditor") {
  const headers = { who, "luohu-csrf": "word", origin: "http://here.test" };
  const method = body === undefined ? "GET" : "POST";
  return app.inject({ url, method, headers, ...(body === undefined ? {} : { payload: body }) });
}

async function verified(body: object) {
  const begun = await ask("/api/audit/verifications", body);
  expect(begun.statusCode).toBe(202);
  for (let answer = verification.parse(begun.json()); ;) {
    if (answer.state !== "running") return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
    answer = verification.parse((await ask(`/api/audit/verifications/${answer.id}`)).json());
  }
}

const chains = async () => z.array(chainStatus).parse((await ask("/api/audit/chains")).json());

describe("what auditors see of the chains", () => {
  it("is every county's, before and after it is signed and verified", async () => {
    const before = await chains();
    expect(before.map(({ county }) => county)).toEqual([990_101, 990_102, 990_103]);
    for (const { checkpoint, tail, events, verified: at } of before) {
      expect({ checkpoint, tail, at }).toEqual({ checkpoint: null, tail: events, at: null });
    }
    const clock = startCheckpoints({ database, keys, now, every: 1e6, log: () => undefined });
    await clock.stop();
    const answer = await verified({});
    expect(answer).toMatchObject({ state: "done", faults: [] });
    expect(answer.done).toBe(answer.total);
    expect(answer.chains).toEqual(await chains());
    for (const { checkpoint, tail, events, verified: at } of answer.chains) {
      expect({ seq: checkpoint?.seq, tail, faults: at?.faults }).toEqual({
        seq: events,
        tail: 0,
        faults: 0,
      });
    }
  });

  it("names what was changed, and one county can be asked for", async () => {
    await asForger(owner, (query) =>
      query("UPDATE register_event SET actor_name = 'Nobody' WHERE county = 990102 AND seq = 3"),
    );
    expect((await verified({ county: 990_101 })).faults).toEqual([]);
    const { faults } = await verified({ county: 990_102 });
    expect(faults).toMatchObject([
      { county: 990_102, code: "column-differs", seq: 3, values: { column: "actor_name" } },
    ]);
    const status = (await chains()).find(({ county }) => county === 990_102);
    expect(status?.verified?.faults).toBe(1);
  });

  it("is started by auditors only, and unknown ones are not found", async () => {
    const officer = "data-protection-officer";
    expect((await ask("/api/audit/verifications", {}, officer)).statusCode).toBe(403);
    expect((await ask("/api/audit/chains", undefined, officer)).statusCode).toBe(200);
    expect((await ask("/api/audit/chains", undefined, "window-clerk")).statusCode).toBe(403);
    const unknown = await ask("/api/audit/verifications/0197aaaa-0000-7000-8000-000000000000");
    expect(unknown.statusCode).toBe(404);
  });
});

describe("signatures at intervals", () => {
  it("are made, tell once what keeps them from it, and go on", async () => {
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const lost = mkdtempSync(join(tmpdir(), "luohu-chain-lost-"));
    await ensureKey(lost, now());
    const clock = startCheckpoints({ database, keys: lost, now, every: 5, log });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await clock.stop();
    rmSync(lost, { recursive: true });
    expect(lines).toEqual([expect.stringMatching(/^checkpoints: the folder of keys lacks /)]);
  });
});
