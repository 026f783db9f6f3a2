import { expect, it } from "vitest";
import type { ListedCase } from "../cases/shapes.ts";
import type { LookUp } from "../shapes.ts";
import { groupLooks } from "./group-looks.ts";

const look = (id: string, reference: string | null) => ({ id, reference }) as LookUp;
const cases = [{ case: "a", reference: "20260302-AAAAAA" } as ListedCase];

it("puts looks at one of one's cases together, where the latest of them stands", () => {
  const looks = [
    look("1", null),
    look("2", "20260302-AAAAAA"),
    look("3", "court 7"),
    look("4", "20260302-AAAAAA"),
    look("5", "court 7"),
  ];
  expect(
    groupLooks(looks, cases).map(({ of, looks: each }) => [of?.case, each.map(({ id }) => id)]),
  ).toEqual([
    [undefined, ["1"]],
    ["a", ["2", "4"]],
    [undefined, ["3"]],
    [undefined, ["5"]],
  ]);
});
