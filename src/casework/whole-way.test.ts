// From the draft to the new household, and from a refusal to its reversal, as residents, clerks and approvers go.
import { randomUUID } from "node:crypto";
import { afterEach, expect, it, vi } from "vitest";
import * as contract from "./contract.ts";
import * as desk from "./desk/contract.ts";
import { caseAudit, overridePage } from "./audit/contract.ts";
import { county, familyMove, loneMove, numbers, useOffice } from "./testing/office-over-http.ts";

const office = await useOffice();
const { people, resident, clerk, approver, auditor } = office;
const [lin, he, han] = [clerk("林思齐"), clerk("何晓"), approver("韩素梅")];

afterEach(() => {
  vi.useRealTimers();
});

const inOneVisit = {
  do: "complete",
  seen: [{ kind: "title-certificate" }],
  clause: null,
  household: null,
  seats: [],
  leftBehind: [],
};

const effect = { do: "effect", household: null, seats: [], leftBehind: [] };

it("goes from a draft to a new household in another county in one visit", async () => {
  const [ma, ding] = [resident("马建业", people.ma), resident("丁雪", people.ding)];
  const key = await ma.open(familyMove(people));
  const drafted = contract.ownCase.parse((await ma.get(`/api/me/cases/${key}`)).json);
  expect(drafted.application).toEqual(familyMove(people).application);
  const again = { do: "draft", application: drafted.application };
  expect(await ma.step(key, again)).toMatchObject({ json: { stage: "draft" } });
  expect((await ding.get("/api/me/cases")).json).toEqual([]);
  expect((await ding.get(`/api/me/cases/${key}`)).status).toBe(404);
  expect(await ma.step(key, { do: "submit" })).toMatchObject({ json: { stage: "submitted" } });
  const asked = contract.ownCases.parse((await ding.get("/api/me/cases")).json);
  expect(asked).toMatchObject([{ case: key, role: "member", toSign: [1, 2], toAnswer: false }]);
  // Whoever consents sees to what, and may not see the form.
  expect(contract.ownCase.parse((await ding.get(`/api/me/cases/${key}`)).json)).toMatchObject({
    destination: { kind: "own-home", address: "和平路9号2单元301室", community: "和平社区" },
    application: null,
    words: [
      { member: 1, self: true, hear: false },
      { member: 2, self: false, hear: false },
    ],
    takesPapers: false,
    reviewUntil: null,
  });

  expect((await lin.step(key, inOneVisit)).json).toMatchObject({ code: "refused" });
  for (const member of [1, 2]) {
    const said = { do: "consent", member, says: "yes", heard: null };
    expect(await ding.step(key, said)).toMatchObject({ status: 200 });
  }
  // The queue's version is that of the case's page: a word of consent does not make it stale.
  const queue = desk.queuePage.parse((await lin.get(`${office.desk}?stage=submitted`)).json);
  const row = queue.cases.find((each) => each.case === key);
  const assign = { do: "assign", to: null, why: null };
  expect(await lin.step(key, assign, { "if-match": `"c${row?.version}"` })).toMatchObject({
    status: 200,
  });
  const seen = desk.deskCase.parse(await office.answered(lin, key));
  expect(seen).toMatchObject({
    completable: true,
    people: [{ willing: true }, { willing: true }, { willing: true }],
    advice: { outcome: "granted", missing: [] },
  });
  expect(await lin.step(key, inOneVisit)).toMatchObject({ json: { stage: "effected" } });

  const household = (await ma.get("/api/me/household")).json;
  expect(household).toMatchObject({ county, dwelling: { address: "和平路9号2单元301室" } });
  expect(new Set(household.members.map((each) => each.person))).toEqual(
    new Set([people.ma, people.ding, people.son]),
  );
  const mine = contract.ownCase.parse((await ma.get(`/api/me/cases/${key}`)).json);
  expect(mine).toMatchObject({
    stage: "effected",
    registered: [0, 1, 2],
    letters: [{ kind: "grant", signed: { by: "林思齐" } }],
  });
  expect(mine.timeline.map((line) => line.do)).toEqual([
    "draft",
    "draft",
    "submit",
    "assign",
    "accept",
    "check",
    "decide",
    "effect",
    "deliver",
  ]);
  expect(await ma.step(key, { do: "rate", grade: 5, why: null })).toMatchObject({ status: 200 });
  expect((await ma.step(key, { do: "rate", grade: 1, why: null })).json.problems).toMatchObject([
    { code: "rated-before" },
  ]);
});

it("shows everyone whom a case is about each look of staff at it", async () => {
  for (const [name, person] of [
    ["马建业", people.ma],
    ["丁雪", people.ding],
  ] as const) {
    const looks = (await resident(name, person).get("/api/me/look-ups")).json;
    expect(looks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: "case", by: "林思齐", purpose: "application" }),
      ]),
    );
  }
});

