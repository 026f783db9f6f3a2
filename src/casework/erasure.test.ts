// Somebody is lawfully erased: cases and the exchange give up what they hold about them, wherever it is, or say why not.
import { randomUUID } from "node:crypto";
import { afterEach, expect, it, vi } from "vitest";
import { findPersonByIdNumber, findStandings, todayOf } from "../register/index.ts";
import { doAct } from "../register/testing/index.ts";
import { familyMove, loneMove, numbers, useOffice } from "./testing/office-over-http.ts";

const office = await useOffice();
const { people, resident, clerk, approver, owner, register, url, headersOf } = office;
const [ma, ding, luo, lin] = [
  resident("马建业", people.ma),
  resident("丁雪", people.ding),
  resident("罗晓东", people.luo),
  clerk("林思齐"),
];
const neighbour = 990_102;

afterEach(() => {
  vi.useRealTimers();
});

const act = (body: Parameters<typeof doAct>[2]) => doAct(register, neighbour, body, randomUUID());

const ground = (signer: string, as: "self" | "family") => ({
  clause: "R4.1",
  papers: [{ kind: "证明", number: "甲-1" }],
  signatures: [{ signer, as, for: [0], signed: todayOf(register.clock()) }],
});

/** Moves out of what is kept here. */
async function moveAway(idNumber: string, name: string) {
  const person = (await findPersonByIdNumber(register, idNumber)) ?? 0;
  const standing = (await findStandings(register, [idNumber])).get(idNumber);
  const left = await act({
    act: "move-out",
    on: todayOf(register.clock()),
    ground: ground(name, "self"),
    household: standing?.seat?.household ?? 0,
    leavers: [person],
    to: "外地",
    seats: [],
  });
  expect(left.kind).toBe("done");
}

const erase = (person: number) =>
  act({
    act: "erase",
    on: todayOf(register.clock()),
    ground: ground("本人", "self"),
    person,
  });

/** Every row of cases and the exchange in which a text stands. */
async function whereIs(...texts: readonly string[]): Promise<readonly string[]> {
  const { rows } = await owner.pool.query<{ place: string; said: string }>(
    `SELECT 'case ' || seq AS place, payload::text AS said FROM case_payload
     UNION ALL SELECT part, convert_from(payload, 'UTF8') FROM exchange_payload
     UNION ALL SELECT 'challenge', reason FROM challenge`,
  );
  return rows.flatMap(({ place, said }) =>
    texts.some((text) => said.includes(text)) ? [place] : [],
  );
}

const handIn = async (key: string) => {
  const headers = await headersOf("马建业", { role: "resident", person: people.ma });
  const path = `/api/me/cases/${key}/documents?paper=marriage-certificate`;
  const sent = { "content-type": "application/octet-stream", "idempotency-key": randomUUID() };
  const body = new Uint8Array(Buffer.from("%PDF-1.7 马建业 丁雪"));
  expect(
    (await fetch(new URL(path, url), { method: "POST", headers: { ...headers, ...sent }, body }))
      .status,
  ).toBe(201);
};

it("waits while a case of theirs is open, and then leaves the case of others without them", async () => {
  const key = await ma.open(familyMove(people));
  await handIn(key);
  await ma.step(key, { do: "submit" });
  await ding.step(key, { do: "consent", member: 1, says: "yes", heard: null });
  const before = (await ma.get(`/api/me/cases/${key}`)).json;
  await moveAway(numbers.ding, "丁雪");
  const reference = (before as { reference?: string }).reference ?? "";
  expect(await erase(people.ding)).toMatchObject({
    kind: "refused",
    refusals: [{ code: "case-open", clause: "PIPL art. 47", values: { case: reference } }],
  });
  expect(await whereIs("丁雪", numbers.ding)).not.toEqual([]);

  await ma.step(key, { do: "withdraw" });
  expect((await erase(people.ding)).kind).toBe("done");
  expect(await whereIs("丁雪", numbers.ding, "1993-03-03")).toEqual([]);
  const after = (await ma.get(`/api/me/cases/${key}`)).json;
  expect(after).toMatchObject({
    stage: "withdrawn",
    people: [{ name: "马建业" }, { name: "—" }, {}],
  });
  expect((await lin.get(`${office.desk}/${key}`)).json).toMatchObject({ stage: "withdrawn" });
  const { rows } = await owner.pool.query(`SELECT FROM case_document WHERE case_id = '${key}'`);
  expect(rows).toEqual([]);
  expect((await ding.get(`/api/me/cases/${key}`)).status).toBe(404);
});

it("takes a case that the person applied in, and what departments said, in counties that never had them", async () => {
  const key = await luo.open(loneMove(people.luo));
  await luo.step(key, { do: "submit" });
  await office.answered(lin, key);
  expect(await whereIs(numbers.luo)).toEqual(expect.arrayContaining(["question", "case 1"]));
  await luo.step(key, { do: "withdraw" });
  await moveAway(numbers.luo, "罗晓东");
  expect((await erase(people.luo)).kind).toBe("done");
  expect(await whereIs(numbers.luo, "罗晓东")).toEqual([]);
  const { rows } = await owner.pool.query<{ left: string }>(
    `SELECT count(*)::text AS left FROM exchange_payload JOIN exchange_request USING (county, request_id)
     WHERE person_id = ${people.luo}`,
  );
  expect(rows).toEqual([{ left: "0" }]);
  expect((await lin.get(`${office.desk}/${key}`)).status).toBe(404);
});

it("keeps what was decided for as long as it can come to court, and says until when", async () => {
  const old = resident("罗天成", people.oldLuo);
  const key = await old.open(loneMove(people.oldLuo));
  await old.step(key, { do: "submit" });
  await office.answered(lin, key);
  await lin.step(key, { do: "accept" });
  await lin.step(key, { do: "check", seen: [], note: null });
  const no = { do: "decide", granted: [], clause: null, against: "查无住房" };
  expect(await lin.step(key, no)).toMatchObject({ status: 200 });
  await approver().step(key, { do: "approve" });
  await approver().step(key, { do: "deliver", how: "portal" });
  await moveAway(numbers.oldLuo, "罗天成");
  const refused = await erase(people.oldLuo);
  expect(refused).toMatchObject({ kind: "refused", refusals: [{ code: "case-kept" }] });
  const year = Number(todayOf(register.clock()).slice(0, 4));
  expect(JSON.stringify(refused)).toContain(`"until":"${year + 5}-`);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5.1 * 365.25 * 86_400_000 });
  expect((await erase(people.oldLuo)).kind).toBe("done");
  expect(await whereIs(numbers.oldLuo, "罗天成")).toEqual([]);
});
