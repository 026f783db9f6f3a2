// Why people apply, and what departments hold of them.
import { drawFrom } from "../../src/demo-data/chance.ts";
import type { Advice } from "../../src/casework/domain/action.ts";
import type { PlainRecord } from "../../src/policy/index.ts";
import { type Family, isAdult, isSpouse, type Relative } from "./families.ts";

export type Ground = {
  readonly name: string;
  readonly home: "own-home" | "rented-home";
  /** By record kind, besides family and registration. */
  readonly records: Readonly<Record<string, readonly PlainRecord[]>>;
  /** Kinds of which nobody says whether these are all. */
  readonly open: readonly string[];
  /** What the rules say to it. */
  readonly outcome: Advice["outcome"];
};

/** How often each is met, of a hundred. */
export const drawGround = (county: number) => {
  const at = String(county);
  const ground = (
    name: string,
    outcome: Ground["outcome"],
    records: Ground["records"],
    more: Partial<Ground> = {},
  ): Ground => ({ name, home: "own-home", outcome, records, open: [], ...more });
  return drawFrom<Ground>([
    [
      ground("own home", "granted", {
        titles: [{ at, use: "home", holder: "joint", "joint-with": "spouse" }],
        residences: [{ at, from: "2022-03-01", basis: "own-home" }],
      }),
      45,
    ],
    [
      ground(
        "lease",
        "granted",
        {
          leases: [{ at, from: "2021-09-01", registered: true }],
          residences: [{ at, from: "2021-09-01", basis: "tenancy" }],
        },
        { home: "rented-home" },
      ),
      22,
    ],
    [
      ground(
        "work",
        "granted",
        {
          employments: [{ at, from: "2018-03-01", contract: true, formal: true }],
          insurances: [{ from: "2018-03", urban: true, current: true }],
          graduations: [{ school: "university" }],
        },
        { home: "rented-home" },
      ),
      18,
    ],
    [ground("nothing", "refer", {}, { home: "rented-home" }), 8],
    [
      ground(
        "not known yet",
        "unknown",
        {},
        {
          home: "rented-home",
          open: ["leases", "titles", "insurances", "employments"],
        },
      ),
      7,
    ],
  ]);
};

/** The records of an applicant and of who comes along, as the department that holds them states them. */
export function recordsOf(
  { records }: Ground,
  { county, members }: Family,
  today: string,
): Readonly<Record<string, readonly PlainRecord[]>> {
  return {
    ...records,
    registrations: [{ at: String(county), from: members[0]?.birthDate ?? today, kind: "town" }],
    family: familyRecords(members, today),
  };
}

export const familyRecords = (
  members: readonly Relative[],
  today: string,
): readonly PlainRecord[] =>
  members.slice(1).map((each) => ({
    relation: isSpouse(each) ? "spouse" : "child",
    "co-residing": true,
    unmarried: !isSpouse(each),
    minor: !isAdult(each, today),
  }));
