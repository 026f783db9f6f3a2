// Steps that meet: of two that exclude one another one is done and the other is told so, whichever server takes them,
// and the register says the same as the case.
import { randomBytes, randomUUID } from "node:crypto";
import { connect } from "node:net";
import { afterAll, expect, it } from "vitest";
import { builtInPack } from "../../test/pack.ts";
import { startServer } from "../api/server.ts";
import { registerOf, standardsFor } from "../cli/open-register.ts";
import { openDatabase } from "../platform/postgres/index.ts";
import { findPersonByIdNumber, todayOf } from "../register/index.ts";
import { doAct } from "../register/testing/index.ts";
import { settlementService } from "../services/settlement/index.ts";
import { takeEffect } from "./effect.ts";
import { county, familyMove, loneMove, useOffice } from "./testing/office-over-http.ts";

const office = await useOffice();
const { people, resident, clerk, approver, owner, register, headersOf, url } = office;
const [lin, he, han] = [clerk("林思齐"), clerk("何晓"), approver("韩素梅")];

/** A second server on the same database, with connections of its own. */
const other = await startOther();
async function startOther(): Promise<string> {
  const database = openDatabase(office.appUrl);
  const standards = standardsFor("demo");
  const second = registerOf(
    { ...office, database, keys: register.keys, close: () => Promise.resolve() },
    standards,
  );
  const many = 100_000;
  const started = await startServer({
    port: 0,
    pack: builtInPack(),
    standards,
    register: second,
    exchange: { ...office.exchange, database, random: randomBytes },
    identity: { database, findPerson: (idNumber) => findPersonByIdNumber(second, idNumber) },
    rateLimits: { ordinary: many, record: many, search: many, "sign-in": many },
  });
  if (started.kind === "refused") throw new Error(started.code);
  afterAll(async () => {
    await started.close();
    await database.close();
  });
  return started.url;
}

/** Grown-up members of the district's families who do not head one, each given once. */
const movers = await findMovers();
async function findMovers() {
  const { rows } = await owner.pool.query<{ person: number; household: number; name: string }>(
    `SELECT DISTINCT ON (m.household_id) p.person_id::int AS person, m.household_id::int AS household, p.name
     FROM membership m JOIN household h USING (county, household_id) JOIN person p USING (county, person_id)
     WHERE m.county = ${county} AND upper_inf(m.during) AND h.kind = 'family' AND m.relation <> 2
       AND p.id_number IS NOT NULL AND p.birth_date < '1995-01-01' AND h.changed < current_date - 30
     ORDER BY m.household_id, p.person_id LIMIT 40`,
  );
  return rows;
}

async function someone() {
  const found = movers.pop();
  if (found === undefined) throw new Error("nobody is left");
  return { ...found, applicant: resident(`申请人${found.person}`, found.person) };
}

/** A case of somebody alone that waits for the register to follow. */
async function granted() {
  const who = await someone();
  const move = loneMove(who.person);
  const home = { kind: "own-home", address: `竞速路${who.person}号`, community: "和平社区" };
  const application = { ...move.application, form: { ...move.application.form, homes: [home] } };
  const key = await who.applicant.open({ ...move, application });
  await who.applicant.step(key, { do: "submit" });
  await lin.step(key, { do: "accept" });
  await lin.step(key, { do: "check", seen: [{ kind: "household-booklet" }], note: null });
  const yes = { do: "decide", granted: [0], clause: "D2.1", against: "已当面核实" };
  expect(await lin.step(key, yes)).toMatchObject({ json: { stage: "proposed" } });
  expect(await han.step(key, { do: "approve" })).toMatchObject({ json: { stage: "granted" } });
  return { ...who, key };
}

const effectStep = { do: "effect" as const, household: null, seats: [], leftBehind: [] };
const effect: object = effectStep;
const both = { "zh-CN": "—", en: "—" };

/** Somebody moves out of what is kept here. */
function leaving({ person, household, name }: Awaited<ReturnType<typeof someone>>) {
  const on = todayOf(register.clock());
  const signatures = [{ signer: name, as: "self", for: [0], signed: on } as const];
  const ground = { clause: "R4.1", papers: [{ kind: "证明", number: "甲-1" }], signatures };
  const leavers = [person];
  return { act: "move-out", on, ground, household, leavers, to: "外地", seats: [] } as const;
}

/** What the case did, and in how many households of the register the person has ever been. */
async function after(key: string, person: number) {
  const { rows } = await owner.pool.query<{ effects: number; homes: number; stage: string }>(
    `SELECT (SELECT count(*)::int FROM case_action WHERE case_id = $1 AND type = 'effect') AS effects,
       (SELECT count(DISTINCT household_id)::int FROM membership WHERE person_id = $2) AS homes,
       (SELECT stage FROM case_file WHERE case_id = $1) AS stage`,
    [key, person],
  );
  return rows[0];
}

