import { expect, it } from "vitest";
import {
  application,
  approver,
  clerk,
  decision,
  people,
  resident,
  terms,
  writtenWill,
} from "../testing/made-up.ts";
import type { Step } from "./action.ts";
import { apply } from "./apply.ts";
import { beginCase, type Case } from "./case.ts";
import { carrying, isWilling } from "./consent.ts";
import { grantOf } from "./grant.ts";
import type { Actor, IsoDate } from "./shapes.ts";

const day = "2026-03-02";
const [yu, li, child, teen, mother, uncle] = [0, 1, 2, 3, 4, 5];

function after(...said: readonly (readonly [Actor, Step, IsoDate?])[]): Case {
  let state = beginCase("settlement");
  for (const [by, step, on = day] of [
    [resident("yu"), { do: "draft", application: application(), onPaper: null }] as const,
    [resident("yu"), { do: "submit", onPaper: null }] as const,
    ...said,
  ]) {
    const applied = apply(state, { on, by, step }, terms);
    if (!applied.ok) throw new Error(`${step.do}: ${applied.refusal.code}`);
    state = applied.case;
  }
  return state;
}

const says = (
  member: number | undefined,
  word: "yes" | "no" = "yes",
  heard: "agrees" | "disagrees" | null = "agrees",
): Step => ({ do: "consent", member: member ?? 0, says: word, heard, window: null });

const willing = (state: Case, member: number | undefined, on = day): boolean => {
  const participant = people[member ?? 0];
  return participant !== undefined && isWilling(state, member ?? 0, participant, on);
};

it("takes the applicant's signature for their own will, and nobody else's", () => {
  const state = after();
  expect(willing(state, yu)).toBe(true);
  for (const other of [li, child, teen, mother]) expect(willing(state, other)).toBe(false);
});

it("lets each adult say yes and take it back, as often as they like", () => {
  const [yes, no] = [says(li, "yes", null), says(li, "no", null)];
  const she = resident("li");
  expect(willing(after([she, yes]), li)).toBe(true);
  expect(willing(after([she, yes], [she, no]), li)).toBe(false);
  expect(willing(after([she, yes], [she, no], [she, yes]), li)).toBe(true);
});

it("leaves a child where it is if one guardian says no, or the child disagrees", () => {
  const [his, hers] = [resident("yu"), resident("li")];
  expect(willing(after([his, says(child)]), child)).toBe(true);
  expect(willing(after([his, says(child)], [hers, says(child, "no")]), child)).toBe(false);
  expect(willing(after([his, says(child)], [hers, says(child, "yes", "disagrees")]), child)).toBe(
    false,
  );
  expect(willing(after([his, says(child, "yes", "disagrees")]), child)).toBe(false);
});

it("asks whoever comes of age while the case is open to sign anew", () => {
  const state = after([resident("yu"), says(teen)]);
  expect(willing(state, teen, "2026-03-19")).toBe(true);
  expect(willing(state, teen, "2026-03-20")).toBe(false);
  const signed = after(
    [resident("yu"), says(teen)],
    [resident("teen"), says(teen, "yes", null), "2026-03-20"],
  );
  expect(willing(signed, teen, "2026-03-20")).toBe(true);
});

it("takes a ward's word from the guardian alone, who hears the ward", () => {
  const state = after();
  const refused = (by: Actor, step: Step) => {
    const applied = apply(state, { on: day, by, step }, terms);
    return applied.ok ? "ok" : applied.refusal.code;
  };
  expect(refused(resident("mother"), says(mother))).toBe("not-the-signer");
  expect(refused(resident("yu"), says(mother))).toBe("not-the-signer");
  expect(refused(resident("uncle"), says(mother, "yes", null))).toBe("not-heard");
  expect(refused(resident("uncle"), says(mother))).toBe("ok");
  expect(refused(resident("yu"), says(uncle))).toBe("no-such-member");
});

it("gives each adult a sitting of their own, at the window as well", () => {
  const state = after();
  const at = (by: Actor, step: Step) => apply(state, { on: day, by, step }, terms);
  expect(at(resident("li", "of yu"), says(li, "yes", null))).toMatchObject({
    refusal: { code: "session-of-another" },
  });
  const window = (signer: string): Step => ({
    do: "consent",
    member: 1,
    says: "yes",
    heard: null,
    window: { signer, paper: writtenWill },
  });
  expect(at({ ...clerk, session: "of yu" }, window("li"))).toMatchObject({
    refusal: { code: "session-of-another" },
  });
  expect(at({ ...clerk, session: "visit" }, window("li"))).toMatchObject({ ok: true });
  expect(at({ ...clerk, session: "visit" }, window("yu"))).toMatchObject({
    refusal: { code: "not-the-signer" },
  });
});

it("asks the others again where an answered notice changes what they agreed to", () => {
  const missing = {
    do: "return",
    missing: [
      {
        key: "home.own",
        label: { "zh-CN": "住房", en: "home" },
        clause: "R4.1",
        notFetched: null,
        arisen: null,
      },
    ],
  } as const;
  const answered = (home: string): Case =>
    after(
      [resident("li"), says(li, "yes", null)],
      [clerk, missing],
      [
        resident("yu"),
        { do: "answer", application: { ...application(), form: { home } }, onPaper: null },
      ],
    );
  expect(willing(answered("own"), li)).toBe(true);
  expect(willing(answered("rented"), li)).toBe(false);
  expect(willing(answered("rented"), yu)).toBe(true);
});

it("carries out for those who are willing, by their own signatures", () => {
  const state = after(
    [resident("li"), says(li, "yes", null)],
    [resident("yu"), says(child)],
    [clerk, { do: "accept" }],
    [clerk, { do: "check", seen: [{ kind: "id-card" }], note: null }],
    [clerk, decision(day, [0, 1, 2, 3])],
    [approver, { do: "approve" }],
  );
  expect(carrying(state, day)).toEqual({ movers: [0, 1, 2], waiting: [3], undone: [] });
  expect(grantOf(state, day)).toMatchObject({
    clause: "R4.1",
    papers: [{ kind: "id-card" }],
    signatures: [
      { signer: "yu", as: "self", for: [0], signed: day },
      { signer: "li", as: "self", for: [1] },
      { signer: "yu", as: "guardian", for: [2], heard: true },
    ],
  });
});
