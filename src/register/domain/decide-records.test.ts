import { describe, expect, it } from "vitest";
import { madeUpPerson } from "../testing/made-up.ts";
import { type MemoryRegister, perform, viewOf } from "../testing/memory-register.ts";
import * as t from "../testing/small-town.ts";
import {
  after,
  arriving,
  byFamily,
  death,
  groundFor,
  moveOut,
  type Of,
  people,
  refused,
  today,
  underMother,
  warned,
} from "../testing/small-town.ts";
import type { Act } from "./act.ts";
import { fourEyes } from "./four-eyes.ts";
import { remark } from "./remark.ts";

const familySigned = { signer: "亲属", as: "family", for: [0], signed: today } as const;

const correct = (
  after: Of<"correct">["after"],
  person = t.father,
  change: Partial<Of<"correct">> = {},
): Of<"correct"> => ({
  act: "correct",
  on: today,
  ground: groundFor([t.who(person)]),
  person,
  after,
  ...change,
});

const eyes = (
  act: Act,
  register: MemoryRegister = t.smallTown(),
  warnings: Parameters<typeof fourEyes>[2] = [],
) => fourEyes(act, viewOf(register, t.town, act, today), warnings);

describe("correction", () => {
  it("is proved, says before and after, and changes something", () => {
    const register = after(correct({ name: "林改", marital: null }));
    expect(register.state.get(t.town)?.people.get(t.father)?.particulars?.name).toBe("林改");
    expect(register.log.at(-1)?.payload).toMatchObject({
      before: { name: people.father.name },
      after: { name: "林改" },
    });
    expect(refused(correct({ name: people.father.name }))).toEqual(["nothing-changes"]);
    expect(refused(correct({}))).toEqual(["nothing-changes"]);
    const ground = { ...groundFor([people.father]), papers: [] };
    expect(refused(correct({ education: 20 }, t.father, { ground }))).toEqual(["paper-missing"]);
    expect(refused(correct({ education: 20 }, t.stranger))).toEqual(["not-registered-here"]);
  });

  it("is the person's own to ask for, or the guardian's", () => {
    expect(refused(correct({ education: 20 }, t.father, { ground: byFamily }))).toEqual([
      "unsigned",
    ]);
    const [signature] = groundFor([people.daughter]).signatures;
    const unheard = { ...byFamily, signatures: signature ? [{ ...signature, heard: false }] : [] };
    expect(refused(correct({ name: "新名" }, t.daughter, { ground: unheard }))).toEqual([
      "child-not-heard",
    ]);
  });

  it("leaves number, birth and sex in agreement", () => {
    expect(refused(correct({ birthDate: "1980-03-02" }))).toEqual(["id-number-other-birth-date"]);
    expect(refused(correct({ sex: 2 }))).toContain("id-number-other-sex");
    expect(
      refused(
        correct({ idNumber: people.stranger.idNumber, birthDate: people.stranger.birthDate }),
      ),
    ).toEqual(["id-number-taken"]);
    const anew = madeUpPerson(60, "1980-03-01", { female: true, numbered: true });
    expect(warned(correct({ sex: 2, idNumber: anew.idNumber }))).toEqual([]);
    const mother = madeUpPerson(61, people.mother.birthDate, { female: false, numbered: true });
    expect(warned(correct({ sex: 1, idNumber: mother.idNumber }, t.mother))).toEqual([
      "relation-no-longer-fits",
    ]);
    expect(refused(correct({ idNumber: null, birthDate: "2020-01-02" }, t.daughter))).toContain(
      "before-birth",
    );
    expect(refused(correct({ idNumber: null, birthDate: "2020-01-01" }, t.daughter))).toEqual([]);
    expect(warned(correct({ sex: 9 }, t.mother))).toEqual([]);
    const early = groundFor([people.father], "2019-12-31");
    expect(
      refused(correct({ education: 20 }, t.father, { on: "2019-12-31", ground: early })),
    ).toContain("before-last-change");
    expect(refused(correct({ mother: 999 }))).toEqual(["parent-unknown"]);
    expect(refused(correct({ mother: t.daughter }))).toEqual(["parent-not-older"]);
  });

  it("needs a second person where it changes who someone is", () => {
    expect(eyes(correct({ birthDate: "1980-03-02" }))).toContain("art. 17");
    expect(eyes(correct({ idNumber: null }))).toBeDefined();
    expect(eyes(correct({ sex: 2 }))).toBeDefined();
    expect(eyes(correct({ name: "林改" }))).toBeDefined();
    expect(eyes(correct({ nameHan: "林改" }))).toBeDefined();
    expect(eyes(correct({ name: "林改", sex: 2, education: 20 }))).toBeDefined();
    expect(eyes(correct({ name: "林改", education: 20 }))).toBeDefined();
    expect(eyes(correct({ name: "新名" }, t.daughter))).toBeUndefined();
    expect(eyes(correct({ sex: 1, education: 20 }))).toBeUndefined();
  });
});

