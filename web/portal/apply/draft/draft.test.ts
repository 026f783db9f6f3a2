import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { idCheckCharacter } from "../../../../src/policy/browser.ts";
import { builtInPack } from "../../../../test/pack.ts";
import {
  asDraft,
  asSent,
  type Draft,
  familyOf,
  type Home,
  withHomes,
  withoutPerson,
  withParticipant,
  withPerson,
  withRelation,
} from "./draft.ts";
import { answersIn, judge, proofsOf, withStated } from "./answers.ts";
import { homeFaults, numberFault, peopleFaults, readNumber } from "./faults.ts";
import { type Kin, kinAdded, placeOf } from "./kin.ts";
import { newDraft, unnamed } from "./new-draft.ts";
import { withRelationsAsOf } from "./relations.ts";
import { ordersOf, placesIn } from "../home/order.ts";
import { addedPerson, emptyTyped, personFault } from "../people/typed-person.ts";

const today = "2026-11-22";
const pack = builtInPack();

const someone = (
  person: number,
  relation: number,
  sex: 1 | 2,
  birthDate: string,
  parents: { readonly mother?: number; readonly father?: number } = {},
): Kin => ({
  person,
  relation,
  since: "2000-01-01",
  name: `人${person}`,
  nameHan: null,
  sex,
  birthDate,
  idNumber: null,
  mother: parents.mother ?? null,
  father: parents.father ?? null,
});

/** A grandmother heads it; the applicant is her son (2), with his wife and two children, the elder grown up. */
const kin: readonly Kin[] = [
  someone(1, 2, 2, "1950-05-05"),
  someone(2, 20, 1, "1975-05-05", { mother: 1 }),
  someone(3, 38, 2, "1977-05-05"),
  someone(4, 41, 1, "2000-05-05", { mother: 3, father: 2 }),
  someone(5, 42, 2, "2010-11-23", { mother: 3, father: 2 }),
];
const household = { self: 2, kin, today };

const dossierOf = (facts: Readonly<Record<string, boolean>>, family: readonly string[] = []) => ({
  service: "settlement",
  on: today,
  place: { county: "990101", kind: "town" },
  complete: [],
  unsure: [],
  records: { family: family.map((relation) => ({ relation, "co-residing": true })) },
  facts: Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, { value }])),
});

const begin = (facts: Readonly<Record<string, boolean>> = {}, family: readonly string[] = []) =>
  newDraft({ dossier: dossierOf(facts, family), self: 2, kin, today });

describe("a new draft", () => {
  it("takes along whoever was said to come and is of the household, as they are to the applicant", () => {
    const draft = begin({ "home.family-owned": true }, ["spouse", "child"]);
    expect(draft.people).toEqual([
      { who: { person: 2 }, tie: "self", family: null, ward: false, guardians: [] },
      { who: { person: 3 }, tie: "spouse", family: 0, ward: false, guardians: [] },
      { who: { person: 4 }, tie: "child", family: 1, ward: false, guardians: [] },
      {
        who: { person: 5 },
        tie: "child",
        family: 2,
        ward: false,
        guardians: [{ person: 2 }, { person: 3 }],
      },
    ]);
    expect(familyOf(draft).map(({ relation, minor }) => [relation, minor])).toEqual([
      ["spouse", false],
      ["child", false],
      ["child", true],
    ]);
    expect(draft.form).toMatchObject({
      homes: [{ kind: "own-home" }],
      relations: [
        { member: 1, relation: 12 },
        { member: 2, relation: 20 },
        { member: 3, relation: 30 },
      ],
    });
    expect(unnamed(dossierOf({}, ["parent", "spouse"]).records.family, draft)).toEqual(["parent"]);
  });

  it("asks of homes only what was not said, and of a child turned 18 today no guardian", () => {
    expect(begin({ "home.leased": true, "home.family-owned": false }).form.homes).toEqual([
      { kind: "rented-home", address: "", community: "", landlord: null },
    ]);
    const child = someone(6, 42, 2, "2008-11-22", { mother: 3, father: 2 });
    const { participant } = kinAdded(child, { ...household, kin: [...kin, child] });
    expect(participant.guardians).toEqual([]);
    // A parent who is a child too signs for nobody.
    const mother = someone(7, 42, 2, "2010-01-01", { mother: 3, father: 2 });
    const baby = someone(8, 47, 1, "2026-06-01", { mother: 7 });
    const { participant: born } = kinAdded(baby, { ...household, kin: [...kin, mother, baby] });
    expect(born.guardians).toEqual([]);
  });
});

