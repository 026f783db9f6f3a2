import { expect, it } from "vitest";
import { describeExchange } from "./exchange-text.ts";
import { textsOf } from "./text/texts.ts";

const texts = textsOf("en");
const log = {
  county: 990_101,
  entries: 9,
  head: "00",
  checkpoint: { seq: 7, signed: "2026-05-02T00:00:00.000Z", key: "k" },
  tail: 2,
  tailSince: "2026-05-03T00:00:00.000Z",
  faults: [],
};

it("says how far a log is signed, and what is not", () => {
  expect(describeExchange([log], { texts })).toBe(
    "990101: exchange log of 9 entries, signed through 7 (2026-05-02T00:00:00.000Z); the last 2, from 2026-05-03T00:00:00.000Z on, no signature protects yet; all agree with what was asked and answered\n",
  );
  const unsigned = { ...log, checkpoint: null, tail: 9 };
  expect(describeExchange([unsigned], { texts })).toMatch(
    /of 9 entries, none signed yet; the last 9/,
  );
});

it("names each fault by its entry, with what there is to know about it", () => {
  const faults = [
    { code: "event-rewritten", seq: 3, values: {} },
    { code: "hashes-recomputed", seq: 4, values: { from: 4, through: 9 } },
    { code: "not-logged", seq: null, values: {} },
  ] as const;
  const said = describeExchange([{ ...log, faults }], { texts }).split("\n");
  expect(said[0]).not.toContain("all agree");
  expect(said.slice(1)).toEqual([
    "990101, exchange log, entry 3: was rewritten: it is not what was signed [event-rewritten]",
    "990101, exchange log, entry 4: 4 to 9 carry recomputed hashes; the events are genuine [hashes-recomputed]",
    "990101, exchange log: a request is not in it [not-logged]",
    "",
  ]);
});
