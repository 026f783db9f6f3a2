// Departments over real HTTP: what they answer, and each refusal with an answer of its own.
import { randomUUID } from "node:crypto";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtInPack } from "../../test/pack.ts";
import { openDepartments } from "../departments/index.ts";
import { newAsker, questionOf } from "../exchange/testing/index.ts";
import { answerMessage, open } from "../exchange/index.ts";
import { startDepartments } from "./departments.ts";

const folder = mkdtempSync(join(tmpdir(), "luohu-departments-"));
const us = await newAsker("luohu");
const stranger = await newAsker("luohu");
const pack = builtInPack();

async function start() {
  const opened = await openDepartments({
    pack,
    folder,
    members: () => [us.member],
    now: () => new Date(),
    uuid: randomUUID,
    nonce: () => Buffer.from(randomUUID()).toString("base64url").slice(0, 22),
  });
  return startDepartments(opened, { port: 0, log: () => undefined });
}

let running: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  running = await start();
});
afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

async function send(jws: string, department = "human-resources", language = "en") {
  const response = await fetch(`${running.url}${department}/answers`, {
    method: "POST",
    headers: { "content-type": "application/jose", "accept-language": language },
    body: jws,
  });
  const text = await response.text();
  const problem = response.ok
    ? undefined
    : (JSON.parse(text) as { code: string; title: string; problems?: { path: string }[] });
  return { status: response.status, code: problem?.code, problem, jws: text };
}

type Logged = { readonly request: string; readonly state: string };
const log = async (department = "human-resources"): Promise<readonly Logged[]> =>
  (await fetch(`${running.url}${department}/log`)).json() as Promise<readonly Logged[]>;

async function read(jws: string) {
  const { members } = (await (await fetch(`${running.url}directory.json`)).json()) as {
    members: [];
  };
  return open(jws, answerMessage, { self: "luohu", members, now: new Date() });
}