const newcomer = madeUpPerson(70, "1970-01-01", { female: true, numbered: true });

describe("death", () => {
  it("ends the registration and gives the household a new head", () => {
    expect(warned(death(t.grandmother))).toEqual([]);
    expect(refused(death(t.father))).toEqual(["no-head"]);
    const register = after(death(t.father, { seats: underMother }));
    expect(register.state.get(t.town)?.people.get(t.father)?.died).toBe("2020-05-30");
    expect(refused(death(t.father), t.town, register)).toEqual(["dead"]);
    expect(refused(correct({ education: 20 }), t.town, register)).toEqual(["dead"]);
    expect(refused(death(t.stranger))).toEqual(["not-registered-here"]);
    expect(refused(death(999))).toEqual(["person-unknown"]);
    const arrived = after(arriving([[newcomer, 2]], "family", today));
    expect(refused(death(17, { died: today }), t.town, arrived)).toEqual(["same-day"]);
  });

  it("is declared by others, of a day that has been", () => {
    const own = groundFor([people.grandmother]);
    expect(refused(death(t.grandmother, { ground: own }))).toEqual(["unsigned"]);
    expect(refused(death(t.grandmother, { died: "2020-06-02" }))).toEqual(["died-later"]);
    expect(refused(death(t.grandmother, { died: "1950-09-03" }))).toEqual(["before-birth"]);
    expect(warned(death(t.grandmother, { died: "2020-05-01" }))).toEqual([]);
    expect(warned(death(t.grandmother, { died: "2020-01-01" }))).toEqual(["late-death"]);
    expect(warned(death(t.grandmother, { died: "1950-09-04" }))).toContain("late-death");
    const both = [...byFamily.signatures, ...own.signatures];
    expect(warned(death(t.grandmother, { ground: { ...byFamily, signatures: both } }))).toEqual([]);
    const later = [{ ...familySigned, signed: "2020-06-02" }];
    expect(refused(death(t.grandmother, { ground: { ...byFamily, signatures: later } }))).toEqual([
      "signed-later",
    ]);
    expect(warned(death(t.grandmother, { died: "2020-04-30" }))).toEqual(["late-death"]);
    expect(warned(death(t.grandmother, { died: "2019-12-31" }))).toEqual([
      "late-death",
      "died-before-registration",
    ]);
    expect(warned(death(t.grandmother, { ground: { ...byFamily, papers: [] } }))).toEqual([
      "no-paper",
    ]);
  });
});

