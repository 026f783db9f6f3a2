// What clerks ask of the big county, over and over with other terms.
import { randomUUID } from "node:crypto";
import type { Database } from "../../src/platform/postgres/index.ts";
import type { Asking } from "../shared/clients.ts";
import { bigCounty } from "./counties.ts";
import type { Settler } from "./settles.ts";

type Known = {
  readonly person: number;
  readonly name: string;
  readonly sound: string;
  readonly initials: string;
  readonly idNumber: string;
  readonly address: string;
};

type Home = { readonly household: number; readonly version: number };

/** Each gives the next request of its kind. */
export type Requests = Readonly<Record<"search" | "person" | "settle", () => Asking>>;

const sampled = 4000;

export async function prepareRequests(owner: Database, settler: Settler): Promise<Requests> {
  const { rows: people } = await owner.pool.query<Known>(
    `SELECT p.person_id AS person, coalesce(p.name_han, p.name) AS name, p.sound, p.initials,
       p.id_number AS "idNumber", d.address
     FROM person p JOIN membership m USING (county, person_id) JOIN residence r USING (county, household_id)
       JOIN dwelling d USING (county, dwelling_id)
     WHERE p.county = $1 AND p.id_number IS NOT NULL AND upper_inf(m.during) AND upper_inf(r.during)
     ORDER BY hashint8(p.person_id) LIMIT $2`,
    [bigCounty, sampled],
  );
  const { rows: households } = await owner.pool.query<Home>(
    `SELECT household_id AS household, version FROM household
     WHERE county = $1 AND kind = 'family' AND ended IS NULL ORDER BY hashint8(household_id)`,
    [bigCounty],
  );
  const nextPerson = inTurn(people);
  const nextHousehold = inTurn(households);
  const nextSearch = inTurn(searches);
  const at = (rest: string) => `/api/counties/${bigCounty}/${rest}`;
  let settles = 0;
  return {
    search: () => ({
      method: "POST",
      path: at("people/search"),
      body: nextSearch()(nextPerson()),
      expects: 200,
    }),
    person: () => ({ method: "GET", path: at(`people/${nextPerson().person}`), expects: 200 }),
    settle() {
      settles += 1;
      // Nobody joins a household twice, so its version is the one that was read.
      const known = settles % 3 === 0 ? nextHousehold() : undefined;
      return {
        method: "POST",
        path: at("acts"),
        headers: {
          "idempotency-key": randomUUID(),
          "if-match": known === undefined ? "" : `"h${known.household}:${known.version}"`,
        },
        body: known === undefined ? settler.found() : settler.join(known.household),
        expects: 201,
      };
    },
  };
}

/** Two characters, three, sounds whole and in part, first letters, an ID number, a street and number. */
const searches: readonly ((known: Known) => { readonly by: string; readonly text: string })[] = [
  ({ name }) => ({ by: "name", text: first(name, 2) }),
  ({ name }) => ({ by: "name", text: first(name, 3) }),
  ({ sound }) => ({ by: "name", text: sound }),
  ({ sound }) => ({ by: "name", text: sound.slice(0, 6) }),
  ({ initials }) => ({ by: "name", text: initials }),
  ({ idNumber }) => ({ by: "id-number", text: idNumber }),
  ({ address }) => ({ by: "address", text: /^.*?号/.exec(address)?.[0] ?? address }),
];

const first = (text: string, length: number): string => [...text].slice(0, length).join("");

function inTurn<T>(items: readonly T[]): () => T {
  let at = 0;
  return () => {
    const item = items[at % items.length];
    at += 1;
    if (item === undefined) throw new Error("there is nothing to ask for");
    return item;
  };
}
