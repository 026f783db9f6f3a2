// Who applies: families of the neighbouring counties, as the register has them after its load.
import { dayAfter } from "../../src/casework/domain/working-days.ts";
import type { Database } from "../../src/platform/postgres/index.ts";
import { headRelation } from "../../src/register/contract.ts";

export type Relative = {
  readonly person: number;
  /** To the head of the household (GB/T 4761). */
  readonly relation: number;
  readonly name: string;
  readonly idNumber: string;
  readonly birthDate: string;
  readonly mother: number | null;
  readonly father: number | null;
};

/** People who move together, the applicant first. */
export type Family = { readonly county: number; readonly members: readonly Relative[] };

type Household = Family & { readonly household: number };

/** Days for which a case has been open at most. */
const longest = 60;

/** Families in an order that says nothing: whole households of spouses and children, and grown-ups who leave alone. */
export async function listFamilies(
  owner: Database,
  except: number,
  today: string,
): Promise<readonly Family[]> {
  const { rows } = await owner.pool.query<Household>(
    `SELECT m.county, m.household_id AS household,
       json_agg(json_build_object('person', m.person_id, 'relation', m.relation, 'name', coalesce(p.name_han, p.name),
         'idNumber', p.id_number, 'birthDate', p.birth_date, 'mother', p.mother_id, 'father', p.father_id)
         ORDER BY m.relation <> ${headRelation}, m.relation, m.person_id) AS members
     FROM membership m JOIN household h USING (county, household_id) JOIN person p USING (county, person_id)
     WHERE m.county <> $1 AND upper_inf(m.during) AND h.kind = 'family' AND h.ended IS NULL
       AND NOT EXISTS (SELECT FROM withholding w WHERE w.county = m.county AND w.person_id = m.person_id)
     GROUP BY m.county, m.household_id
     HAVING bool_and(p.id_number IS NOT NULL) AND max(p.changed) < $2
     ORDER BY hashint8(m.household_id)`,
    [except, today],
  );
  return rows.flatMap(({ county, members }) => {
    const movers = moversOf(members, today);
    return movers === undefined || movers.some((each) => cameOfAge(each, today))
      ? []
      : [{ county, members: movers }];
  });
}

const most = 5;

/** Spouse and children of the head go along; where others live with them, one of those goes alone. */
function moversOf(members: readonly Relative[], today: string): readonly Relative[] | undefined {
  const [head, ...others] = members;
  if (head?.relation !== headRelation || !isAdult(head, today)) return undefined;
  if (others.every(goesAlong)) return members.length > most ? undefined : members;
  const alone = others.find((each) => !goesAlong(each) && isAdult(each, today));
  return alone === undefined ? undefined : [alone];
}

export const isSpouse = ({ relation }: Relative): boolean => [10, 11, 12].includes(relation);

const isChild = ({ relation }: Relative): boolean =>
  [20, 21, 22, 23, 24, 25, 26, 27, 30, 31, 32, 33, 34, 35, 36, 37].includes(relation);

const goesAlong = (each: Relative): boolean => isSpouse(each) || isChild(each);

export const isAdult = ({ birthDate }: Relative, on: string): boolean =>
  `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}` <= on;

/** While the case was open: they would have to sign anew. */
const cameOfAge = (each: Relative, today: string): boolean =>
  isAdult(each, today) && !isAdult(each, dayAfter(today, -longest));
