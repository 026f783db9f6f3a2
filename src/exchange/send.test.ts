import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { builtInPack } from "../../test/pack.ts";
import type { Answer, RequestMessage } from "./contract.ts";
import { seal } from "./message.ts";
import { send } from "./send.ts";
import { answerPosts, newAsker, questionOf } from "./testing/index.ts";

const pack = builtInPack();
const us = await newAsker("luohu");
const department = "agriculture";
const question = questionOf({
  department,
  place: { county: "990101", kind: "village" },
  records: [{ kind: "memberships", fields: ["at", "member"] }],
});

/** What becomes of a question when the department signs, to the message, something changed. */
async function outcomeOf(change: (answer: Answer) => object): Promise<string> {
  const them = await newAsker(department);
  const url = await answerPosts((_, body) => {
    const content = Buffer.from(body.split(".")[1] ?? "", "base64url").toString();
    const { jti, question: asked } = JSON.parse(content) as RequestMessage;
    const { request, nonce } = asked;
    const stated = "2026-05-01";
    const records = { memberships: [{ at: "990101", source: department, stated }] };
    const answer = { request, nonce, department, stated, records, complete: ["memberships"] };
    const iat = Math.floor(Date.now() / 1000);
    const envelope = { iss: department, aud: "luohu", iat, exp: iat + 60, jti: randomUUID() };
    return seal(them.keys, { type: "answer", ...envelope, to: jti, answer, ...change(answer) });
  });
  const members = () => [{ ...them.member, url }];
  const outcome = await send({ pack, clock: () => new Date(), keys: us.keys, members }, question);
  return outcome.kind === "failed" ? outcome.why : outcome.kind;
}

const record = { at: "990101", source: department, stated: "2026-05-01" };
const says = (records: object) => (answer: Answer) => ({ answer: { ...answer, records } });

describe("a department", () => {
  it("that answers what was asked is believed", async () => {
    expect(await outcomeOf(() => ({}))).toBe("answered");
    expect(await outcomeOf(says({}))).toBe("answered");
  });

  it.each([
    ["another kind of record", says({ titles: [record] })],
    ["a field not asked for", says({ memberships: [{ ...record, homestead: true }] })],
    ["what is no such record", says({ memberships: [{ ...record, at: "nowhere" }] })],
    ["it for another department", says({ memberships: [{ ...record, source: "tax" }] })],
    [
      "that it has all of another kind",
      (answer: Answer) => ({ answer: { ...answer, complete: ["titles"] } }),
    ],
    [
      "it to another request",
      (answer: Answer) => ({ answer: { ...answer, request: randomUUID() } }),
    ],
    ["it to another message", () => ({ to: randomUUID() })],
  ])("that states %s is not believed", async (_, change) => {
    expect(await outcomeOf(change)).toBe("answer-unfit");
  });

  it.each([
    ["for another", { aud: "tax" }, "answer-not-for-us"],
    ["that has expired", { iat: 1, exp: 61 }, "answer-expired"],
    ["in another's name", { iss: "tax" }, "answer-unknown-member"],
    ["of no such form", { answer: "yes" }, "answer-malformed-message"],
  ])("whose message is %s is not believed", async (_, change, why) => {
    expect(await outcomeOf(() => change)).toBe(why);
  });
});