it("one step under one key, sent to two servers at once, is taken once", async () => {
  const { applicant, person } = await someone();
  const sent = { "idempotency-key": randomUUID() };
  const headers = await headersOf(`申请人${person}`, { role: "resident", person });
  const at = (base: string, path: string, body: object, more = {}) =>
    fetch(new URL(path, base), {
      method: "POST",
      headers: { ...headers, ...sent, ...more, "content-type": "application/json" },
      body: JSON.stringify(body),
    }).then(async (response) => ({ status: response.status, text: await response.text() }));
  const both = (path: string, body: object, more = {}) =>
    Promise.all([url, other, url, other].map((base) => at(base, path, body, more)));
  const opened = await both("/api/me/cases", loneMove(person));
  expect(new Set(opened.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(opened.map(({ text }) => text)).size).toBe(1);
  const { case: key } = JSON.parse(opened[0]?.text ?? "") as { readonly case: string };
  sent["idempotency-key"] = randomUUID();
  const { etag } = await applicant.get(`/api/me/cases/${key}`);
  const submitted = await both(
    `/api/me/cases/${key}/steps`,
    { do: "submit" },
    { "if-match": etag },
  );
  expect(new Set(submitted.map(({ text }) => text)).size).toBe(1);
  expect(submitted[0]?.status).toBe(200);
  const { rows } = await owner.pool.query(`SELECT FROM case_action WHERE case_id = '${key}'`);
  expect(rows).toHaveLength(2);
});

it("a case withdrawn while its effect runs is one or the other", async () => {
  for (let round = 0; round < 2; round++) {
    const { key, person, applicant } = await granted();
    const sent = [applicant.step(key, { do: "withdraw" }), lin.step(key, effect)] as const;
    const [withdrawn, effected] = await Promise.all(sent);
    const answers = [withdrawn.status, effected.status];
    const stands = await after(key, person);
    if (effected.status === 200)
      expect(stands).toEqual({ effects: 1, homes: 2, stage: "effected" });
    else expect(stands).toEqual({ effects: 0, homes: 1, stage: "withdrawn" });
    expect(answers.filter((status) => status === 200)).toHaveLength(1);
    expect([412, 422]).toContain(answers.find((status) => status !== 200));
  }
});

it("an act of the register meets the effect about the same person: both are told, neither hangs", async () => {
  for (let round = 0; round < 2; round++) {
    const who = await granted();
    const { key, person } = who;
    const [moved, effected] = await Promise.all([
      doAct(register, county, leaving(who), randomUUID()),
      he.step(key, effect),
    ]);
    const stands = await after(key, person);
    expect(["done", "refused", "stale"]).toContain(moved.kind);
    if (effected.status === 200)
      expect(stands).toEqual({ effects: 1, homes: 2, stage: "effected" });
    else {
      expect([412, 422]).toContain(effected.status);
      expect(stands).toEqual({ effects: 0, homes: 1, stage: "granted" });
    }
  }
});

/** Carries a grant out as the server does, while something happens between the look at the case and the act. */
async function effectDuring(key: string, meanwhile: () => Promise<unknown>) {
  const { version } = (await lin.get(`${office.desk}/${key}`)).json;
  const service = settlementService(register);
  const actOf: typeof service.actOf = async (...asked) => {
    const made = await service.actOf(...asked);
    await meanwhile();
    return made;
  };
  const account = randomUUID();
  const clerkHere = { role: "window-clerk", subject: account, county, citizen: null } as const;
  return takeEffect(
    {
      register,
      exchange: office.exchange,
      services: [{ ...service, actOf }],
      officeOf: () => ({ office: both, government: both, court: both }),
    },
    {
      county,
      case: key,
      key: randomUUID(),
      seen: version,
      signed: {
        actor: { kind: "staff", ...clerkHere, session: "s" },
        account,
        name: "林思齐",
        person: null,
      },
      body: effectStep,
    },
  );
}

it("an effect is stopped by whatever happens between the look at the case and the act", async () => {
  const withdrawn = await granted();
  const gone = () => withdrawn.applicant.step(withdrawn.key, { do: "withdraw" });
  expect(await effectDuring(withdrawn.key, gone)).toEqual({ kind: "stale" });
  expect(await after(withdrawn.key, withdrawn.person)).toMatchObject({ effects: 0, homes: 1 });

  const effected = await granted();
  const quicker = () => lin.step(effected.key, effect);
  expect(await effectDuring(effected.key, quicker)).toEqual({ kind: "stale" });
  expect(await after(effected.key, effected.person)).toMatchObject({ effects: 1, homes: 2 });

  const moved = await granted();
  const leave = () => doAct(register, county, leaving(moved), randomUUID());
  expect(await effectDuring(moved.key, leave)).toMatchObject({ kind: "refused" });
  expect(await after(moved.key, moved.person)).toMatchObject({ effects: 0, stage: "granted" });
});

it("a consent taken back between the look and the act leaves nobody registered who does not want to be", async () => {
  const [ma, ding] = [resident("马建业", people.ma), resident("丁雪", people.ding)];
  const key = await ma.open(familyMove(people));
  await ma.step(key, { do: "submit" });
  for (const member of [1, 2])
    await ding.step(key, { do: "consent", member, says: "yes", heard: null });
  const seen = await office.answered(lin, key);
  await lin.step(key, { do: "accept" });
  await lin.step(key, { do: "check", seen: [], note: null });
  expect(seen).toMatchObject({ advice: { outcome: "granted" } });
  const yes = { do: "decide", granted: [0, 1, 2], clause: null, against: null };
  expect(await lin.step(key, yes)).toMatchObject({ json: { stage: "granted" } });
  const no = () => ding.step(key, { do: "consent", member: 1, says: "no", heard: null });
  expect(await effectDuring(key, no)).toMatchObject({
    kind: "refused",
    reasons: [{ code: "consent-missing" }],
  });
  expect(await after(key, people.ding)).toMatchObject({ effects: 0, homes: 1, stage: "granted" });
});

it("a case handed over while somebody decides it is decided by who answers for it, or not yet", async () => {
  const { applicant, person } = await someone();
  const key = await applicant.open(loneMove(person));
  await applicant.step(key, { do: "submit" });
  await lin.step(key, { do: "accept" });
  await lin.step(key, { do: "check", seen: [], note: null });
  const { etag } = await lin.get(`${office.desk}/${key}`);
  const at = { "if-match": etag };
  const yes = { do: "decide", granted: [0], clause: "D2.1", against: "已当面核实" };
  const sent = [lin.step(key, yes, at), he.step(key, { do: "assign", to: null, why: null }, at)];
  const statuses = (await Promise.all(sent)).map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 412]);
});