describe("people coming and going", () => {
  it("keep records, relations and papers with whom they are about, whatever the order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5 }), { maxLength: 20 }), (presses) => {
        let draft = begin();
        for (const press of presses) {
          const each = kin[press];
          if (each === undefined) {
            const typed = {
              ...emptyTyped,
              which: "unnumbered",
              name: `新${draft.people.length}`,
              tie: "child",
              born: "2026-11-01",
              sex: "2",
            } as const;
            draft = withPerson(draft, addedPerson(typed, 2, today));
          } else if (each.person !== 2) {
            const place = placeOf(draft, each.person);
            draft =
              place > 0
                ? withoutPerson(draft, place)
                : withPerson(draft, kinAdded(each, household));
          }
        }
        const records = familyOf(draft);
        expect(draft.people[0]).toMatchObject({ tie: "self", family: null });
        expect(records).toHaveLength(draft.people.length - 1);
        draft.people.slice(1).forEach(({ tie, family, who }, place) => {
          expect(family).toBe(place);
          expect(records[place]?.["relation"]).toBe(tie);
          const declared = draft.form.declared.find(({ member }) => member === place + 1);
          expect(declared?.particulars.name).toBe("person" in who ? undefined : who.name);
        });
        expect(asDraft(asSent(draft))).toEqual(draft);
      }),
    );
  });

  it("change the rules' record when they stand otherwise to the applicant", () => {
    const draft = begin({}, ["spouse"]);
    const [, spouse] = draft.people;
    if (spouse === undefined) throw new Error("nobody");
    const changed = withParticipant(draft, 1, { ...spouse, tie: "other-relative" });
    expect(familyOf(changed)[0]?.["relation"]).toBe("other-relative");
  });
});

describe("what is not filled in", () => {
  const home = (kind: Home["kind"]): Home =>
    kind === "relatives-home"
      ? { kind, host: null }
      : kind === "community-collective"
        ? { kind, name: "和平社区" }
        : { kind: "own-home", address: "和平路9号", community: "和平社区" };

  it("is said at its field", () => {
    expect(homeFaults(begin())).toEqual([{ code: "no-home", at: "home-kinds" }]);
    expect(homeFaults(begin({ "home.leased": true })).map(({ at }) => at)).toEqual([
      "home-0-address",
      "home-0-community",
    ]);
    expect(homeFaults(withHomes(begin(), [home("community-collective")], 0))).toEqual([]);
  });

  it("asks for relations to whoever heads the household there, and for who signs", () => {
    const family = begin({}, ["spouse", "child"]);
    const at = (draft: Draft) => peopleFaults(draft, kin, today).map((fault) => fault.at);
    expect(at(withHomes(family, [home("own-home")], 0))).toEqual([]);
    expect(at(withHomes(withRelation(family, 1, undefined), [home("own-home")], 0))).toEqual([
      "person-1-relation",
    ]);
    expect(at(withHomes(family, [home("relatives-home")], 0))).toEqual(["person-0-relation"]);
    const [, spouse, , child] = family.people;
    if (spouse === undefined || child === undefined) throw new Error("nobody");
    const unsigned = withParticipant(withParticipant(family, 1, { ...spouse, ward: true }), 3, {
      ...child,
      guardians: [],
    });
    expect(at(withHomes(unsigned, [home("community-collective")], 0))).toEqual([
      "person-1-guardians",
      "person-3-guardians",
    ]);
  });

  it.each([
    ["11010519491231002X", undefined],
    ["11010519491231002x", undefined],
    ["110105 19491231 002X", undefined],
    ["110105194912310021", "check-digit"],
    ["110105194913310021", "no-such-day"],
    ["1101051949", "malformed"],
    [`11010520300101001${idCheckCharacter("11010520300101001")}`, "in-future"],
  ])("reads %s", (typed, fault) => {
    expect(numberFault(readNumber(typed), today)).toBe(fault);
  });

  it("of somebody else: each thing in its turn, and what the number says is not asked", () => {
    const draft = begin();
    const typed = { ...emptyTyped, number: "11010519491231002x" };
    expect(personFault(emptyTyped, draft, today)).toEqual({ at: "number", code: "malformed" });
    expect(personFault(typed, draft, today)?.at).toBe("name");
    const whole = { ...typed, name: "王芳", tie: "parent", place: "北京" } as const;
    expect(personFault(whole, draft, today)).toBeUndefined();
    const added = addedPerson(whole, 2, today);
    expect(added).toMatchObject({
      relation: 52,
      declared: { place: "北京", particulars: { sex: 2, birthDate: "1949-12-31" } },
    });
    expect(personFault(whole, withPerson(draft, added), today)?.code).toBe("twice");
  });
});

