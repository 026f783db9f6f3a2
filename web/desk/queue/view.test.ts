import { describe, expect, it } from "vitest";
import { queueFilter } from "../../../src/casework/desk/contract.ts";
import { countAt } from "./stage-tabs.tsx";
import {
  hashOf,
  questionsOf,
  readReference,
  readView,
  stages,
  startView,
  turn,
  whyEmpty,
} from "./view.ts";

const account = "0198f2f0-0000-7000-8000-000000000001";
const roles = ["window-clerk", "approver"] as const;

/** As the route reads an address. */
const queryOf = (hash: string) => Object.fromEntries(new URLSearchParams(hash.split("?")[1] ?? ""));

describe("what is looked at", () => {
  it.each(roles)("stands in the address of the %s, and is read from it again", (role) => {
    for (const stage of stages)
      for (const handler of [null, "me", "none", account])
        for (const overdue of [false, true]) {
          const view = { ...startView(role), stage, handler, overdue, pages: 3, at: account };
          expect(readView(queryOf(hashOf(view, role)), role)).toEqual(view);
        }
    expect(hashOf(startView(role), role)).toBe("#/cases");
  });

  it("leaves out what no filter has", () => {
    const wrong = { stage: "draft", handler: "you", service: "A B", reference: "118", pages: "-2" };
    expect(readView(wrong, "window-clerk")).toEqual(startView("window-clerk"));
    expect(readView({ pages: "100000" }, "approver").pages).toBe(200);
  });

  it("begins with what waits for a second person where somebody approves", () => {
    const start = startView("approver");
    expect(questionsOf(start)).toEqual([{ review: "open" }, { stage: "proposed" }]);
    expect(questionsOf(startView("window-clerk"))).toEqual([{}]);
    const mine = turn(start, { handler: "me", overdue: true });
    expect(questionsOf(mine)[1]).toEqual({ stage: "proposed", handler: "me", overdue: "yes" });
  });

  it("asks what the server takes", () => {
    for (const stage of stages) {
      const view = { ...startView("approver"), stage, handler: "none", service: "settlement" };
      for (const question of questionsOf(view))
        expect(queueFilter.safeParse(question).error).toBeUndefined();
    }
    const found = { ...startView("approver"), reference: "20261122-ABC234", handler: "me" };
    expect(questionsOf(found)).toEqual([{ reference: "20261122-ABC234" }]);
  });

  it("goes back to the first page where another part is looked at", () => {
    const before = { ...startView("window-clerk"), pages: 4, at: account };
    expect(turn(before, { overdue: true })).toMatchObject({ pages: 1, at: null, overdue: true });
  });
});

it.each([
  ["20261122-ABC234", "20261122-ABC234"],
  [" 20261122-abc234 ", "20261122-ABC234"],
  ["２０２６１１２２－ABC234", "20261122-ABC234"],
  ["20261122 abc234", "20261122-ABC234"],
  ["20261122ABC234", "20261122-ABC234"],
  ["20261122–ABC234", "20261122-ABC234"],
  ["2026112-ABC234", undefined],
  ["20261122-ABC10", undefined],
  ["", undefined],
])("reads the reference %j", (typed, read) => {
  expect(readReference(typed)).toBe(read);
});

it("says why a list is empty", () => {
  expect(whyEmpty({})).toBe("all");
  expect(whyEmpty({ handler: "me" })).toBe("mine");
  expect(whyEmpty({ handler: account })).toBe("colleague");
  expect(whyEmpty({ stage: "proposed" })).toBe("proposed");
  expect(whyEmpty({ stage: "checked" })).toBe("stage");
  expect(whyEmpty({ review: "open" })).toBe("review");
  expect(whyEmpty({ handler: "none", overdue: "yes" })).toBe("filtered");
});

it("counts a case in review at its stage and among the reviews", () => {
  const counts = {
    stages: [
      { stage: "proposed", count: 3, overdue: 1 },
      { stage: "refused", count: 2, overdue: 0 },
    ] as const,
    reviews: { count: 2, overdue: 1 },
  };
  const given = { ...counts, stages: [...counts.stages] };
  expect(countAt("all", given)).toEqual({ count: 5, overdue: 1 });
  expect(countAt("second", given)).toEqual({ count: 5, overdue: 2 });
  expect(countAt("review", given)).toEqual({ count: 2, overdue: 1 });
  expect(countAt("checked", given)).toEqual({ count: 0, overdue: 0 });
});
