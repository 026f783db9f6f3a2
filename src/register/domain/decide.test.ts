import { describe, expect, it } from "vitest";
import { madeUpPerson } from "../testing/made-up.ts";
import { perform } from "../testing/memory-register.ts";
import * as t from "../testing/small-town.ts";
import {
  after,
  byFamily,
  death,
  moveOut,
  type Of,
  outcome,
  people,
  refused,
  today,
  underMother,
  warned,
} from "../testing/small-town.ts";
import type { Act } from "./act.ts";
import type { Ground, Particulars } from "./shapes.ts";

const child: Particulars = {
  ...madeUpPerson(50, "2020-05-20", { female: true, numbered: false }),
  mother: t.mother,
  father: t.father,
};

const birth = (change: Partial<Of<"register-birth">> = {}, of = child): Of<"register-birth"> => ({
  act: "register-birth",
  on: today,
  ground: t.groundFor([of]),
  household: t.family,
  child: { particulars: of, relation: 30 },
  ...change,
});

describe("birth", () => {
  it("is registered in a parent's household, without conditions", () => {
    expect(warned(birth())).toEqual([]);
    expect(
      warned(birth({ household: t.singleHousehold }, { ...child, mother: null, father: null })),
    ).toEqual(["no-parent"]);
    expect(refused(birth({ household: t.singleHousehold }))).toEqual(["not-a-parents-household"]);
    expect(refused(birth({}, { ...child, father: t.stranger }))).toEqual([]);
    expect(refused(birth({ household: 999 }))).toEqual(["household-unknown"]);
  });

  it("late is late and not refused", () => {
    const bornOn = (birthDate: string) => birth({}, { ...child, birthDate });
    expect(warned(bornOn("2020-05-01"))).toEqual([]);
    expect(warned(bornOn("2020-04-30"))).toEqual(["late-birth"]);
    expect(refused(bornOn("2020-06-02"))).toEqual(["before-birth"]);
    expect(refused(bornOn(today))).toEqual([]);
    const adult = { ...child, birthDate: "2002-06-01", mother: null };
    expect(refused(birth({ ground: t.groundFor([adult]) }, adult))).toEqual(["not-a-child"]);
  });

  it("names parents whom the register knows, older than the child", () => {
    expect(refused(birth({}, { ...child, father: 999 }))).toEqual(["parent-unknown"]);
    expect(refused(birth({}, { ...child, father: t.mother }))).toEqual(["one-parent-twice"]);
    expect(refused(birth({}, { ...child, father: t.daughter, birthDate: "2010-07-03" }))).toContain(
      "parent-not-older",
    );
  });

  it("is the guardian's to declare, who has heard a child of eight", () => {
    const aged = (birthDate: string) => {
      const of = { ...child, birthDate };
      const [signature] = t.groundFor([of]).signatures;
      const signatures = signature ? [{ ...signature, heard: false }] : [];
      return refused(birth({ ground: { ...byFamily, signatures } }, of));
    };
    expect(aged("2012-06-02")).toEqual([]);
    expect(aged("2012-06-01")).toEqual(["child-not-heard"]);
    expect(refused(birth({ ground: byFamily }))).toEqual(["unsigned"]);
    const ground = t.groundFor([child]);
    const self = ground.signatures.map((signature) => ({ ...signature, as: "self" as const }));
    expect(refused(birth({ ground: { ...ground, signatures: self } }))).toEqual(["unsigned"]);
  });

  it("takes a relation that is one, and fits", () => {
    const as = (relation: number) => birth({ child: { particulars: child, relation } });
    expect(refused(as(20))).toEqual(["relation-other-sex"]);
    expect(refused(as(77))).toEqual(["relation-unknown"]);
    expect(refused(as(1))).toEqual(["relation-not-here"]);
    expect(refused(as(2))).toEqual(["two-heads"]);
    const unstated = { ...child, sex: 9 } as const;
    for (const relation of [20, 30])
      expect(refused(birth({ child: { particulars: unstated, relation } }))).toEqual([]);
  });
});

