import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import Fastify from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registerGuard, type OpenSession, type Role } from "../platform/auth/index.ts";
import { ensureKey } from "../platform/keys/index.ts";
import { useDatabase } from "../platform/postgres/testing/index.ts";
import * as contract from "./contract.ts";
import { registerRoutes } from "./index.ts";
import { clerk, registerOn } from "./testing/register.ts";
import {
  family,
  father,
  groundFor,
  moveOut,
  mother,
  neighbour,
  people,
  single,
  singleHousehold,
  stranger,
  strangerChild,
  strangerHousehold,
  today,
  town,
} from "./testing/small-town.ts";
import { settleTown } from "./testing/town-database.ts";

const { database, owner } = await useDatabase();
const folder = mkdtempSync(join(tmpdir(), "luohu-test-keys-"));
const register = registerOn(database, () => today, folder);

type Who = Role | "neighbour" | "same-person";
const session = (role: Role, more: Partial<OpenSession["principal"]> = {}): OpenSession => ({
  principal: {
    account: `account of ${role}`,
    name: "林思齐",
    role,
    counties: role === "resident" ? [] : [town],
    department: "public-security",
    ...more,
  },
  csrf: "word",
  key: role,
});
const sessions: ReadonlyMap<string, OpenSession> = new Map<Who, OpenSession>([
  ["window-clerk", session("window-clerk")],
  ["approver", session("approver", { name: "韩素梅" })],
  ["same-person", session("approver", { account: "account of window-clerk" })],
  ["data-protection-officer", session("data-protection-officer")],
  ["auditor", session("auditor", { counties: [town, neighbour] })],
  ["resident", session("resident", { person: stranger })],
  ["neighbour", session("window-clerk", { counties: [neighbour] })],
]);

