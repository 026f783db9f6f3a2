// Who applies: people of the demo and of those who came since, each once; what their page knows of them.
import type { Chance } from "../../src/demo-data/chance.ts";
import { neighbourCounty, sampleDistrict } from "../../src/demo-data/index.ts";
import type { IsoDate } from "../../src/register/index.ts";
import { headRelation } from "../../src/register/domain/shapes.ts";
import { query } from "./query.ts";

export type Applicant = {
  readonly person: number;
  readonly relation: number;
  readonly birthDate: IsoDate;
};

/** Those who apply together, whoever applies first. */
export type Group = readonly [Applicant, ...Applicant[]];

export type Applicants = {
  /** Nobody twice; undefined while there is nobody. */
  readonly next: (chance: Chance) => Promise<Group | undefined>;
  /** What a clerk adds so that the register can follow: who heads the household that is left behind. */
  readonly arrange: (group: Group) => Promise<Arranged>;
};

/** What a step that carries a grant out says besides. */
export type Arranged = {
  readonly household: null;
  readonly seats: readonly never[];
  readonly leftBehind: readonly {
    readonly household: number;
    readonly seats: readonly { readonly person: number; readonly relation: number }[];
  }[];
};

type Home = {
  readonly county: number;
  readonly household: number;
  readonly members: readonly Applicant[];
};

/** The rules have more for those who come from elsewhere. */
const fromElsewhere = 0.6;

/** A case is about a few people; larger families send one of them. */
const mostTogether = 4;

export function openApplicants(ownerUrl: string): Applicants {
  const taken = new Set<number>();
  let waiting: readonly Home[] = [];
  async function refill(): Promise<void> {
    const found = await query<Home>(ownerUrl, standingHomes, [[sampleDistrict, neighbourCounty]]);
    waiting = found.filter(({ members }) => members.every(({ person }) => !taken.has(person)));
  }
  return {
    async next(chance) {
      if (waiting.length === 0) await refill();
      if (waiting.length === 0) return undefined;
      const others = waiting.filter(({ county }) => county !== sampleDistrict);
      const home = chance.pick(others.length > 0 && chance.odds(fromElsewhere) ? others : waiting);
      waiting = waiting.filter((each) => each !== home);
      for (const { person } of home.members) taken.add(person);
      return groupOf(home, chance);
    },
    async arrange(group) {
      const [home] = await query<Home>(ownerUrl, homeOf, [group[0].person]);
      return {
        household: null,
        seats: [],
        leftBehind: home === undefined ? [] : left(home, group),
      };
    },
  };
}

/** Family households that nothing happened to today, all of whose members have a number. */
const standingHomes = `SELECT h.county, h.household_id::int AS household,
    json_agg(json_build_object('person', p.person_id, 'relation', m.relation, 'birthDate', p.birth_date)) AS members
  FROM household h
    JOIN membership m ON m.county = h.county AND m.household_id = h.household_id AND upper_inf(m.during)
    JOIN person p ON p.county = m.county AND p.person_id = m.person_id
  WHERE h.county = ANY ($1::int[]) AND h.kind = 'family' AND h.ended IS NULL
  GROUP BY h.county, h.household_id
  HAVING bool_and(p.id_number IS NOT NULL AND p.died IS NULL) AND max(greatest(h.changed, p.changed)) < current_date`;

const homeOf = `SELECT own.county, own.household_id::int AS household,
    json_agg(json_build_object('person', p.person_id, 'relation', m.relation, 'birthDate', p.birth_date)
      ORDER BY p.birth_date) AS members
  FROM membership own
    JOIN membership m ON m.county = own.county AND m.household_id = own.household_id AND upper_inf(m.during)
    JOIN person p ON p.county = m.county AND p.person_id = m.person_id
  WHERE own.person_id = $1 AND upper_inf(own.during)
  GROUP BY own.county, own.household_id`;

/** Where the head goes and others stay, the oldest of them is the head. */
function left({ household, members }: Home, group: Group): Arranged["leftBehind"] {
  const gone = new Set(group.map(({ person }) => person));
  const staying = members.filter(({ person }) => !gone.has(person));
  const headGoes = members.some(
    ({ person, relation }) => gone.has(person) && relation === headRelation,
  );
  if (staying.length === 0 || !headGoes) return [];
  const seats = staying.map(({ person }, place) => ({
    person,
    relation: place === 0 ? headRelation : other,
  }));
  return [{ household, seats }];
}

const other = 97;

/** A whole family behind its head, or one grown-up member who leaves it. */
function groupOf({ members }: Home, chance: Chance): Group | undefined {
  const head = members.find(({ relation }) => relation === headRelation);
  const others = members.filter(({ relation }) => relation !== headRelation);
  const leavers = others.filter(isGrownUp);
  const together = others.length > 0 && members.length <= mostTogether && chance.odds(0.6);
  if (head !== undefined && isGrownUp(head) && (together || others.length === 0))
    return [head, ...others];
  return leavers.length === 0 ? undefined : [chance.pick(leavers)];
}

/** Certainly grown up, whatever day it is. */
export const isGrownUp = ({ birthDate }: Applicant): boolean =>
  Date.now() - Date.parse(birthDate) > 7_000 * 86_400_000;

/** What the page of the first of them sends. */
export function applicationOf(group: Group, address: string, facts: object) {
  const guardians = group.filter(isGrownUp).slice(0, 2);
  const tieOf = (each: Applicant) => (isGrownUp(each) ? "other-relative" : "child");
  return {
    county: sampleDistrict,
    dossier: {
      service: "settlement",
      on: new Date().toISOString().slice(0, 10),
      place: { county: String(sampleDistrict), kind: "town" },
      records: {
        family: group.slice(1).map((each) => ({
          relation: tieOf(each),
          "co-residing": true,
          minor: !isGrownUp(each),
          source: "self",
        })),
      },
      facts,
    },
    form: {
      homes: [{ kind: "own-home", address, community: "和平社区" }],
      chosen: 0,
      relations: group.slice(1).map(({ relation }, place) => ({ member: place + 1, relation })),
      declared: [],
    },
    people: group.map((each, place) => ({
      who: { person: each.person },
      tie: place === 0 ? "self" : tieOf(each),
      family: place === 0 ? null : place - 1,
      ward: false,
      guardians: isGrownUp(each) ? [] : guardians.map(({ person }) => ({ person })),
    })),
  };
}