describe("particulars", () => {
  const withNumber = (idNumber: string) => birth({}, { ...child, idNumber });
  const own = madeUpPerson(50, "2020-05-20", { female: true, numbered: true }).idNumber ?? "";
  it("agree with the ID number, which nobody else has", () => {
    expect(refused(withNumber(own))).toEqual([]);
    const wrong = own.slice(0, 17) + (own.endsWith("1") ? "2" : "1");
    expect(refused(withNumber(wrong))).toEqual(["id-number-malformed"]);
    expect(refused(withNumber(people.daughter.idNumber ?? ""))).toEqual([
      "id-number-other-birth-date",
    ]);
    const boys = madeUpPerson(50, "2020-05-20", { female: false, numbered: true }).idNumber ?? "";
    expect(refused(withNumber(boys))).toEqual(["id-number-other-sex"]);
    expect(refused(birth({}, { ...child, idNumber: own, sex: 0 }))).toEqual([]);
    expect(refused(birth({}, { ...child, marital: 77, education: 78 }))).toEqual([
      "code-unknown",
      "code-unknown",
    ]);
  });

  it("of someone known do not come in a second time", () => {
    expect(refused(t.arriving([[people.single, 2]], "family", today))).toEqual([
      "already-registered",
    ]);
    expect(refused(t.arriving([[people.stranger, 2]], "family", today))).toEqual([
      "already-registered",
    ]);
    const gone = after(moveOut([t.single], { household: t.singleHousehold }));
    expect(refused(t.arriving([[people.single, 2]], "family", today), t.town, gone)).toEqual([
      "known-person",
    ]);
    const dead = after(death(t.single));
    expect(refused(t.arriving([[people.single, 2]], "family", today), t.town, dead)).toEqual([
      "id-number-taken",
    ]);
    const twice = [people.single, people.single].map(
      (each) => [{ ...each, idNumber: own, birthDate: "2020-05-20", sex: 2 }, 97] as const,
    );
    expect(refused(t.arriving(twice))).toContain("named-twice");
  });
});

describe("moving out", () => {
  it("leaves a household with one head, to whom everyone stands anew", () => {
    expect(warned(moveOut([t.grandmother]))).toEqual([]);
    expect(refused(moveOut([t.father]))).toEqual(["no-head"]);
    expect(warned(moveOut([t.father], { seats: underMother }))).toEqual([]);
    expect(refused(moveOut([t.father], { seats: underMother.slice(0, 2) }))).toEqual([
      "relation-missing",
    ]);
    const both = [...underMother.slice(0, 2), { person: t.grandmother, relation: 2 }];
    expect(refused(moveOut([t.father], { seats: both }))).toEqual(["two-heads"]);
    const gone = [...underMother, { person: t.father, relation: 11 }];
    expect(refused(moveOut([t.father], { seats: gone }))).toEqual(["not-a-member"]);
    expect(
      refused(moveOut([t.father], { seats: [...underMother, underMother[1] ?? none] })),
    ).toEqual(["named-twice"]);
  });

  it("of the last member ends the household, and nobody joins it any more", () => {
    const register = after(moveOut([t.single], { household: t.singleHousehold }));
    expect(register.state.get(t.town)?.households.get(t.singleHousehold)?.ended).toBe(today);
    expect(refused(birth({ household: t.singleHousehold }), t.town, register)).toEqual([
      "household-ended",
    ]);
  });

  it("takes members, each once, and not on the day of arrival", () => {
    expect(refused(moveOut([t.single]))).toEqual(["not-a-member"]);
    expect(refused(moveOut([t.grandmother, t.grandmother]))).toEqual(["named-twice"]);
    const on = "2020-01-01";
    const ground = t.groundFor([people.grandmother], on);
    expect(refused(moveOut([t.grandmother], { on, ground }))).toEqual(["same-day"]);
  });

  it("warns of children left alone", () => {
    const ground = t.groundFor([people.father, people.mother, people.grandmother]);
    const seats = [{ person: t.daughter, relation: 2 }];
    const leavers = [t.father, t.mother, t.grandmother];
    expect(warned(moveOut(leavers, { ground, seats }))).toEqual(["child-alone"]);
    const stays = [
      { person: t.daughter, relation: 2 },
      { person: t.grandmother, relation: 97 },
    ];
    expect(warned(moveOut([t.father, t.mother], { seats: stays }))).toEqual(["head-is-a-child"]);
    expect(
      warned(
        moveOut([t.grandmother], {
          ground: {
            ...ground,
            papers: [],
            signatures: t.groundFor([people.grandmother]).signatures,
          },
        }),
      ),
    ).toEqual(["no-paper"]);
  });
});