describe("restoration", () => {
  const restore = (change: Partial<Of<"restore">> = {}) =>
    ({
      act: "restore",
      on: today,
      ground: groundFor([people.grandmother]),
      person: t.grandmother,
      cause: "declaration-revoked",
      into: { kind: "known", household: t.family },
      relation: 50,
      seats: [],
      ...change,
    }) as const;
  it("brings back who was declared dead, on paper", () => {
    const dead = () => after(death(t.grandmother));
    const register = dead();
    expect(refused(restore(), t.town, register)).toEqual([]);
    expect(register.state.get(t.town)?.people.get(t.grandmother)?.died).toBeNull();
    const ground = { ...groundFor([people.grandmother]), papers: [] };
    expect(refused(restore({ ground }), t.town, dead())).toEqual(["paper-missing"]);
    expect(refused(restore({ relation: 77 }), t.town, dead())).toEqual(["relation-unknown"]);
    const { verdict } = perform(dead(), t.town, restore({ relation: 77 }), today);
    expect(!verdict.ok && verdict.refusals[0]?.path).toBe("relation");
    expect(refused(restore({ ground: byFamily }), t.town, dead())).toEqual(["unsigned"]);
    const early = restore({
      on: "2020-05-31",
      ground: groundFor([people.grandmother], "2020-05-31"),
    });
    expect(refused(early, t.town, dead())).toEqual(["before-last-change"]);
    const home = { kind: "known", dwelling: t.familyHome } as const;
    const into = { kind: "new", type: "family", name: "某家", home } as const;
    expect(refused(restore({ into, relation: 2 }), t.town, dead())).toEqual(["household-name"]);
    expect(
      refused(restore({ into: { ...into, name: null }, relation: 2 }), t.town, dead()),
    ).toEqual([]);
  });

  it("is for those whose registration was cancelled here", () => {
    expect(refused(restore())).toEqual(["already-registered"]);
    expect(refused(restore({ person: 999 }))).toEqual(["person-unknown"]);
    const gone = () => after(moveOut([t.grandmother]));
    expect(refused(restore(), t.town, gone())).toEqual(["other-cause"]);
    expect(refused(restore({ cause: "cancelled-in-error" }), t.town, gone())).toEqual([]);
    const there = after([
      t.neighbour,
      death(t.stranger, { seats: [{ person: t.strangerChild, relation: 2 }] }),
    ]);
    expect(refused(restore({ person: t.stranger }), t.town, there)).toEqual(["not-last-here"]);
  });

  it("needs a second person, and so does settling who was never registered", () => {
    expect(eyes(restore())).toBe("R10.3");
    const arrival = arriving([[people.single, 2]]);
    expect(eyes(arrival)).toBeUndefined();
    const unregistered = { from: "unregistered", particulars: people.single, relation: 2 } as const;
    expect(eyes({ ...arrival, arrivals: [...arrival.arrivals, unregistered] })).toBe("R10.2");
    expect(eyes({ ...arrival, arrivals: [unregistered] })).toBe("R10.2");
    const numberless = {
      from: "elsewhere",
      place: "外县",
      particulars: { ...people.single, idNumber: null },
      relation: 2,
    } as const;
    expect(eyes({ ...arrival, arrivals: [numberless] })).toBe("R10.2");
    for (const code of ["ward", "signer-other-name"] as const) {
      expect(eyes(arrival, t.smallTown(), [remark(code, null)])).toBe("K1");
    }
    expect(eyes(arrival, t.smallTown(), [remark("id-number-missing", null)])).toBeUndefined();
    expect(eyes(erase(t.single))).toContain("PIPL");
    expect(eyes(death(t.single))).toBeUndefined();
  });
});

describe("a booklet withheld", () => {
  const step = (
    step: Of<"withhold-booklet">["step"],
    on: string,
    ground = groundFor([people.mother], on),
  ) =>
    ({ act: "withhold-booklet", on, ground, household: t.family, person: t.mother, step }) as const;
  const issue = (on: string, change: Partial<Of<"issue-booklet">> = {}) =>
    ({
      act: "issue-booklet",
      on,
      ground: groundFor([people.mother], on),
      household: t.family,
      person: t.mother,
      ...change,
    }) as const;
  // Wednesday 15 January 2020; Sunday the 19th was worked.
  const noticed = () =>
    after(
      step("reported", "2020-01-13"),
      step("mediated", "2020-01-14"),
      step("notified", "2020-01-15"),
    );

  it("goes from report to mediation to notice", () => {
    expect(refused(step("mediated", today))).toEqual(["step-out-of-order"]);
    expect(refused(step("reported", today, { ...byFamily, signatures: [] }))).toEqual(["unsigned"]);
    const reported = () => after(step("reported", "2020-01-13"));
    expect(refused(step("notified", today), t.town, reported())).toEqual(["step-out-of-order"]);
    expect(refused(step("reported", today), t.town, reported())).toEqual(["step-out-of-order"]);
    expect(refused(step("settled", today), t.town, reported())).toEqual([]);
    expect(refused({ ...step("reported", today), person: t.single })).toEqual(["not-a-member"]);
    expect(refused(step("settled", "2020-01-12"), t.town, reported())).toEqual([
      "before-last-change",
    ]);
    const settled = after(step("reported", "2020-01-13"), step("settled", "2020-01-14"));
    expect(refused(step("reported", today), t.town, settled)).toEqual([]);
  });

  it("gives the person an own booklet after five working days, and not before", () => {
    expect(refused(issue(today))).toEqual(["booklet-not-withheld"]);
    // 16, 17, 19, 20 and 21 January are the five days.
    expect(refused(issue("2020-01-21"), t.town, noticed())).toEqual(["notice-running"]);
    expect(refused(issue("2020-01-22"), t.town, noticed())).toEqual([]);
    expect(
      refused(
        issue("2020-01-22", { ground: groundFor([people.father], "2020-01-22") }),
        t.town,
        noticed(),
      ),
    ).toEqual([]);
    expect(refused(issue("2020-01-22", { ground: byFamily }), t.town, noticed())).toContain(
      "unsigned",
    );
  });

  it("is over for whoever leaves the household", () => {
    const register = noticed();
    const leaves = moveOut([t.mother], {
      on: "2020-02-03",
      ground: groundFor([people.mother], "2020-02-03"),
    });
    expect(refused(leaves, t.town, register)).toEqual([]);
    expect(register.state.get(t.town)?.withheld.size).toBe(0);
  });

  it("aside, the household's booklet is issued to whoever asks for it", () => {
    expect(refused(issue(today, { person: null }))).toEqual([]);
    expect(refused(issue("2019-12-31", { person: null }))).toEqual(["before-last-change"]);
    const unsigned = { ...byFamily, signatures: [] };
    expect(refused(issue(today, { person: null, ground: unsigned }))).toEqual(["unsigned"]);
    expect(refused(issue(today, { person: t.single }))).toEqual(["not-a-member"]);
    const student = { household: t.school, person: t.student, ground: groundFor([people.student]) };
    expect(refused(issue(today, student))).toEqual([]);
  });
});

