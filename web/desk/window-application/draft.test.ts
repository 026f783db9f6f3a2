import { describe, expect, it } from "vitest";
import type { Fact } from "../../../src/policy/index.ts";
import { applicationDraft } from "../../../src/casework/contract.ts";
import { builtInPack } from "../../../test/pack.ts";
import { settlementForm } from "../../../src/services/settlement/contract.ts";
import {
  applicationOf,
  askedWords,
  dossierOf,
  emptyDraft,
  isAskable,
  type WindowDraft,
} from "./draft.ts";
import {
  type Entry,
  entryOf,
  entryOfKin,
  likelyTie,
  unknownEntry,
  withGuardians,
  withKinship,
  withTie,
} from "./entry.ts";
import { findFaults } from "./faults.ts";
import { nextQuestion } from "./questions.ts";

const here = 990_101;
const today = "2026-11-22";
const number = "110101199003074258";

const found = (person: number, name: string, birthDate: string, county: number, sex = 1) => ({
  person,
  county,
  name,
  nameHan: null,
  sex,
  birthDate,
  idNumber: null,
  household: null,
  address: null,
  registered: true,
});

const husband = entryOf(
  found(1, "马建业", "1991-11-11", 990_102),
  here,
  ` ${number.toLowerCase()} `,
);
const wife = withTie(
  entryOf(found(2, "丁雪", "1993-03-03", here, 2), here, "丁雪"),
  "spouse",
  [husband],
  today,
);
const son = withTie(
  entryOf(found(3, "马小川", "2016-07-07", here), here, ""),
  "child",
  [husband, wife],
  today,
);

const home = { kind: "own-home", address: "和平路9号", community: "和平社区" } as const;

const draft = (people: readonly Entry[], more: Partial<WindowDraft> = {}): WindowDraft => ({
  ...emptyDraft(today),
  people,
  kind: "town",
  homes: [home],
  ...more,
});

describe("an application as it is sent", () => {
  it("is one that the server takes: those of the county by key, others by number", () => {
    const made = applicationOf(draft([husband, wife, son]), here, today);
    expect(applicationDraft.safeParse(made).error).toBeUndefined();
    expect(settlementForm.safeParse(made.form).error).toBeUndefined();
    expect(made.people).toEqual([
      {
        who: { citizen: number, name: "马建业", birthDate: "1991-11-11" },
        tie: "self",
        family: null,
        ward: false,
        guardians: [],
      },
      { who: { person: 2 }, tie: "spouse", family: 0, ward: false, guardians: [] },
      {
        who: { person: 3 },
        tie: "child",
        family: 1,
        ward: false,
        guardians: [{ citizen: number, name: "马建业" }],
      },
    ]);
    expect(made.form["relations"]).toEqual([
      { member: 1, relation: 12 },
      { member: 2, relation: 20 },
    ]);
    expect(made.dossier["records"]).toEqual({
      family: [
        expect.objectContaining({ relation: "spouse", minor: false, "co-residing": true }),
        expect.objectContaining({ relation: "child", minor: true, unmarried: true }),
      ],
    });
  });

  it("says of nobody what somebody without a household is to its head", () => {
    const collective = [{ kind: "community-collective", name: "和平社区" }] as const;
    expect(
      applicationOf(draft([husband, wife], { homes: collective }), here, today).form,
    ).toMatchObject({
      relations: [],
    });
    const host = [{ kind: "relatives-home", host: { name: "马父", signed: "20261120" } }] as const;
    const headed = { ...husband, relation: 20 };
    expect(applicationOf(draft([headed], { homes: host }), here, today).form).toMatchObject({
      relations: [{ member: 0, relation: 20 }],
      homes: [{ host: { signed: "2026-11-20" } }],
    });
  });

  it("declares whoever no register here knows by their papers", () => {
    const stranger: Entry = {
      ...unknownEntry("elsewhere", number),
      place: "某省某县",
      particulars: {
        ...unknownEntry("elsewhere", number).particulars,
        name: "王一",
        sex: "1",
        birthDate: "19900307",
      },
    };
    const made = applicationOf(draft([stranger]), here, today);
    expect(made.people[0]?.who).toEqual({ citizen: number, name: "王一", birthDate: "1990-03-07" });
    expect(made.form["declared"]).toMatchObject([
      { member: 0, place: "某省某县", particulars: { name: "王一", birthDate: "1990-03-07" } },
    ]);
    expect(isAskable(draft([stranger]))).toBe(false);
    const nobody: Entry = {
      ...unknownEntry("unregistered"),
      particulars: {
        ...unknownEntry("unregistered").particulars,
        name: "王二",
        sex: "2",
        birthDate: "20260101",
      },
    };
    const both = applicationOf(
      draft([stranger, withTie(nobody, "child", [stranger], today)]),
      here,
      today,
    );
    expect(applicationDraft.safeParse(both).error).toBeUndefined();
    expect(settlementForm.safeParse(both.form).error).toBeUndefined();
    expect(both.people[1]).toMatchObject({
      who: { citizen: null, name: "王二", birthDate: "2026-01-01" },
      guardians: [{ citizen: number, name: "王一" }],
    });
  });
});

