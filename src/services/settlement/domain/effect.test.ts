import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInPackFolder, readPackFolder } from "../../../platform/files/index.ts";
import { isCaseFile, loadPack } from "../../../policy/index.ts";
import { act, type Grant, type HomeKind, type HomeOption, settlementForm } from "../contract.ts";
import { addressOrders } from "./address-orders.ts";
import { choices } from "./address.ts";
import { type Found, type Origin, settlementEffect } from "./effect.ts";

const address = { address: "示例路1号", community: "示例社区" };
const consent = { name: "房主", signed: "2026-03-01" };

const homes: Readonly<Record<HomeKind, HomeOption>> = {
  "own-home": { kind: "own-home", ...address },
  "rented-home": { kind: "rented-home", ...address, landlord: consent },
  "relatives-home": { kind: "relatives-home", host: consent },
  "employer-collective": { kind: "employer-collective", name: "示例公司" },
  "school-collective": { kind: "school-collective", name: "示例学院" },
  "talent-centre-collective": { kind: "talent-centre-collective", name: "示例人才中心" },
  "community-collective": { kind: "community-collective", name: "示例社区" },
};
const kinds = Object.keys(homes) as readonly HomeKind[];

const particulars = {
  name: "示例",
  nameHan: null,
  formerNames: [],
  sex: 2,
  birthDate: "1990-01-01",
  birthCounty: null,
  idNumber: null,
  marital: null,
  education: null,
  mother: null,
  father: null,
} as const;

const origins: Readonly<Record<Origin["from"], (person: number) => Origin>> = {
  here: (person) => ({ from: "here", person }),
  county: (person) => ({ from: "county", county: 990102, person }),
  returning: (person) => ({ from: "returning", place: "外省", person }),
  elsewhere: () => ({ from: "elsewhere", place: "外省", particulars }),
  unregistered: () => ({ from: "unregistered", particulars }),
};

const grant = (clause: string, form: Grant["form"], movers = 1): Grant => ({
  on: "2026-03-02",
  clause,
  movers: Array.from({ length: movers }, (_, member) => ({
    member,
    participant: {
      citizen: `c${member}`,
      name: "示例",
      birthDate: "1990-01-01",
      tie: member === 0 ? "self" : "spouse",
      family: member === 0 ? null : member - 1,
      ward: false,
      guardians: [],
    },
  })),
  signatures: [{ signer: "示例", as: "self", for: [0], signed: "2026-03-02" }],
  papers: [{ kind: "id-card" }],
  form,
});

const found = (household: number | null, from: Origin["from"], movers = 1): Found => ({
  household,
  dwelling: null,
  origins: Array.from({ length: movers }, (_, place) => origins[from](place + 1)),
  from: from === "here" ? { household: 3, kind: "family", members: 4 } : null,
  seats: [],
  leftBehind: from === "county" ? [{ household: 7, seats: [] }] : [],
});

const form = (offered: readonly HomeOption[], chosen = 0, movers = 1): Grant["form"] => ({
  homes: offered.map((home) => ({ ...home })),
  chosen,
  relations: Array.from({ length: movers }, (_, member) => ({ member, relation: 97 })),
  declared: [],
});

const read = readPackFolder(builtInPackFolder);
const loaded = loadPack(
  read.kind === "read" ? read.files.filter(({ path }) => !isCaseFile(path)) : [],
);
const clauses = loaded.ok
  ? [
      ...new Set(
        loaded.value.rules
          .filter(({ service, gives }) => service === "settlement" && gives === "grant")
          .map(({ clause }) => clause),
      ),
    ]
  : [];

describe("land rights", () => {
  /** All that an act says, keys and values. */
  const said = (value: unknown): readonly string[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, of]) => [key, ...said(of)])
      : [String(value)];

  it("are touched by no effect, on whatever ground, from and to wherever", () => {
    let walked = 0;
    for (const clause of clauses)
      for (const kind of kinds)
        for (const from of Object.keys(origins) as readonly Origin["from"][])
          for (const movers of [1, 3]) {
            const household = kind === "own-home" ? null : 11;
            const asked = grant(clause, form([homes[kind]], 0, movers), movers);
            const effect = settlementEffect(asked, found(household, from, movers), addressOrders);
            if (!effect.ok) continue;
            walked += 1;
            expect(["settle", "move-within"]).toContain(effect.act.act);
            expect(act.safeParse(effect.act).error).toBeUndefined();
            expect(said(effect.act).join(" ")).not.toMatch(
              /land(?!lord)|parcel|homestead|pasture|forest|share|承包|宅基|草场|林地|股份|分红|退出/i,
            );
          }
    expect(clauses.length).toBeGreaterThan(10);
    expect(walked).toBeGreaterThan(400);
  });

  it("can neither be asked for nor given up in the form", () => {
    for (const more of [{ landGivenUp: true }, { homestead: "退出" }, { parcels: [] }])
      expect(settlementForm.safeParse({ ...form([homes["own-home"]]), ...more }).success).toBe(
        false,
      );
  });
});