const erase = (person: number, ground = byFamily) =>
  ({ act: "erase", on: today, ground, person }) satisfies Act;

describe("erasure", () => {
  it("is for those who are registered no more, on a paper, once", () => {
    expect(refused(erase(t.single))).toEqual(["still-registered"]);
    expect(refused(erase(999))).toEqual(["person-unknown"]);
    const gone = () => after(moveOut([t.grandmother]));
    expect(refused(erase(t.grandmother, { ...byFamily, papers: [] }), t.town, gone())).toEqual([
      "paper-missing",
    ]);
    const register = gone();
    expect(refused(erase(t.grandmother), t.town, register)).toEqual([]);
    expect(refused(erase(t.grandmother), t.town, register)).toEqual(["erased"]);
    const early = { ...erase(t.grandmother), on: "2020-05-31" };
    expect(refused({ ...early, ground: { ...byFamily, signatures: [] } }, t.town, gone())).toEqual([
      "before-last-change",
    ]);
    const later = { ...byFamily, signatures: [{ ...familySigned, signed: "2020-06-02" }] };
    expect(refused(erase(t.grandmother, later), t.town, gone())).toEqual(["signed-later"]);
  });

  it("leaves keys, days and seats, and no word of the person, even of those erased after", () => {
    const named = (person: number, name: string) => correct({ name }, person);
    const register = after(
      named(t.grandmother, "祖母乙"),
      named(t.mother, "母亲丙"),
      moveOut([t.grandmother], { ground: groundFor([{ ...people.grandmother, name: "祖母乙" }]) }),
      moveOut([t.mother], { ground: groundFor([{ ...people.mother, name: "母亲丙" }]) }),
    );
    const trace = (of: typeof people.mother, name: string) => {
      const text = JSON.stringify(register.log);
      return [of.idNumber ?? "", of.birthDate, name].filter((each) => text.includes(each));
    };
    expect(trace(people.grandmother, "祖母乙")).toHaveLength(3);
    expect(refused(erase(t.grandmother), t.town, register)).toEqual([]);
    expect(trace(people.grandmother, "祖母乙")).toEqual([]);
    // The first erasure keeps what the arrival said of the others, until they are erased themselves.
    expect(trace(people.mother, "母亲丙")).toHaveLength(3);
    const own = groundFor([{ ...people.mother, name: "母亲丙" }]);
    const note = "母亲丙来电";
    expect(refused(erase(t.mother, { ...own, note }), t.town, register)).toEqual([]);
    expect(trace(people.mother, "母亲丙")).toEqual([]);
    expect(trace(people.father, people.father.name)).toHaveLength(3);
    const part = register.state.get(t.town);
    expect(part?.people.get(t.mother)?.particulars).toBeNull();
    expect(part?.seats.get(t.mother)).toHaveLength(1);
  });

  it("takes the name out of what was signed for others, and nobody else's", () => {
    const signer = (name: string) =>
      ({ signer: name, as: "guardian", for: [0], signed: today, heard: true }) as const;
    const child = madeUpPerson(80, "2020-05-20", { female: true, numbered: false });
    const register = after(
      correct({ name: "母亲丙" }, t.mother),
      correct({ name: "甲" }, t.daughter, {
        ground: { ...byFamily, signatures: [signer("母亲丙")] },
      }),
      correct({ name: "乙" }, t.daughter, {
        ground: {
          ...byFamily,
          signatures: [signer(people.mother.name), signer(people.father.name)],
        },
      }),
      {
        act: "register-birth",
        on: today,
        ground: { ...groundFor([child]), note: "父亲申报" },
        household: t.family,
        child: { particulars: { ...child, mother: t.mother }, relation: 30 },
      },
      moveOut([t.mother, t.daughter], {
        ground: groundFor([{ ...people.mother, name: "母亲丙" }, people.daughter]),
      }),
    );
    expect(refused(erase(t.mother), t.town, register)).toEqual([]);
    expect(refused(erase(t.daughter), t.town, register)).toEqual([]);
    const arrival = register.log[0]?.payload.ground;
    expect(arrival?.papers).toEqual([{ kind: t.paper.kind }]);
    expect(arrival?.signatures.map(({ signer, for: places }) => [signer, places])).toEqual([
      [people.father.name, [0]],
      [people.grandmother.name, [3]],
    ]);
    const birth = register.log.find(({ payload }) => payload.type === "birth-registered");
    expect(birth?.payload.ground.note).toBe("父亲申报");
    const left = register.log.find(({ payload }) => payload.type === "moved-out")?.payload;
    expect(left?.ground.signatures).toEqual([]);
    expect(
      register.log
        .filter(({ payload }) => payload.type === "particulars-corrected")
        .map(({ payload }) => "after" in payload && payload.after),
    ).toEqual([{}, {}, {}]);
  });

  it("knows the name from the birth too, and who had a booklet of their own", () => {
    const child = madeUpPerson(81, "2010-01-01", { female: true, numbered: false });
    const register = after(
      {
        act: "register-birth",
        on: "2020-01-02",
        ground: groundFor([child], "2020-01-02"),
        household: t.family,
        child: { particulars: { ...child, name: "新生" }, relation: 30 },
      },
      {
        act: "issue-booklet",
        on: today,
        ground: groundFor([people.student]),
        household: t.school,
        person: t.student,
      },
      moveOut([17, t.daughter], {
        ground: {
          ...byFamily,
          signatures: [0, 1].map((place) => ({
            ...familySigned,
            as: "guardian",
            signer: "新生",
            for: [place],
            heard: true,
          })),
        },
      }),
      moveOut([t.student], { household: t.school, ground: groundFor([people.student]) }),
    );
    expect(JSON.stringify(register.log)).toContain("新生");
    expect(refused(erase(17), t.town, register)).toEqual([]);
    expect(JSON.stringify(register.log)).not.toContain("新生");
    expect(refused(erase(t.student), t.town, register)).toEqual([]);
    const issued = register.log.find(({ payload }) => payload.type === "booklet-issued");
    expect(issued?.payload.ground.signatures).toEqual([]);
  });

  it("covers every county that has an event about the person", () => {
    const on = "2020-05-31";
    const move: Of<"settle"> = {
      act: "settle",
      on,
      ground: groundFor([people.single], on),
      into: { kind: "known", household: t.strangerHousehold },
      arrivals: [{ from: "county", county: t.town, person: t.single, relation: 97 }],
      seats: [],
      leftBehind: [],
    };
    const register = after([t.neighbour, move], [t.neighbour, death(t.single)]);
    expect(refused(erase(t.single), t.neighbour, register)).toEqual([]);
    expect(register.log.slice(-2).map(({ county }) => county)).toEqual([t.town, t.neighbour]);
    expect(JSON.stringify(register.log)).not.toContain(people.single.idNumber);
    for (const county of [t.town, t.neighbour])
      expect(register.state.get(county)?.people.get(t.single)?.particulars).toBeNull();
  });
});