it("refuses, is asked for review, and reverses: the register follows", async () => {
  const luo = resident("罗晓东", people.luo);
  const key = await luo.open(loneMove(people.luo));
  await luo.step(key, { do: "submit" });
  const seen = await office.answered(lin, key);
  expect(seen).toMatchObject({ advice: { outcome: "refer" }, completable: false });
  await lin.step(key, { do: "assign", to: null, why: null });
  await lin.step(key, { do: "accept" });
  const papers = [{ kind: "household-booklet" }];
  await lin.step(key, { do: "check", seen: papers, note: "房产在别处" });
  const silent = { do: "decide", granted: [], clause: null, against: null };
  expect((await lin.step(key, silent)).json.problems).toMatchObject([{ code: "no-own-reason" }]);
  const refusal = { ...silent, against: "查无住房、工作和亲属" };
  expect(await lin.step(key, refusal)).toMatchObject({ json: { stage: "proposed" } });
  expect((await lin.step(key, { do: "approve" })).json.problems).toMatchObject([
    { code: "not-your-role" },
  ]);
  expect((await luo.get(`/api/me/cases/${key}`)).json.letters).toEqual([]);
  expect(await han.step(key, { do: "approve" })).toMatchObject({ json: { stage: "refused" } });
  expect((await luo.get(`/api/me/cases/${key}`)).json.letters).toEqual([]);
  await han.step(key, { do: "deliver", how: "portal" });
  const told = contract.ownCase.parse((await luo.get(`/api/me/cases/${key}`)).json);
  expect(told.letters).toMatchObject([
    { kind: "refusal", remedies: [{ kind: "review" }, { kind: "court" }] },
  ]);
  expect(told.allowed).toContain("ask-review");
  expect(told.letters[0]?.remedies[0]?.until).toBe(told.reviewUntil);
  expect(told.takesPapers).toBe(true);
  expect(told.timeline.every((line) => line.do !== "note")).toBe(true);

  const ask = { do: "ask-review", against: "decision", why: "我已买房", heard: null };
  expect(await luo.step(key, ask)).toMatchObject({ status: 200 });
  const inReview = async () =>
    desk.queuePage.parse((await han.get(`${office.desk}?review=open`)).json).cases;
  expect(await inReview()).toMatchObject([{ case: key, stage: "refused", inReview: true }]);
  const counts = (await han.get(`/api/counties/${county}/case-counts`)).json;
  expect(desk.queueCounts.parse(counts).reviews).toEqual({ count: 1, overdue: 0 });
  const reversal = {
    do: "decide-review",
    outcome: "reversed",
    granted: [0],
    clause: "D2.1",
    against: "复核时出示了不动产权证书",
    why: "不动产已登记",
  };
  expect((await han.step(key, reversal)).json.problems).toMatchObject([{ code: "took-part" }]);
  const zhao = approver("赵立新");
  expect(await zhao.step(key, reversal)).toMatchObject({ json: { stage: "granted" } });
  expect(await inReview()).toEqual([]);
  const done = await he.step(key, effect);
  expect([done.status, done.json]).toEqual([200, expect.objectContaining({ stage: "effected" })]);
  await he.step(key, { do: "deliver", how: "window" });
  expect((await luo.get("/api/me/record")).json).toMatchObject({ county });

  expect(caseAudit.parse((await auditor.get("/api/audit/cases")).json)).toMatchObject({
    // Too few to tell how long they took without telling about one of them.
    times: { decided: 2, median: null, slowest: null },
    months: [{ decided: 2, median: null }],
    against: 1,
    reversed: 1,
    overdue: { count: 0, cases: [] },
    ratings: [],
  });
  const audit = overridePage.parse((await auditor.get("/api/audit/cases/overrides")).json);
  expect(audit).toMatchObject({
    next: null,
    overrides: [
      { from: "first", advised: "refer", against: "查无住房、工作和亲属" },
      { from: "review", advised: "refer", against: "复核时出示了不动产权证书" },
    ],
    reversals: [{ clause: "D2.1", why: "不动产已登记" }],
  });
  expect(JSON.stringify(audit)).not.toContain("罗晓东");
  expect(JSON.stringify(audit)).not.toContain(numbers.luo);
});