describe("what was said", () => {
  it("is changed in its place, and can become unknown and known again", () => {
    const draft = begin({ "home.family-owned": true });
    const unsure = withStated(draft, "home.family-owned", null, today);
    expect(answersIn(unsure)).toContainEqual({ fact: "home.family-owned", value: null });
    const again = withStated(unsure, "home.family-owned", false, today);
    expect(answersIn(again)).toContainEqual({ fact: "home.family-owned", value: false });
    expect(answersIn(withStated(draft, "place.kind", "village", today))[0]?.value).toBe("village");
  });

  it("says which papers departments stand for, and asks what none can answer", () => {
    const owner = begin({ "registered.elsewhere": true, "home.family-owned": true });
    const judged = judge(pack, owner, today);
    expect(judged?.decision.outcome).toBe("granted");
    const { fetched, yours, open } = proofsOf(pack, owner, judged);
    expect(fetched.map(({ paper }) => paper)).toContain("title-certificate");
    expect([yours, open]).toEqual([[], []]);
    const stranger = begin({ "registered.elsewhere": true });
    const asked = proofsOf(pack, stranger, judge(pack, stranger, today)).open;
    expect(asked.map(({ name }) => name)).toContain("work.professional");
    expect(asked.map(({ name }) => name)).not.toContain("home.family-owned");
  });
});

it("states relations to whoever heads the household there, and forgets those to somebody else", () => {
  const baby = { ...emptyTyped, which: "unnumbered", name: "新", tie: "child" } as const;
  const added = addedPerson({ ...baby, born: "2026-11-01", sex: "2" }, 2, today);
  const atOwn = withPerson(begin({ "home.family-owned": true }, ["spouse"]), added);
  const host: Home = { kind: "relatives-home", host: null };
  const atHosts = withRelationsAsOf(atOwn, withHomes(atOwn, [host], 0), 2, kin);
  expect(atHosts.form.relations).toEqual([]);
  const back = withRelationsAsOf(atHosts, withHomes(atHosts, atOwn.form.homes, 0), 2, kin);
  expect(back.form.relations).toEqual([
    { member: 1, relation: 12 },
    { member: 2, relation: 30 },
  ]);
  const stated = withRelation(back, 1, 10);
  const again = withRelationsAsOf(stated, withHomes(stated, stated.form.homes, 0), 2, kin);
  expect(again.form.relations).toEqual(stated.form.relations);
});

it("uses addresses in the order of the clause that holds, and any while none does", () => {
  const owner = begin({ "registered.elsewhere": true, "home.family-owned": true });
  const orders = ordersOf(judge(pack, owner, today)?.decision);
  expect(orders.map(({ clause }) => clause)).toEqual(["D2.1"]);
  const rented: Home = {
    kind: "rented-home",
    address: "a1",
    community: "c",
    landlord: { name: "n", signed: today },
  };
  const community: Home = { kind: "community-collective", name: "c" };
  const own: Home = { kind: "own-home", address: "a2", community: "c" };
  expect(placesIn([rented, own, community], orders)).toEqual([1]);
  expect(placesIn([community, rented], orders)).toEqual([1]);
  expect(placesIn([{ ...rented, landlord: null }, community], orders)).toEqual([1]);
  expect(placesIn([rented, own], [])).toEqual([0, 1]);
});
