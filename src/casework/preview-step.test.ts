// What a step would lead to is shown before anybody takes it, and nothing comes of looking.
import { expect, it } from "vitest";
import { deskCase, stepPreview } from "./desk/contract.ts";
import { familyMove, loneMove, useOffice } from "./testing/office-over-http.ts";

const office = await useOffice();
const { people, resident, clerk, approver } = office;
const [lin, han] = [clerk(), approver()];

const preview = async (key: string, body: object, who = lin) => {
  const { etag } = await who.get(`${office.desk}/${key}`);
  const { status, json } = await who.post(`${office.desk}/${key}/previews`, body, {
    "if-match": etag,
  });
  expect(status).toBe(200);
  return stepPreview.parse(json);
};

const seenBy = async (key: string, who = lin) =>
  deskCase.parse((await who.get(`${office.desk}/${key}`)).json);

it("shows the letter and the register as one visit would leave them", async () => {
  const [ma, ding] = [resident("马建业", people.ma), resident("丁雪", people.ding)];
  const key = await ma.open(familyMove(people));
  await ma.step(key, { do: "submit" });
  await office.answered(lin, key);
  const visit = {
    do: "complete",
    seen: [{ kind: "title-certificate" }],
    clause: null,
    household: null,
    seats: [],
    leftBehind: [],
  };
  const early = await preview(key, visit);
  expect(early.refusals).toMatchObject([{ code: "consent-missing", clause: "K1" }]);
  for (const member of [1, 2])
    await ding.step(key, { do: "consent", member, says: "yes", heard: null });
  const { letter, act, refusals } = await preview(key, visit);
  expect(refusals).toEqual([]);
  expect(letter).toMatchObject({ kind: "grant", signed: { by: "林思齐" } });
  expect(act?.refusals).toEqual([]);
  expect(act?.households.flatMap(({ after }) => after?.members ?? [])).toHaveLength(3);
  const after = await seenBy(key);
  expect([after.stage, after.letters]).toEqual(["submitted", []]);
  expect(after.people.map(({ alone, hear }) => [alone, hear])).toEqual([
    [true, false],
    [true, false],
    [false, false],
  ]);
});

it("words records and statements, and shows a second person the letter that waits", async () => {
  const luo = resident("罗晓东", people.luo);
  const move = loneMove(people.luo);
  const facts = { "home.own": { value: true, source: "self", stated: "2026-11-22" } };
  const application = { ...move.application, dossier: { ...move.application.dossier, facts } };
  const key = await luo.open({ ...move, application });
  await luo.step(key, { do: "submit" });
  await office.answered(lin, key);
  const notice = { do: "return", missing: [{ key: "title-certificate", arisen: null }] };
  expect(await preview(key, notice)).toMatchObject({
    second: false,
    letter: {
      kind: "notice",
      signed: { by: "林思齐" },
      parts: [{ sentences: [{ clause: expect.any(String) }] }, {}],
    },
  });
  const seen = await seenBy(key);
  expect(seen.application.stated).toMatchObject([{ fact: "home.own", value: { en: "yes" } }]);
  expect(seen.advice?.records).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: "registrations", department: "public-security" }),
    ]),
  );
  await lin.step(key, { do: "assign", to: null, why: null });
  expect(await seenBy(key)).toMatchObject({ handler: { own: true } });
  expect(await seenBy(key, han)).toMatchObject({ handler: { own: false } });
  await lin.step(key, { do: "accept" });
  await lin.step(key, { do: "check", seen: [], note: null });
  const refusal = { do: "decide", granted: [], clause: null, against: null };
  expect((await preview(key, refusal)).refusals).toMatchObject([{ code: "no-own-reason" }]);
  const reasoned = { ...refusal, against: "查无住房" };
  const ahead = await preview(key, reasoned);
  expect(ahead).toMatchObject({ second: true, letter: { kind: "refusal" } });
  const grant = { do: "decide", granted: [0], clause: "D2.1", against: "看过房产证原件" };
  const parts = (await preview(key, grant)).letter?.parts ?? [];
  // What does not hold is no reason to grant.
  expect(JSON.stringify(parts)).not.toContain("does not hold");
  expect(parts[1]?.sentences).toMatchObject([{ clause: "D2.1" }]);
  await lin.step(key, reasoned);
  expect(await seenBy(key, han)).toMatchObject({ letters: [], proposed: ahead.letter });
});

it("tells whoever saw an older case that it has moved on", async () => {
  const gulnar = resident("古丽娜尔", people.gulnar);
  const key = await gulnar.open(loneMove(people.gulnar));
  await gulnar.step(key, { do: "submit" });
  const notice = { do: "return", missing: [{ key: "lease", arisen: null }] };
  const at = `${office.desk}/${key}/previews`;
  expect((await lin.post(at, notice, { "if-match": '"c1"' })).status).toBe(412);
  expect((await lin.post(at, notice)).status).toBe(428);
});