it("a paper whose sending is cut midway is not there, and can be sent again under its key", async () => {
  const { applicant, person } = await someone();
  const key = await applicant.open(loneMove(person));
  const headers = await headersOf(`申请人${person}`, { role: "resident", person });
  const path = `/api/me/cases/${key}/documents?paper=id-card`;
  const sent = { "idempotency-key": randomUUID(), "content-type": "application/octet-stream" };
  const bytes = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(300_000)]);
  const { hostname, port } = new URL(url);
  const lines = Object.entries({
    ...headers,
    ...sent,
    host: hostname,
    "content-length": bytes.length,
  });
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(
        `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`,
      );
      socket.write(bytes.subarray(0, 150_000), () => socket.destroy());
    });
    socket.on("close", () => resolve());
  });
  const count = async () =>
    (await owner.pool.query(`SELECT FROM case_document WHERE case_id = '${key}'`)).rows.length;
  expect(await count()).toBe(0);
  const send = (body: Buffer) =>
    fetch(new URL(path, url), {
      method: "POST",
      headers: { ...headers, ...sent },
      body: new Uint8Array(body),
    });
  expect((await send(bytes)).status).toBe(201);
  expect((await send(bytes)).status).toBe(201);
  // As long as the first, and another.
  const altered = Buffer.from(bytes);
  altered.write("x", 200_000);
  expect((await send(altered)).status).toBe(409);
  expect(await count()).toBe(1);
});

it("a withdrawn case's questions are called off, whatever the departments say later", async () => {
  await office.departments.stop();
  const { applicant, person } = await someone();
  const key = await applicant.open(loneMove(person));
  await applicant.step(key, { do: "submit" });
  await applicant.step(key, { do: "withdraw" });
  const { rows } = await owner.pool.query<{ state: string }>(
    `SELECT DISTINCT r.state FROM exchange_request r JOIN case_file f
       ON f.county = r.county AND f.reference = r.case_reference WHERE f.case_id = '${key}'`,
  );
  expect(rows).toEqual([{ state: "called-off" }]);
});

it("a request whose answer was lost gets its receipt, whatever has become of its people since", async () => {
  const who = await someone();
  const { applicant, person } = who;
  const sent = { "idempotency-key": randomUUID() };
  const first = await applicant.post("/api/me/cases", loneMove(person), sent);
  const { application } = loneMove(person);
  const { etag } = await applicant.get(`/api/me/cases/${first.json.case}`);
  const step = { "idempotency-key": randomUUID(), "if-match": etag };
  const path = `/api/me/cases/${first.json.case}/steps`;
  const drafted = await applicant.post(path, { do: "draft", application }, step);
  expect([first.status, drafted.status]).toEqual([201, 200]);
  expect(await doAct(register, county, leaving(who), randomUUID())).toMatchObject({ kind: "done" });
  expect(await applicant.post("/api/me/cases", loneMove(person), sent)).toEqual(first);
  expect(await applicant.post(path, { do: "draft", application }, step)).toEqual(drafted);
  const other = { "idempotency-key": randomUUID() };
  expect(await applicant.post("/api/me/cases", loneMove(person), other)).toMatchObject({
    status: 422,
    json: { problems: [{ code: "people-unclear" }] },
  });
});