describe("the address", () => {
  const offered = (...of: readonly HomeKind[]) => of.map((kind) => homes[kind]);
  const chosen = (clause: string, list: readonly HomeOption[]) =>
    choices(clause, list, addressOrders).map((place) => list[place]?.kind);

  it("follows the order of D2.2.1 for talent", () => {
    const all = offered(
      "community-collective",
      "rented-home",
      "employer-collective",
      "relatives-home",
      "own-home",
    );
    expect(chosen("D2.2.1", all)).toEqual(["own-home"]);
    expect(chosen("D2.2.1", all.slice(0, 4))).toEqual(["relatives-home"]);
    expect(chosen("D2.2.1", all.slice(0, 3))).toEqual(["employer-collective"]);
    expect(chosen("D2.2.1", all.slice(0, 2))).toEqual(["rented-home"]);
    expect(chosen("D2.2.1", all.slice(0, 1))).toEqual(["community-collective"]);
    // The list of D2.2.1 ends in "and others".
    expect(chosen("D2.2.1", offered("talent-centre-collective"))).toEqual([
      "talent-centre-collective",
    ]);
  });

  it("follows the order of D1.3 for home and work, where the employer comes before relatives", () => {
    const all = offered("community-collective", "relatives-home", "employer-collective");
    expect(chosen("D2.1", all)).toEqual(["employer-collective"]);
    expect(chosen("D2.1", all.slice(0, 2))).toEqual(["relatives-home"]);
  });

  it("is the community's for a tenant whose landlord does not agree", () => {
    const rented: HomeOption = { kind: "rented-home", ...address, landlord: null };
    const list = [rented, homes["community-collective"]];
    expect(chosen("D2.1", list)).toEqual(["community-collective"]);
    expect(chosen("D2.1", [homes["rented-home"], homes["community-collective"]])).toEqual([
      "rented-home",
    ]);
    const effect = (place: number) =>
      settlementEffect(grant("D2.1", form(list, place)), found(11, "county"), addressOrders);
    expect(effect(0)).toMatchObject({ ok: false, refusal: { code: "landlord-consent" } });
    expect(effect(1)).toMatchObject({ ok: true, act: { into: { household: 11 } } });
  });

  it("is the person's own choice where the clause names none", () => {
    for (const clause of ["R4.1", "R5", "D2.2.2"])
      expect(choices(clause, offered(...kinds), addressOrders)).toHaveLength(kinds.length);
  });

  it("is never outside what the person has, and leaves nobody of an ordered clause without one they have", () => {
    fc.assert(
      fc.property(
        fc.subarray(clauses),
        fc.shuffledSubarray([...kinds], { minLength: 1 }),
        (some, list) => {
          for (const clause of some) {
            const places = choices(clause, offered(...list), addressOrders);
            expect(places.every((place) => place < list.length)).toBe(true);
            const named = addressOrders.find((order) => order.clauses.includes(clause));
            if (named === undefined || named.others) expect(places.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

describe("the effect", () => {
  it("founds a family household with the applicant at its head, and takes the landlord's consent along", () => {
    const effect = settlementEffect(
      grant("R5", form([homes["rented-home"]], 0, 2), 2),
      found(null, "county", 2),
      addressOrders,
    );
    expect(effect).toMatchObject({
      ok: true,
      act: {
        act: "settle",
        into: { kind: "new", type: "family", name: null, home: { kind: "new", ...address } },
        arrivals: [
          { from: "county", county: 990102, person: 1, relation: 2 },
          { from: "county", county: 990102, person: 2, relation: 97 },
        ],
        ground: { clause: "R5", papers: [{ kind: "id-card" }, { kind: "landlord-consent" }] },
      },
    });
  });

  it("needs the host's consent, a relation, and a household that is there", () => {
    const code = (asked: Grant, shown: Found) => {
      const effect = settlementEffect(asked, shown, addressOrders);
      return effect.ok ? "ok" : effect.refusal.code;
    };
    const alone: HomeOption = { kind: "relatives-home", host: null };
    expect(code(grant("R5", form([alone])), found(11, "county"))).toBe("host-consent");
    expect(code(grant("R5", form([homes["relatives-home"]])), found(null, "county"))).toBe(
      "household-unknown",
    );
    const noRelations = { ...form([homes["relatives-home"]]), relations: [] };
    expect(code(grant("R5", noRelations), found(11, "county"))).toBe("relation-unstated");
    expect(code(grant("R5", { home: "own" }), found(null, "county"))).toBe("form");
    expect(
      code(
        grant("D2.2.1", form([homes["community-collective"], homes["own-home"]])),
        found(11, "county"),
      ),
    ).toBe("address-order");
    const mixed = { ...found(null, "here", 2), origins: [origins.here(1), origins.county(2)] };
    expect(code(grant("D2.3", form([homes["own-home"]], 0, 2), 2), mixed)).toBe("several-origins");
  });

  it("is a move inside the county for whoever is registered there", () => {
    const inside = (household: number | null, members: number, to: HomeKind) =>
      settlementEffect(
        grant("D2.3", form([homes[to]], 0, 2), 2),
        { ...found(household, "here", 2), from: { household: 3, kind: "family", members } },
        addressOrders,
      );
    expect(inside(null, 4, "own-home")).toMatchObject({ act: { act: "move-within", as: "split" } });
    expect(inside(null, 2, "own-home")).toMatchObject({ act: { as: "move" } });
    expect(inside(11, 2, "relatives-home")).toMatchObject({ act: { as: "merger" } });
    expect(inside(11, 2, "community-collective")).toMatchObject({
      act: { as: "move", movers: [{ relation: 1 }, { relation: 1 }] },
    });
  });
});
