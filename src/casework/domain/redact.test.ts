// What an erasure leaves of a case of others: the same course, and nothing that says who it was.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { courses, play } from "../testing/random-cases.ts";
import { fold } from "./reduce.ts";
import { redactActions } from "./redact.ts";
import { residentView, staffView } from "./view.ts";

const whom = {
  person: 4711,
  names: new Set(["李小雨"]),
  idNumbers: new Set(["li"]),
};

/** As real cases are: names that are found in what was said as well. */
const withNames = (text: string) =>
  text.replaceAll('"name":"li"', '"name":"李小雨"').replaceAll("自己的理由", "李小雨的理由");

it("keeps the course of a case, everyone else's words in it, and nobody's name", () => {
  fc.assert(
    fc.property(courses(60), (moves) => {
      const { actions: played, today } = play(moves);
      const actions = JSON.parse(withNames(JSON.stringify(played))) as typeof played;
      const left = redactActions(actions, whom);
      const text = JSON.stringify(left);
      expect(text).not.toContain("李小雨");
      expect(text).not.toContain('"citizen":"li"');
      for (const { birthDate } of fold("settlement", left).application?.people.slice(1, 2) ?? [])
        expect(birthDate).toBe("1988-01-01");
      const [before, after] = [fold("settlement", actions), fold("settlement", left)];
      const course = ({ stage, version, effects, rated, closed, notices }: typeof before) => ({
        stage,
        version,
        effects,
        rated,
        closed,
        notices,
      });
      expect(course(after)).toEqual(course(before));
      expect(after.decisions.map(({ granted }) => granted)).toEqual(
        before.decisions.map(({ granted }) => granted),
      );
      expect(staffView("settlement", left, today).willing).toEqual(
        staffView("settlement", actions, today).willing,
      );
      expect(residentView("settlement", left, "yu").own).toEqual(
        residentView("settlement", actions, "yu").own,
      );
    }),
    { numRuns: 150 },
  );
});