const none = { person: 0, relation: 0 };

describe("days", () => {
  it("have come, and are not before the last change of anyone involved", () => {
    const on = (day: string) =>
      moveOut([t.grandmother], { on: day, ground: t.groundFor([people.grandmother], day) });
    expect(refused(on("2020-06-02"))).toEqual(["future-day"]);
    expect(refused(on("2019-12-31"))).toEqual(["before-last-change"]);
    expect(refused(on("2020-01-02"))).toEqual([]);
    const changed = after(birth({ on: "2020-05-25", ground: t.groundFor([child], "2020-05-25") }));
    expect(refused(on("2020-05-24"), t.town, changed)).toEqual(["before-last-change"]);
    expect(refused(on("2020-05-25"), t.town, changed)).toEqual([]);
  });
});

describe("own signed will (K1)", () => {
  const signed = (
    signatures: Ground["signatures"],
    who: readonly number[] = [t.grandmother],
    papers = [t.paper],
  ) => outcome(moveOut(who, { ground: { clause: "R4.1", papers, signatures } }));
  const own = { signer: people.grandmother.name, as: "self", for: [0], signed: today } as const;
  it("is each adult's own", () => {
    expect(signed([own])).toEqual({ refused: [], warned: [] });
    expect(signed([]).refused).toEqual(["unsigned"]);
    expect(signed([{ ...own, as: "head" }]).refused).toEqual(["unsigned"]);
    expect(signed([{ ...own, signer: "别人" }]).warned).toEqual(["signer-other-name"]);
    expect(signed([{ ...own, for: [1] }]).refused).toEqual(["no-such-place", "unsigned"]);
    const some = { ...own, as: "family", for: [0, 1] } as const;
    expect(signed([own, some]).refused).toEqual(["no-such-place"]);
    expect(signed([{ ...own, for: [0, 1] }], [t.grandmother, t.daughter]).refused).toEqual([
      "signs-for-many",
      "unsigned",
    ]);
    expect(signed([{ ...own, signed: "2020-06-02" }]).refused).toEqual(["signed-later"]);
  });

  it("is the guardian's for a child and a ward, who are heard", () => {
    const guardian = { signer: "监护人", as: "guardian", for: [0], signed: today } as const;
    expect(signed([guardian], [t.daughter]).refused).toEqual(["child-not-heard"]);
    expect(signed([{ ...guardian, heard: true }], [t.daughter]).refused).toEqual([]);
    expect(signed([guardian]).refused).toEqual(["unsigned"]);
    expect(signed([{ ...guardian, heard: true }])).toEqual({ refused: [], warned: ["ward"] });
    expect(signed([{ ...guardian, heard: true }], [t.grandmother], []).refused).toEqual([
      "unsigned",
    ]);
  });
});

it("says where in the act the trouble is, and by which clause", () => {
  const view = (act: Act) => {
    const { verdict } = perform(t.smallTown(), t.town, act, today);
    return verdict.ok ? [] : verdict.refusals.map(({ clause, path }) => [clause, path]);
  };
  expect(view(birth({ child: { particulars: child, relation: 20 } }))).toEqual([
    ["GB/T 4761", "child.relation"],
  ]);
  expect(view(moveOut([t.father], { seats: [{ person: t.mother, relation: 11 }] }))).toEqual([
    ["GB/T 4761", "seats.0.relation"],
    ["Household Registration Regulations 1958 art. 5", "seats"],
  ]);
  expect(view(moveOut([t.grandmother], { on: "2020-06-02" }))).toContainEqual([null, "on"]);
});
