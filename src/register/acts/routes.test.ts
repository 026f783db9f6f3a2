import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import * as contract from "../contract.ts";
import {
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
} from "../testing/small-town.ts";
import { at, problem, townOverHttp } from "../testing/town-over-http.ts";

const { ask, search, act } = await townOverHttp();

/** Looks at somebody, newest first, as auditors see them. */
async function looksAt(person: number) {
  const { lookUps } = contract.lookUpPage.parse(
    (await ask("/api/audit/look-ups", { who: "auditor" })).json(),
  );
  return lookUps.filter(({ people }) => people.includes(person));
}

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
  const elsewhere = { ...marital(40), person: stranger };
  const headers = { ...sent, "if-match": `"p${stranger}:1"` };
  expect(problem(await ask(at("/acts"), { body: elsewhere, headers })).problems).toMatchObject([
    { code: "not-registered-here", message: `person ${stranger} is not registered there.` },
  ]);
  const shapeless = await ask(at("/acts"), { body: { act: "settle" }, headers: sent });
  expect(shapeless.statusCode).toBe(400);
});

it("notes a refusal as a look at whom its reasons tell of, and asks why", async () => {
  const body = {
    act: "settle",
    on: today,
    ground: groundFor([people.stranger]),
    into: { kind: "known", household: singleHousehold },
    arrivals: [{ from: "elsewhere", place: "外地", particulars: people.stranger, relation: 97 }],
    seats: [],
    leftBehind: [],
  };
  const before = (await looksAt(stranger)).length;
  const headers = { "idempotency-key": randomUUID(), "if-match": `"h${singleHousehold}:1"` };
  const refused = problem(await ask(at("/acts"), { body, headers }));
  expect(refused.problems).toMatchObject([{ code: "already-registered" }]);
  const looks = await looksAt(stranger);
  expect(looks).toHaveLength(before + 1);
  expect(looks[0]).toMatchObject({ kind: "act", purpose: "application", county: neighbour });
  const silent = await ask(at("/acts"), { body, headers: { ...headers, "luohu-purpose": "" } });
  expect(problem(silent).code).toBe("purpose-missing");
});

it("moves people between counties in one transaction", async () => {
  const leavers = [people.stranger, people.strangerChild];
  const move = {
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
  };
  const seen = await ask(at("/acts/preview"), { body: move });
  for (const { idNumber } of leavers) expect(seen.body).not.toContain(idNumber ?? "none");
  expect(seen.body).toContain(`**${people.stranger.idNumber?.slice(-4)}`);
  const { answer } = await act(move);
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
  const { act: proposed, reason, ...listed } = proposal;
  expect([proposed.act, reason]).toEqual(["correct", null]);
  expect(list.json()).toEqual([{ ...listed, own: false, decidable: true }]);
  const opened = at(`/proposals/${proposal.proposal}`);
  const detail = await ask(opened, { who: "approver" });
  expect(detail.json()).toEqual({ ...proposal, own: false, decidable: true });
  expect((await looksAt(single)).at(0)).toMatchObject({ kind: "act", by: "韩素梅" });
  const silent = await ask(opened, { who: "approver", headers: { "luohu-purpose": "" } });
  expect(problem(silent)).toMatchObject({ status: 400, code: "purpose-missing" });
  expect((await ask(at(`/proposals/${randomUUID()}`), { who: "approver" })).statusCode).toBe(404);
  const verdict = at(`/proposals/${proposal.proposal}/verdict`);
  const approve = { verdict: "approve", reason: "" };
  const own = await ask(verdict, { who: "same-person", body: approve });
  expect(problem(own)).toMatchObject({ status: 403, code: "own-proposal" });
  const approved = await ask(verdict, { who: "approver", body: approve });
  expect(approved.statusCode).toBe(201);
  const twice = await ask(verdict, { who: "approver", body: approve });
  expect([twice.statusCode, twice.json()]).toEqual([201, approved.json()]);
  const reject = { verdict: "reject", reason: "" };
  const after = await ask(verdict, { who: "approver", body: reject });
  expect(problem(after)).toMatchObject({ status: 409, code: "already-decided" });
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
  expect(no.json()).toMatchObject({ state: "rejected", decidedBy: "韩素梅" });
  expect(no.body).not.toContain("另名");
  const rejected = await ask(at("/proposals?state=rejected"), { who: "approver" });
  expect(rejected.json()).toHaveLength(1);
  const why = await ask(at(`/proposals/${proposal}`));
  expect(why.json()).toMatchObject({ reason: "旧", act: body });
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
  for (const path of ["/acts", "/acts/preview"]) {
    expect((await ask(at(path), { who: officer, body: marital(90) })).statusCode).toBe(403);
  }
  const { answer } = await act(erasure, { who: officer });
  const { proposal } = contract.proposal.parse(answer.json());
  const approve = { verdict: "approve", reason: "" };
  const done = await ask(at(`/proposals/${proposal}/verdict`), {
    who: "approver",
    body: approve,
  });
  expect(done.statusCode).toBe(201);
  // What was proposed about him goes too: it says who signed.
  const approved = await ask(at("/proposals?state=approved"), { who: officer });
  expect(approved.body).toContain(`"person":${single}`);
  expect(approved.body).not.toContain(proposal);
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