describe("a department", () => {
  it("answers what the rules read, signed, with source and day, and nothing more", async () => {
    const question = questionOf({
      person: "990102199111119011",
      department: "natural-resources",
      place: { county: "990101", kind: "town" },
      records: [{ kind: "titles", fields: ["at", "use", "holder"] }],
    });
    const sent = await send(await us.sealed(question), "natural-resources");
    const message = await read(sent.jws);
    if (typeof message === "string") throw new Error(message);
    const { records, complete, request } = message.answer;
    expect(request).toBe(question.request);
    expect(complete).toEqual(["titles"]);
    const stated = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    expect(records).toEqual({
      titles: [{ at: "990101", use: "home", holder: "joint", source: "natural-resources", stated }],
    });
  });

  it("answers the same to the same request, however often it comes, and logs one question", async () => {
    const question = questionOf({ person: "990101197001019015" });
    const answers = [];
    for (let times = 0; times < 3; times++)
      answers.push(await read((await send(await us.sealed(question))).jws));
    const [first, ...more] = answers.map((each) => typeof each !== "string" && each.answer);
    expect(first).toBeTruthy();
    for (const each of more) expect(each).toEqual(first);
    expect((await log()).filter(({ request }) => request === question.request)).toHaveLength(1);
  });

  it("refuses each wrong message with an answer of its own, and looks nothing up", async () => {
    const before = (await log()).length;
    const good = await us.sealed(questionOf());
    const [header = "", content = "", signature = ""] = good.split(".");
    const altered = JSON.parse(Buffer.from(content, "base64url").toString()) as {
      question: { person: string };
    };
    altered.question.person = "990101197001019015";
    const forged = [
      header,
      Buffer.from(JSON.stringify(altered)).toString("base64url"),
      signature,
    ].join(".");
    const now = Math.floor(Date.now() / 1000);
    const unsigned = [Buffer.from('{"alg":"none"}').toString("base64url"), content, ""].join(".");
    const cases: readonly (readonly [string, string, string, number])[] = [
      ["altered", forged, "bad-signature", 400],
      ["unsigned", unsigned, "bad-signature", 400],
      ["signed by another's key", await stranger.sealed(questionOf()), "bad-signature", 400],
      [
        "from nobody known",
        await us.sealed(questionOf(), { iss: "somebody" }),
        "unknown-member",
        403,
      ],
      ["expired", await us.sealed(questionOf(), { iat: now - 90, exp: now - 30 }), "expired", 400],
      [
        "not yet valid",
        await us.sealed(questionOf(), { iat: now + 30, exp: now + 90 }),
        "expired",
        400,
      ],
      ["valid too long", await us.sealed(questionOf(), { exp: now + 3600 }), "expired", 400],
      ["for another", await us.sealed(questionOf(), { aud: "tax" }), "not-for-us", 400],
      [
        "about another's records",
        await us.sealed(questionOf({ department: "tax" }), { aud: "human-resources" }),
        "not-for-us",
        400,
      ],
      ["not of the form", await us.sealed(questionOf({ person: "x" })), "malformed", 400],
      ["no JWS", "hello", "malformed", 400],
    ];
    for (const [what, jws, code, status] of cases) {
      expect([what, (await send(jws)).code, (await send(jws)).status]).toEqual([
        what,
        code,
        status,
      ]);
      const { problem } = await send(jws, "human-resources", "zh-CN");
      expect(problem?.title, what).toMatch(/\p{Script=Han}/u);
    }
    expect(await log()).toHaveLength(before);
  });

  it("takes a message once", async () => {
    const jws = await us.sealed(questionOf());
    expect((await send(jws)).status).toBe(200);
    expect([(await send(jws)).code, (await send(jws)).status]).toEqual(["replayed", 409]);
  });

  it("gives nothing beyond what the rules read, says what that is, and logs that it was asked", async () => {
    const records = [
      { kind: "insurances", fields: ["from", "scheme"] },
      { kind: "employments", fields: ["employer"] },
    ];
    const question = questionOf({ records });
    const sent = await send(await us.sealed(question));
    expect([sent.code, sent.status]).toEqual(["asks-too-much", 403]);
    expect(sent.problem?.problems?.map(({ path }) => path)).toEqual([
      "insurances.scheme",
      "employments",
    ]);
    const logged = (await log()).filter(({ request }) => request === question.request);
    expect(logged.map(({ state }) => state)).toEqual(["refused"]);
  });

  it("does not let a request become another question", async () => {
    const question = questionOf();
    expect((await send(await us.sealed(question))).status).toBe(200);
    const other = await send(await us.sealed({ ...question, case: "T-2" }));
    expect([other.code, other.status]).toEqual(["changed-question", 409]);
  });

  it("says in OpenAPI 3.1 how it is asked; what it is not, is not there", async () => {
    const document = await (await fetch(`${running.url}tax/openapi.json`)).json();
    expect(document).toMatchObject({
      openapi: "3.1.0",
      paths: { "/answers": { post: {} }, "/log": {} },
    });
    expect((await send(await us.sealed(questionOf()), "nobody")).code).toBe("not-found");
    const { members } = (await (await fetch(`${running.url}directory.json`)).json()) as {
      members: { member: string }[];
    };
    expect(members.map(({ member }) => member).toSorted()).toEqual(
      pack.vocabulary.departments.map(({ id }) => id).toSorted(),
    );
  });
});

describe("a department's journal", () => {
  it("goes on after a crash in the middle of a line, and knows what it answered and took", async () => {
    const question = questionOf({ person: "990101198001019017" });
    const jws = await us.sealed(question);
    const first = await read((await send(jws)).jws);
    const before = await log();
    await running.close();
    appendFileSync(join(folder, "human-resources", "journal.jsonl"), '{"seq":99,"id"');
    running = await start();
    expect(await log()).toEqual(before);
    expect((await send(jws)).code).toBe("replayed");
    const again = await read((await send(await us.sealed(question))).jws);
    expect(typeof again !== "string" && again.answer).toEqual(
      typeof first !== "string" && first.answer,
    );
    expect((await log()).filter(({ request }) => request === question.request)).toHaveLength(1);
  });

  it("that was rewritten is not opened", async () => {
    const path = join(folder, "human-resources", "journal.jsonl");
    const text = readFileSync(path, "utf8");
    await running.close();
    writeFileSync(path, text.replace('"case":"T-1"', '"case":"T-9"'));
    await expect(start()).rejects.toThrow(/does not hold at line 1/);
    writeFileSync(path, text);
    running = await start();
  });
});