let app: FastifyInstance;
beforeAll(async () => {
  await ensureKey(folder, `${today}T00:00:00.000Z`);
  await settleTown(register, owner);
  app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  await registerGuard(app, {
    findSession: async ({ headers }) => sessions.get(String(headers["who"])),
    origin: () => "http://here.test",
  });
  await app.register(registerRoutes, { register });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

type Asked = { readonly who?: Who; readonly body?: object; readonly headers?: object };

function ask(url: string, { who = "window-clerk", body, headers }: Asked = {}) {
  return app.inject({
    url,
    method: body === undefined ? "GET" : "POST",
    headers: {
      who,
      "luohu-csrf": "word",
      "luohu-purpose": "application",
      "accept-language": "en",
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
}

const at = (path: string, county = town) => `/api/counties/${county}${path}`;
const search = (by: string, text: string) =>
  ask(at("/people/search"), { body: { by, text } }).then((answer) => {
    expect(answer.statusCode).toBe(200);
    return contract.found.parse(answer.json());
  });

async function act(body: object, { who = "window-clerk", headers = {} }: Asked = {}) {
  const preview = await ask(at("/acts/preview"), { who, body });
  const { ifMatch } = contract.preview.parse(preview.json());
  const sent = { "idempotency-key": randomUUID(), "if-match": ifMatch, ...headers };
  return { sent, answer: await ask(at("/acts"), { who, body, headers: sent }) };
}

const problem = (answer: LightMyRequestResponse) => {
  expect(answer.headers["content-type"]).toContain("application/problem+json");
  return answer.json<{ code: string; status: number; problems?: Record<string, unknown>[] }>();
};

/** As the town is told: what a test changes, the next one sees. */
describe("looking", () => {
  it("finds by characters, by sound, by initials, by address and by number", async () => {
    const { father: he } = people;
    const names = async (by: string, text: string) =>
      (await search(by, text)).people.map(({ person }) => person);
    expect(await names("name", he.name.slice(0, 2))).toContain(father);
    const { sound, initials } = register.soundOf(he.name);
    expect(await names("name", sound.slice(0, 3))).toContain(father);
    expect(await names("name", initials)).toContain(father);
    expect(await names("address", "平路4")).toContain(father);
    expect(await names("address", "和平")).toHaveLength(6);
    expect(await names("address", "和")).toEqual([]);
    const found = await search("id-number", he.idNumber ?? "");
    expect(found.people).toEqual([
      expect.objectContaining({
        person: father,
        county: town,
        household: family,
        registered: true,
      }),
    ]);
    expect(found.people[0]?.idNumber).toBe(`**************${he.idNumber?.slice(-4)}`);
  });

  it("finds by number whoever is registered elsewhere, and by nothing else", async () => {
    const { idNumber, name } = people.stranger;
    const { people: found } = await search("id-number", idNumber ?? "");
    expect(found).toEqual([expect.objectContaining({ person: stranger, county: neighbour })]);
    const named = (await search("name", name)).people.map(({ person }) => person);
    expect(named).not.toContain(stranger);
    expect((await search("id-number", "110105194912310025")).people).toEqual([]);
  });

  it("shows people and households with their versions, and only with a purpose", async () => {
    const person = await ask(at(`/people/${father}`));
    expect(contract.person.parse(person.json())).toMatchObject({
      version: 1,
      particulars: { name: people.father.name, idNumber: people.father.idNumber },
      registrations: [{ county: town, from: "2020-01-01", until: null }],
      seats: [{ household: family, relation: 2, from: "2020-01-01", until: null }],
      history: [{ type: "settled", by: clerk.name, seq: 1, details: { from: { place: "外地" } } }],
    });
    expect(person.headers["etag"]).toBe(`"p${father}:1"`);
    const household = await ask(at(`/households/${family}`));
    expect(contract.household.parse(household.json())).toMatchObject({
      kind: "family",
      version: 1,
      days: ["2020-01-01"],
      members: [{ person: father, relation: 2 }, {}, {}, {}],
    });
    expect(household.headers["etag"]).toBe(`"h${family}:1"`);
    const before = await ask(at(`/households/${family}?on=2019-12-31`));
    expect(before.json()).toMatchObject({ members: [], dwelling: null });
    expect(problem(await ask(at("/households/999999"))).code).toBe("not-found");
    const without = await ask(at(`/people/${father}`), { headers: { "luohu-purpose": "" } });
    expect(problem(without).code).toBe("purpose-missing");
    const elsewhere = await ask(at(`/people/${stranger}`));
    expect(problem(elsewhere).code).toBe("not-found");
  });

  it("prints a booklet under the signed head of the chain", async () => {
    const answer = await ask(at(`/households/${family}/booklet`));
    const booklet = contract.booklet.parse(answer.json());
    expect(booklet.cards.map(({ member }) => member.person)[0]).toBe(father);
    expect(booklet.proof).toMatchObject({ county: town, seq: 3 });
    const own = await ask(at(`/households/${family}/booklet?person=${mother}`));
    expect(contract.booklet.parse(own.json()).cards).toHaveLength(1);
    expect((await ask(at(`/households/${family}/booklet?person=${single}`))).statusCode).toBe(404);
    const history = await ask(at(`/households/${family}/history`));
    expect(contract.entry.array().parse(history.json())).toHaveLength(1);
  });
});

describe("acts", () => {
  const marital = (value: number) => ({
    act: "correct",
    on: today,
    ground: groundFor([people.father]),
    person: father,
    after: { marital: value },
  });

  it("does an act once however often it is sent, and tells what is in the way", async () => {
    const first = await act(marital(20));
    expect(first.answer.statusCode).toBe(201);
    const receipt = contract.receipt.parse(first.answer.json());
    expect(receipt.events).toMatchObject([{ county: town, seq: 4 }]);
    const again = await ask(at("/acts"), { body: marital(20), headers: first.sent });
    expect(again.statusCode).toBe(201);
    expect(again.json()).toEqual(first.answer.json());
    const other = await ask(at("/acts"), { body: marital(30), headers: first.sent });
    expect(problem(other)).toMatchObject({ status: 409, code: "key-taken" });

    const headers = { ...first.sent, "idempotency-key": randomUUID() };
    const stale = problem(await ask(at("/acts"), { body: marital(30), headers }));
    expect(stale).toMatchObject({
      status: 412,
      code: "stale",
      problems: [{ code: "changed", values: { person: father, seen: 1, now: 2 } }],
    });
    const unsaid = { ...headers, "if-match": "" };
    const bare = await ask(at("/acts"), { body: marital(30), headers: unsaid });
    expect(bare.statusCode).toBe(412);
    const noMatch = { "idempotency-key": randomUUID() };
    const missing = await ask(at("/acts"), { body: marital(30), headers: noMatch });
    expect(problem(missing)).toMatchObject({ status: 428, code: "versions-missing" });
  });

  it("refuses with reasons in the asker's language", async () => {
    const tomorrow = { ...marital(40), on: "2020-06-02" };
    const { answer, sent } = await act(tomorrow);
    expect(problem(answer)).toMatchObject({
      status: 422,
      code: "refused",
      problems: [{ code: "future-day", path: "on", message: "The day is after today." }],
    });
    const zh = await ask(at("/acts"), {
      body: tomorrow,
      headers: { ...sent, "accept-language": "zh-CN" },
    });
    expect(problem(zh).problems?.[0]?.["message"]).toBe("日期不能晚于今天。");
    const shapeless = await ask(at("/acts"), { body: { act: "settle" }, headers: sent });
    expect(shapeless.statusCode).toBe(400);
  });

  it("moves people between counties in one transaction", async () => {
    const leavers = [people.stranger, people.strangerChild];
    const { answer } = await act({
      act: "settle",
      on: today,
      ground: groundFor(leavers),
      into: { kind: "known", household: singleHousehold },
      arrivals: [
        { from: "county", county: neighbour, person: stranger, relation: 97 },
        { from: "county", county: neighbour, person: strangerChild, relation: 97 },
      ],
      seats: [],
      leftBehind: [],
    });
    expect(contract.receipt.parse(answer.json()).events.map(({ county }) => county)).toEqual([
      town,
      neighbour,
    ]);
    const left = await ask(at(`/households/${strangerHousehold}`, neighbour), { who: "neighbour" });
    expect(left.json()).toMatchObject({ ended: today, members: [] });
    const joined = await ask(at(`/households/${singleHousehold}`));
    expect(contract.household.parse(joined.json()).members).toHaveLength(3);
  });

  it("waits for a second person where the law asks for four eyes", async () => {
    const body = {
      act: "correct",
      on: today,
      ground: groundFor([people.single]),
      person: single,
      after: { name: "新名" },
    };
    const { answer, sent } = await act(body);
    expect(answer.statusCode).toBe(202);
    const proposal = contract.proposal.parse(answer.json());
    expect(proposal).toMatchObject({ state: "waiting", decidable: false });
    const again = await ask(at("/acts"), { body, headers: sent });
    expect([again.statusCode, again.json()]).toEqual([202, answer.json()]);

    const list = await ask(at("/proposals"), { who: "approver" });
    expect(list.json()).toEqual([{ ...proposal, decidable: true }]);
    const verdict = at(`/proposals/${proposal.proposal}/verdict`);
    const approve = { verdict: "approve", reason: "" };
    const own = await ask(verdict, { who: "same-person", body: approve });
    expect(problem(own)).toMatchObject({ status: 403, code: "own-proposal" });
    const approved = await ask(verdict, { who: "approver", body: approve });
    expect(approved.statusCode).toBe(201);
    const twice = await ask(verdict, { who: "approver", body: approve });
    expect(problem(twice)).toMatchObject({ status: 409, code: "already-decided" });
    const sentAgain = await ask(at("/acts"), { body, headers: sent });
    expect([sentAgain.statusCode, sentAgain.json()]).toEqual([201, approved.json()]);
    const history = (await ask(at(`/people/${single}`))).json<{ history: object[] }>().history;
    expect(history.at(-1)).toMatchObject({ by: "林思齐", approvedBy: "韩素梅" });
    const nothing = at(`/proposals/${randomUUID()}/verdict`);
    expect((await ask(nothing, { who: "approver", body: approve })).statusCode).toBe(404);
  });

  it("tells an approver what changed since it was proposed, and takes a no", async () => {
    const body = {
      act: "correct",
      on: today,
      ground: groundFor([people.mother]),
      person: mother,
      after: { name: "另名" },
    };
    const { answer } = await act(body);
    const { proposal } = contract.proposal.parse(answer.json());
    const between = { ...body, after: { education: 60 } };
    expect((await act(between)).answer.statusCode).toBe(201);
    const verdict = at(`/proposals/${proposal}/verdict`);
    const stale = await ask(verdict, { who: "approver", body: { verdict: "approve", reason: "" } });
    expect(problem(stale)).toMatchObject({
      status: 412,
      problems: [{ values: { person: mother } }],
    });
    const no = await ask(verdict, { who: "approver", body: { verdict: "reject", reason: "旧" } });
    expect(no.json()).toMatchObject({ state: "rejected", reason: "旧", decidedBy: "韩素梅" });
    const rejected = await ask(at("/proposals?state=rejected"), { who: "approver" });
    expect(rejected.json()).toHaveLength(1);
  });

  it("erases by data-protection officers alone, and they do nothing else", async () => {
    const leaving = await act(
      moveOut([father], {
        seats: [
          { person: mother, relation: 2 },
          { person: father + 2, relation: 30 },
          { person: father + 3, relation: 97 },
        ],
      }),
    );
    expect(leaving.answer.statusCode).toBe(201);
    const erasure = { act: "erase", on: today, ground: groundFor([people.father]), person: father };
    const officer = "data-protection-officer";
    expect((await act(erasure)).answer.statusCode).toBe(403);
    expect((await act(marital(90), { who: officer })).answer.statusCode).toBe(403);
    const { answer } = await act(erasure, { who: officer });
    const { proposal } = contract.proposal.parse(answer.json());
    const approve = { verdict: "approve", reason: "" };
    const done = await ask(at(`/proposals/${proposal}/verdict`), {
      who: "approver",
      body: approve,
    });
    expect(done.statusCode).toBe(201);
    const person = contract.person.parse((await ask(at(`/people/${father}`))).json());
    expect(person.particulars).toMatchObject({ name: null, idNumber: null, birthDate: null });
    expect(person.history.map(({ type, details }) => [type, details])).toEqual([
      ["settled", null],
      ["particulars-corrected", null],
      ["moved-out", null],
      ["person-erased", {}],
    ]);
    expect((await search("id-number", people.father.idNumber ?? "")).people).toEqual([]);
  });
});

describe("one's own", () => {
  it("shows residents their record, household and looks over all counties, by their session alone", async () => {
    const own = { who: "resident" } as const;
    const record = contract.person.parse((await ask("/api/me/record", own)).json());
    expect(record).toMatchObject({
      county: town,
      person: stranger,
      registrations: [{ county: neighbour }, { county: town }],
    });
    expect(record.history.map(({ type, county }) => [type, county])).toEqual([
      ["settled", neighbour],
      ["settled", town],
      ["moved-out", neighbour],
    ]);
    const now = contract.household.parse((await ask("/api/me/household", own)).json());
    expect(now.household).toBe(singleHousehold);
    expect(now.members.map(({ person, idNumber }) => [person, idNumber?.startsWith("*")])).toEqual(
      expect.arrayContaining([
        [stranger, false],
        [single, true],
      ]),
    );
    const then = await ask("/api/me/household?on=2020-02-01", own);
    expect(then.json()).toMatchObject({ county: neighbour, household: strangerHousehold });
    const looks = contract.lookUp.array().parse((await ask("/api/me/look-ups", own)).json());
    expect(looks.map(({ kind, county }) => `${kind} ${county}`)).toEqual(
      expect.arrayContaining([`act ${neighbour}`, `search ${neighbour}`, `household ${town}`]),
    );
    expect(looks.every(({ by, purpose }) => by === "林思齐" && purpose === "application")).toBe(
      true,
    );
    expect((await ask("/api/me/record", { who: "auditor" })).statusCode).toBe(403);
  });

  it("shows auditors looks without names, of their own counties", async () => {
    const answer = await ask(`/api/audit/look-ups?county=${neighbour}`, { who: "auditor" });
    const page = contract.lookUpPage.parse(answer.json());
    expect(page.lookUps.length).toBeGreaterThan(1);
    expect(answer.body).not.toContain(people.stranger.name);
    const elsewhere = await ask("/api/audit/look-ups?county=650102", { who: "auditor" });
    expect(elsewhere.statusCode).toBe(403);
  });
});
