import * as fc from "fast-check";
import { expect, it } from "vitest";
import { histories, play } from "../testing/random-histories.ts";
import { act } from "./act.ts";
import { findHouseholdOn } from "./household-on.ts";
import { invariants } from "./invariants.ts";
import { previewOf } from "./preview.ts";
import { apply, emptyState } from "./state.ts";
import { upcast } from "./upcast.ts";

const runs = { numRuns: 150 };

it("keeps every invariant on every day, and a refused act changes nothing", () => {
  fc.assert(
    fc.property(histories(), (steps) => {
      let before = "";
      play(steps, ({ verdict }, { state, log }) => {
        expect(invariants(state)).toEqual([]);
        const now = `${log.length} ${JSON.stringify(plain(state))}`;
        if (!verdict.ok && before !== "") expect(now).toBe(before);
        before = now;
      });
    }),
    runs,
  );
});

it("is the same again when its events are folded anew, erasures included", () => {
  fc.assert(
    fc.property(histories(), (steps) => {
      const { register } = play(steps);
      const again = emptyState();
      for (const { county, payload } of register.log) {
        const read = upcast(1, JSON.parse(JSON.stringify(payload)));
        apply(again, county, read);
      }
      expect(plain(again)).toEqual(plain(register.state));
    }),
    runs,
  );
});

it("is previewed as it comes to be", () => {
  fc.assert(
    fc.property(histories(), (steps) => {
      play(steps, ({ view, verdict, today }, { state }) => {
        const { households } = previewOf(view, verdict.ok ? verdict.events : []);
        for (const { after } of households) {
          if (after === null) expect.fail("a household is there after the act");
          const { county, household } = after;
          expect(after).toEqual(findHouseholdOn(state, county, household, today));
        }
      });
    }),
    runs,
  );
});

it("leaves no gap between counties: who leaves one arrives in the other on the same day", () => {
  fc.assert(
    fc.property(histories(), (steps) => {
      for (const { verdict } of play(steps).played) {
        if (!verdict.ok) continue;
        const out = verdict.events.flatMap(({ county, event }) =>
          event.type === "moved-out" && event.to.kind === "county"
            ? event.leavers.map((person) => [person, county, event.to, event.on])
            : [],
        );
        const into = verdict.events.flatMap(({ county, event }) =>
          event.type === "settled"
            ? event.arrivals.flatMap(({ person, from }) =>
                from.kind === "county"
                  ? [[person, from.county, { kind: "county", county }, event.on]]
                  : [],
              )
            : [],
        );
        expect(new Set(out.map(String))).toEqual(new Set(into.map(String)));
      }
    }),
    runs,
  );
});

it("tries every kind of act, and most are done", () => {
  const played = fc
    .sample(histories(), { numRuns: 150, seed: 1 })
    .flatMap((steps) => play(steps).played);
  const kinds = Map.groupBy(played, ({ act }) => act.act);
  const done = [...kinds].map(([, of]) => of.filter(({ verdict }) => verdict.ok).length);
  expect(kinds.size).toBe(act.options.length);
  expect(Math.min(...done)).toBeGreaterThan(10);
  const moves = played.filter(({ verdict }) => verdict.ok && verdict.events.length > 1);
  expect(moves.length).toBeGreaterThan(100);
  expect(played.filter(({ verdict }) => verdict.ok).length / played.length).toBeGreaterThan(0.7);
});

const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, each: unknown) =>
      each instanceof Map ? [...each] : each instanceof Set ? [...each] : each,
    ),
  );