describe("the people", () => {
  const kin = [
    { person: 1, relation: 2, sex: 1, birthDate: "1980-01-01", name: "父" },
    { person: 2, relation: 12, sex: 2, birthDate: "1982-01-01", name: "母" },
    { person: 3, relation: 20, sex: 1, birthDate: "2015-01-01", name: "子", mother: 2, father: 1 },
    { person: 4, relation: 52, sex: 2, birthDate: "1955-01-01", name: "祖母" },
  ];
  const [father, mother, child, grandmother] = kin.map(entryOfKin) as [Entry, Entry, Entry, Entry];

  it("are to the applicant what the register says, whoever of the household applies", () => {
    expect(withKinship(mother, father, kin)).toMatchObject({ tie: "spouse", relation: 12 });
    expect(withKinship(father, mother, kin)).toMatchObject({ tie: "spouse" });
    expect(withKinship(child, mother, kin)).toMatchObject({ tie: "child", relation: 20 });
    expect(withKinship(grandmother, father, kin)).toMatchObject({ tie: "parent", relation: 52 });
  });

  it("have those parents as guardians who come along, else the applicant", () => {
    const signed = (others: readonly Entry[]) =>
      withGuardians({ ...child, tie: "child" }, others, kin, today).guardians;
    expect(signed([father, mother])).toEqual([father.key, mother.key]);
    expect(signed([father])).toEqual([father.key]);
    expect(
      withGuardians({ ...child, tie: "other-relative" }, [grandmother], kin, today).guardians,
    ).toEqual([]);
  });

  it("found outside the household are taken for spouse, then parent, a child by its age", () => {
    expect(likelyTie(wife, [husband], today)).toBe("spouse");
    expect(likelyTie(wife, [husband, wife], today)).toBe("parent");
    expect(likelyTie(son, [husband], today)).toBe("child");
  });
});

describe("words on paper", () => {
  it("are each adult's own, and each guardian's for a child; the applicant's is the application", () => {
    const both = { ...son, guardians: [husband.key, wife.key] };
    expect(
      askedWords([husband, wife, both], today).map(({ member, signer, heard }) => [
        member,
        signer,
        heard,
      ]),
    ).toEqual([
      [1, 1, false],
      [2, 0, true],
      [2, 1, true],
    ]);
    const outside = { ...son, guardians: [], outside: { citizen: number, name: "马母" } };
    expect(askedWords([husband, outside], today)).toMatchObject([{ member: 1, signer: "outside" }]);
  });

  it("of whom a guardian applies for, the first is the application and the others are asked", () => {
    const ward = {
      ...husband,
      ward: true,
      guardians: [wife.key],
      outside: { citizen: number, name: "兄" },
    };
    expect(askedWords([ward, wife], today)).toMatchObject([
      { member: 0, signer: "outside" },
      { member: 1, signer: 1 },
    ]);
  });
});

describe("what is not filled in", () => {
  const paths = (given: WindowDraft) =>
    findFaults(given, today).map(({ path, code }) => `${path} ${code}`);

  it("is nothing where all is there", () => {
    expect(paths(draft([husband, wife, son]))).toEqual([]);
  });

  it("is named at its field", () => {
    expect(paths(emptyDraft(today))).toEqual(["people no-applicant", "kind kind", "homes no-home"]);
    const alone = { ...son, guardians: [], relation: null };
    expect(paths(draft([husband, alone], { signed: "20261123" }))).toEqual([
      "people.1.guardians guardian",
      "people.1.relation relation",
      "signed day",
    ]);
    const rented = {
      kind: "rented-home",
      address: "",
      community: "",
      landlord: { name: "", signed: "" },
    } as const;
    expect(paths(draft([husband], { homes: [rented] }))).toEqual([
      "homes.0.address address",
      "homes.0.community community",
      "homes.0.consent.name consent-name",
      "homes.0.consent.signed day",
    ]);
    const [own] = askedWords([husband, wife, son], today).slice(-1);
    const signatures = { [own?.id ?? ""]: { signed: today, heard: "" } } as const;
    expect(paths(draft([husband, wife, son], { signatures }))).toEqual([
      `signatures.${own?.id}.heard heard`,
    ]);
    expect(paths(draft([unknownEntry("elsewhere", "110101199003074257")]))).toEqual(
      expect.arrayContaining(["people.0.particulars.idNumber id-number", "people.0.place place"]),
    );
  });
});

it("asks nothing that a department holds, while departments can be asked; else what the rules leave open", () => {
  const pack = builtInPack();
  const ask = (askable: boolean) => {
    const asked: Fact[] = [];
    let given = draft([husband]);
    for (;;) {
      const next = nextQuestion(pack, dossierOf(given, here, today), askable);
      if (next === undefined) return asked;
      expect(next.name).not.toMatch(/^(land|parcel)/);
      asked.push(next);
      const value = next.type.kind === "boolean" ? false : null;
      given = { ...given, answers: { ...given.answers, [next.name]: value } };
    }
  };
  const few = ask(true);
  expect(few.length).toBeGreaterThan(0);
  expect(few.length).toBeLessThanOrEqual(6);
  expect(few.filter(({ records }) => records.length > 0)).toEqual([]);
  expect(ask(false).filter(({ records }) => records.length > 0)).not.toEqual([]);
});