it("takes a registration back for whoever asks for it, by an act that puts the first right", async () => {
  const early = resident("罗天成", people.oldLuo);
  const before = (await early.get("/api/me/household")).json;
  expect(before).toMatchObject({ county: 990_102, members: [{ person: people.oldLuo }] });
  const key = await early.open(loneMove(people.oldLuo));
  await early.step(key, { do: "submit" });
  await office.answered(lin, key);
  // Nobody accepted it in time, so it counts as accepted; that keeps nobody from finishing it in one visit.
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 10 * 86_400_000 });
  const [luo, yun] = [resident("罗天成（十天后）", people.oldLuo), approver("云珠")];
  const wang = clerk("王今");
  expect(await wang.get(`${office.desk}/${key}`)).toMatchObject({
    json: { stage: "accepted", completable: true },
  });
  expect(await wang.step(key, inOneVisit)).toMatchObject({ json: { stage: "effected" } });
  expect((await luo.get("/api/me/household")).json).toMatchObject({ county });

  const ask = { do: "ask-review", against: "decision", why: "我想留在村里", heard: null };
  expect(await luo.step(key, ask)).toMatchObject({ status: 200 });
  const reversal = {
    do: "decide-review",
    outcome: "reversed",
    granted: [],
    clause: "K1",
    against: "本人要求恢复",
    why: "本人要求恢复原登记",
  };
  expect(await yun.step(key, reversal)).toMatchObject({ json: { stage: "granted" } });
  const soon = await wang.step(key, effect);
  expect(soon.json.problems).toMatchObject([{ code: "same-day" }]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_400_000 });
  const nextDay = clerk("林思齐（次日）");
  expect(await nextDay.step(key, effect)).toMatchObject({ json: { stage: "effected" } });
  const after = (await resident("罗天成（次日）", people.oldLuo).get("/api/me/household")).json;
  expect(after).toMatchObject({ county: 990_102, members: [{ person: people.oldLuo }] });
  expect(after).toHaveProperty("dwelling", (before as { dwelling?: object }).dwelling);
  const seen = desk.deskCase.parse((await nextDay.get(`${office.desk}/${key}`)).json);
  expect([seen.registered, seen.receipts.length]).toEqual([[], 2]);
});

it("tells once what is missing, is answered in place, and is handed over by name", async () => {
  const gulnar = resident("古丽娜尔", people.gulnar);
  const move = loneMove(people.gulnar);
  const key = await gulnar.open(move);
  await gulnar.step(key, { do: "submit" });
  await office.answered(lin, key);
  const unheard = { do: "return", missing: [{ key: "favourite.colour", arisen: null }] };
  expect((await lin.step(key, unheard)).json.problems).toMatchObject([{ code: "unknown-item" }]);
  const missing = [{ key: "home.lease-registered", arisen: null }];
  expect(await lin.step(key, { do: "return", missing })).toMatchObject({
    json: { stage: "returned" },
  });
  const told = contract.ownCase.parse((await gulnar.get(`/api/me/cases/${key}`)).json);
  expect(told).toMatchObject({
    notice: { missing: [{ key: "home.lease-registered", clause: expect.stringMatching(/^\w/) }] },
    letters: [{ kind: "notice" }],
  });
  const [own] = contract.ownCases.parse((await gulnar.get("/api/me/cases")).json);
  expect(own).toMatchObject({ case: key, toSign: [], toAnswer: true });
  const { dossier, form } = move.application;
  const facts = { "home.lease-registered": { value: true, source: "self", stated: "2026-11-22" } };
  const answer = { do: "answer", dossier: { ...dossier, facts }, form };
  expect(await gulnar.step(key, answer)).toMatchObject({ json: { stage: "submitted" } });
  expect(
    (await lin.step(key, { do: "return", missing: [{ key: "home.own", arisen: null }] })).json
      .problems,
  ).toMatchObject([{ code: "not-told-at-once" }]);

  const colleagues = desk.colleagues.parse(
    (await lin.get(`/api/counties/${county}/colleagues`)).json,
  );
  const to = colleagues.find(({ name }) => name === "何晓")?.account ?? "";
  expect(await lin.step(key, { do: "assign", to, why: "休假" })).toMatchObject({ status: 200 });
  const stranger = { do: "assign", to: randomUUID(), why: null };
  expect((await lin.step(key, stranger)).json.problems).toMatchObject([{ code: "no-colleague" }]);
  const mine = desk.queuePage.parse((await he.get(`${office.desk}?handler=me`)).json);
  expect(mine.cases).toMatchObject([{ case: key, handler: to }]);
  const again = await he.post(`${office.desk}/${key}/questions`, {});
  expect(again).toMatchObject({ status: 202, json: { questions: 0 } });
});

it("keeps a window's application, on paper, for someone of the county", async () => {
  const { gulnar } = people;
  const move = loneMove(gulnar);
  const opened = await lin.post(
    office.desk,
    { ...move, onPaper: { kind: "application-form" } },
    { "idempotency-key": randomUUID() },
  );
  expect(opened).toMatchObject({ status: 201, json: { stage: "draft" } });
  const key = opened.json.case;
  const submitted = await lin.step(key, { do: "submit", onPaper: { kind: "application-form" } });
  expect(submitted).toMatchObject({ json: { stage: "submitted" } });
  const found = (await he.get(`${office.desk}?stage=submitted`)).json;
  expect(desk.queuePage.parse(found).cases.map((each) => each.case)).toContain(key);
  const withdrawn = await resident("古丽娜尔", gulnar).step(key, { do: "withdraw" });
  expect(withdrawn).toMatchObject({ json: { stage: "withdrawn" } });
});
