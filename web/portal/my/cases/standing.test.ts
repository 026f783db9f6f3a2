import { expect, it } from "vitest";
import type { Happening } from "./shapes.ts";
import { isToSignAgain, registeredOn, reviewOf, standingOf, storyOf } from "./standing.ts";

/** Lines of a day each: `office:accept`. */
const lines = (...said: readonly string[]): readonly Happening[] =>
  said.map((text, day) => {
    const [by = "", what = ""] = text.split(":");
    return {
      on: `2026-03-${String(day + 1).padStart(2, "0")}`,
      do: what,
      by: by as Happening["by"],
      name: by === "office" ? "林思齐" : null,
    };
  });

const start = ["you:draft", "you:submit", "office:accept", "office:check"];

it.each([
  ["submitted", [], "submitted"],
  ["refused", ["office:decide", "office:approve"], "decided"],
  ["refused", ["office:decide", "office:approve", "office:deliver"], "refused"],
  ["granted", ["office:decide"], "decided"],
  ["granted", ["office:decide", "office:deliver"], "granted"],
  ["refused", ["office:decide", "office:deliver", "office:decide-review"], "decided"],
] as const)("a case that is %s after %o stands at %s", (stage, more, standing) => {
  const timeline = lines(...start, ...more);
  expect(standingOf({ stage, timeline: [...timeline], registered: [] })).toBe(standing);
});

it("tells a registration, its correction and its end apart", () => {
  const timeline = [...lines(...start, "office:decide", "office:effect", "office:deliver")];
  expect(standingOf({ stage: "effected", timeline, registered: [0, 1] })).toBe("effected");
  expect(standingOf({ stage: "effected", timeline, registered: [] })).toBe("restored");
  const reviewed = [...timeline, ...lines("office:decide-review")];
  expect(standingOf({ stage: "granted", timeline: reviewed, registered: [0] })).toBe("correcting");
  expect(registeredOn(timeline)).toBe("2026-03-06");
});

it("tells a draft once, and a decision that a second person looks at as a proposal", () => {
  const timeline = lines("you:draft", "you:draft", "you:draft", "you:submit", "office:decide");
  const told = (stage: "proposed" | "refused", ...more: readonly string[]) =>
    storyOf([...timeline, ...lines(...more)], stage).map((line) => line.do);
  expect(told("proposed")).toEqual(["draft", "submit", "propose"]);
  expect(told("refused")).toEqual(["draft", "submit", "decide"]);
  expect(told("refused", "office:approve")).toEqual(["draft", "submit", "propose", "approve"]);
  expect(told("refused", "office:send-back", "office:decide")).toEqual([
    "draft",
    "submit",
    "propose",
    "send-back",
    "decide",
  ]);
});

it("knows one's own review, and not that of somebody else", () => {
  expect(reviewOf(lines("office:deliver", "office:decide-review"))).toBeUndefined();
  const asked = lines("office:deliver", "you:ask-review");
  expect(reviewOf(asked)).toEqual({ asked: "2026-03-02", decided: false });
  expect(reviewOf([...asked, ...lines("office:decide-review")])?.decided).toBe(true);
});

it("asks for a word again only where the application was changed after it", () => {
  expect(isToSignAgain(lines("another:submit", "you:consent"))).toBe(false);
  expect(isToSignAgain(lines("you:consent", "office:return", "another:answer"))).toBe(true);
  expect(isToSignAgain(lines("another:answer", "you:consent"))).toBe(false);
});
