import { expect, it } from "vitest";
import { describeAccess } from "./describe-access.ts";

const answers = { response: { 200: { type: "object" } } };

it("says who may use a route, what they send, and how they are refused", () => {
  const access = {
    kind: "signed-in",
    roles: ["window-clerk"],
    place: "own-county",
    record: "any",
    purpose: true,
  } as const;
  const described = describeAccess(answers, access);
  expect(described).toMatchObject({
    "x-luohu-access": access,
    security: [{ session: [] }],
    headers: { required: ["luohu-purpose"] },
  });
  expect(Object.keys(described["response"] as object)).toEqual(["200", "401", "403", "429"]);
});

it("asks nothing where all may enter", () => {
  const described = describeAccess(answers, { kind: "public" });
  expect(described).toEqual({ ...answers, "x-luohu-access": { kind: "public" }, security: [] });
});
