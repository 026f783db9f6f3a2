// Two clerks on one case, a stale tab, a request sent twice: one effect, and a clear answer for whoever came second.
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { county, familyMove, loneMove, useOffice } from "./testing/office-over-http.ts";

const office = await useOffice();
const { people, resident, clerk, owner } = office;
const clerks = [clerk("林思齐"), clerk("何晓"), clerk("孟和")] as const;
const [lin] = clerks;
const luo = resident("罗晓东", people.luo);

const statuses = (answers: readonly { readonly status: number }[]): readonly number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

async function count(text: string): Promise<number> {
  const { rows } = await owner.pool.query<{ count: string }>(text);
  return Number(rows[0]?.count);
}

const once = () => ({ "idempotency-key": randomUUID() });

it("begins one case for a request sent five times at once, and refuses the key for anything else", async () => {
  const key = once();
  const sent = await Promise.all(
    [1, 2, 3, 4, 5].map(() => luo.post("/api/me/cases", loneMove(people.luo), key)),
  );
  expect(statuses(sent)).toEqual([201, 201, 201, 201, 201]);
  expect(new Set(sent.map(({ json }) => json.case)).size).toBe(1);
  const other = loneMove(people.luo);
  const changed = {
    ...other,
    application: {
      ...other.application,
      county: 990_101,
      dossier: {
        ...other.application.dossier,
        facts: { "home.own": true },
      },
    },
  };
  expect(await luo.post("/api/me/cases", changed, key)).toMatchObject({
    status: 409,
    json: { code: "key-taken" },
  });
});

it("is handed in once, and asks departments once", async () => {
  const key = await luo.open(loneMove(people.luo));
  const header = once();
  const { etag } = await luo.get(`/api/me/cases/${key}`);
  const sent = await Promise.all(
    [1, 2, 3, 4].map(() => luo.step(key, { do: "submit" }, { ...header, "if-match": etag })),
  );
  expect(statuses(sent)).toEqual([200, 200, 200, 200]);
  const { reference } = (await luo.get(`/api/me/cases/${key}`)).json as { reference?: string };
  const asked = await count(
    `SELECT count(*) FROM exchange_request WHERE case_reference = '${reference ?? ""}'`,
  );
  const departments = await count(
    `SELECT count(DISTINCT department) FROM exchange_request WHERE case_reference = '${reference ?? ""}'`,
  );
  expect([asked, asked > 3]).toEqual([departments, true]);
  expect(await count(`SELECT count(*) FROM case_action WHERE case_id = '${key}'`)).toBe(2);
});

it("takes nothing from a stale tab", async () => {
  const key = await luo.open(loneMove(people.luo));
  const { etag } = await luo.get(`/api/me/cases/${key}`);
  await luo.step(key, { do: "submit" });
  const late = await luo.step(key, { do: "withdraw" }, { "if-match": etag });
  expect(late).toMatchObject({ status: 412, json: { code: "case-moved" } });
  expect((await luo.get(`/api/me/cases/${key}`)).json).toMatchObject({ stage: "submitted" });
  const bare = await luo.post(`/api/me/cases/${key}/steps`, { do: "withdraw" }, once());
  expect(bare.status).toBe(428);
});

it("goes to one of the clerks who take it at once", async () => {
  const key = await luo.open(loneMove(people.luo));
  await luo.step(key, { do: "submit" });
  const { etag } = await lin.get(`${office.desk}/${key}`);
  await Promise.all(clerks.map((who) => who.get(office.desk)));
  const sending = (who: typeof lin, body: object) =>
    who.post(`${office.desk}/${key}/steps`, body, { "if-match": etag, ...once() });
  const taken = await Promise.all(
    clerks.flatMap((who) => [
      sending(who, { do: "assign", to: null, why: null }),
      sending(who, { do: "accept" }),
    ]),
  );
  expect(statuses(taken)).toEqual([200, 412, 412, 412, 412, 412]);
});

it("registers a family once, however many clerks finish it at the same moment", async () => {
  const [ma, ding] = [resident("马建业", people.ma), resident("丁雪", people.ding)];
  const key = await ma.open(familyMove(people));
  await ma.step(key, { do: "submit" });
  for (const member of [1, 2])
    await ding.step(key, { do: "consent", member, says: "yes", heard: null });
  await office.answered(lin, key);
  const { etag } = await lin.get(`${office.desk}/${key}`);
  const finish = {
    do: "complete",
    seen: [],
    clause: null,
    household: null,
    seats: [],
    leftBehind: [],
  };
  const mine = { "if-match": etag, ...once() };
  const sent = await Promise.all([
    ...[1, 2, 3].map(() => lin.step(key, finish, mine)),
    ...clerks.flatMap((who) => [1, 2].map(() => who.step(key, finish, { "if-match": etag }))),
  ]);
  const done = sent.filter(({ status }) => status === 200);
  const others = sent.filter(({ status }) => status !== 200);
  expect([1, 3]).toContain(done.length);
  expect(new Set(others.map(({ status }) => status))).toEqual(new Set([412]));
  const settled = await count(
    `SELECT count(*) FROM event_person p JOIN register_event e USING (county, event_id)
     WHERE p.person_id = ${people.ma} AND p.county = ${county} AND e.type = 'settled'`,
  );
  expect(settled).toBe(1);
  expect(
    await count(`SELECT count(*) FROM case_action WHERE case_id = '${key}' AND type = 'effect'`),
  ).toBe(1);
  const again = await lin.step(key, finish, mine);
  expect([again.status, again.json]).toEqual(
    done.length === 3 ? [200, done[0]?.json] : [412, expect.anything()],
  );
});
