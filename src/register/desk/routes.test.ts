import { expect, it } from "vitest";
import * as contract from "../contract.ts";
import { clerk } from "../testing/register.ts";
import {
  family,
  father,
  mother,
  neighbour,
  people,
  single,
  stranger,
  town,
} from "../testing/small-town.ts";
import { at, problem, townOverHttp } from "../testing/town-over-http.ts";

const { register, ask, search } = await townOverHttp();

it("finds by characters, by sound, by initials, by address and by number", async () => {
  const { father: he } = people;
  const names = async (by: string, text: string) =>
    (await search(by, text)).people.map(({ person }) => person);
  expect(await names("name", he.name.slice(0, 2))).toContain(father);
  const { sound, initials } = register.soundOf(he.name);
  expect(await names("name", sound.slice(0, 3))).toContain(father);
  expect(await names("name", initials)).toContain(father);
  expect(await names("address", "平路4")).toContain(father);
  expect(await names("address", "和平")).toHaveLength(6);
  expect(await names("address", "和")).toEqual([]);
  const found = await search("id-number", he.idNumber ?? "");
  expect(found.people).toEqual([
    expect.objectContaining({
      person: father,
      county: town,
      household: family,
      registered: true,
    }),
  ]);
  expect(found.people[0]?.idNumber).toBe(`**************${he.idNumber?.slice(-4)}`);
});

it("finds by number whoever is registered elsewhere, and by nothing else", async () => {
  const { idNumber, name } = people.stranger;
  const { people: found } = await search("id-number", idNumber ?? "");
  expect(found).toEqual([expect.objectContaining({ person: stranger, county: neighbour })]);
  const named = (await search("name", name)).people.map(({ person }) => person);
  expect(named).not.toContain(stranger);
  expect((await search("id-number", "110105194912310025")).people).toEqual([]);
});

it("shows people and households with their versions, and only with a purpose", async () => {
  const person = await ask(at(`/people/${father}`));
  expect(contract.person.parse(person.json())).toMatchObject({
    version: 1,
    particulars: { name: people.father.name, idNumber: people.father.idNumber },
    registrations: [{ county: town, from: "2020-01-01", until: null }],
    seats: [{ household: family, relation: 2, from: "2020-01-01", until: null }],
    history: [{ type: "settled", by: clerk.name, seq: 1, details: { from: { place: "外地" } } }],
  });
  expect(person.headers["etag"]).toBe(`"p${father}:1"`);
  const household = await ask(at(`/households/${family}`));
  expect(contract.household.parse(household.json())).toMatchObject({
    kind: "family",
    version: 1,
    days: ["2020-01-01"],
    members: [{ person: father, relation: 2 }, {}, {}, {}],
  });
  expect(household.headers["etag"]).toBe(`"h${family}:1"`);
  const before = await ask(at(`/households/${family}?on=2019-12-31`));
  expect(before.json()).toMatchObject({ members: [], dwelling: null });
  expect(problem(await ask(at("/households/999999"))).code).toBe("not-found");
  const without = await ask(at(`/people/${father}`), { headers: { "luohu-purpose": "" } });
  expect(problem(without).code).toBe("purpose-missing");
  const elsewhere = await ask(at(`/people/${stranger}`));
  expect(problem(elsewhere).code).toBe("not-found");
});

it("prints a booklet under the signed head of the chain", async () => {
  const answer = await ask(at(`/households/${family}/booklet`));
  const booklet = contract.booklet.parse(answer.json());
  expect(booklet.cards.map(({ member }) => member.person)[0]).toBe(father);
  expect(booklet.proof).toMatchObject({ county: town, seq: 3 });
  const own = await ask(at(`/households/${family}/booklet?person=${mother}`));
  expect(contract.booklet.parse(own.json()).cards).toHaveLength(1);
  expect((await ask(at(`/households/${family}/booklet?person=${single}`))).statusCode).toBe(404);
  const history = await ask(at(`/households/${family}/history`));
  expect(contract.entry.array().parse(history.json())).toHaveLength(1);
});
