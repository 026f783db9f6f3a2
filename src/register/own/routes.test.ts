import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import * as contract from "../contract.ts";
import {
  groundFor,
  neighbour,
  people,
  single,
  singleHousehold,
  stranger,
  strangerChild,
  strangerHousehold,
  today,
  town,
} from "../testing/small-town.ts";
import { at, townOverHttp } from "../testing/town-over-http.ts";

const { ask, search, act } = await townOverHttp();

const comeToTown = {
  act: "settle",
  on: today,
  ground: groundFor([people.stranger, people.strangerChild]),
  into: { kind: "known", household: singleHousehold },
  arrivals: [
    { from: "county", county: neighbour, person: stranger, relation: 97 },
    { from: "county", county: neighbour, person: strangerChild, relation: 97 },
  ],
  seats: [],
  leftBehind: [],
};

it("shows residents their record, household and looks over all counties, by their session alone", async () => {
  expect((await act(comeToTown)).answer.statusCode).toBe(201);
  const own = { who: "resident" } as const;
  const record = contract.person.parse((await ask("/api/me/record", own)).json());
  expect(record).toMatchObject({
    county: town,
    person: stranger,
    registrations: [{ county: neighbour }, { county: town }],
  });
  expect(record.history.map(({ type, county }) => [type, county])).toEqual([
    ["settled", neighbour],
    ["settled", town],
    ["moved-out", neighbour],
  ]);
  const now = contract.household.parse((await ask("/api/me/household", own)).json());
  expect(now.household).toBe(singleHousehold);
  expect(now.members.map(({ person, idNumber }) => [person, idNumber?.startsWith("*")])).toEqual(
    expect.arrayContaining([
      [stranger, false],
      [single, true],
    ]),
  );
  const then = await ask("/api/me/household?on=2020-02-01", own);
  expect(then.json()).toMatchObject({ county: neighbour, household: strangerHousehold });
  await search("id-number", people.strangerChild.idNumber ?? "");
  await ask(at(`/households/${singleHousehold}`));
  const looks = contract.lookUp.array().parse((await ask("/api/me/look-ups", own)).json());
  expect(looks.map(({ kind, county }) => `${kind} ${county}`)).toEqual(
    expect.arrayContaining([`act ${neighbour}`, `household ${town}`]),
  );
  expect(looks.every(({ by, purpose }) => by === "林思齐" && purpose === "application")).toBe(true);
  expect((await ask("/api/me/record", { who: "auditor" })).statusCode).toBe(403);
});

it("shows auditors looks without names, of their own counties", async () => {
  const answer = await ask(`/api/audit/look-ups?county=${neighbour}`, { who: "auditor" });
  const page = contract.lookUpPage.parse(answer.json());
  expect(page.lookUps.length).toBeGreaterThan(1);
  expect(answer.body).not.toContain(people.stranger.name);
  const elsewhere = await ask("/api/audit/look-ups?county=650102", { who: "auditor" });
  expect(elsewhere.statusCode).toBe(403);
});

it("shows auditors how the chains stand, and verifies them", async () => {
  const auditor = { who: "auditor" } as const;
  const chains = contract.chainStatus
    .array()
    .parse((await ask("/api/audit/chains", auditor)).json());
  expect(chains.map(({ county, verified }) => [county, verified])).toEqual([
    [town, null],
    [neighbour, null],
  ]);
  expect(chains.every(({ events, tail }) => tail === events)).toBe(true);
  const begun = await ask("/api/audit/verifications", { ...auditor, body: {} });
  expect(begun.statusCode).toBe(202);
  const { id } = contract.verification.parse(begun.json());
  const look = () => ask(`/api/audit/verifications/${id}`, auditor);
  await expect.poll(async () => (await look()).json<{ state: string }>().state).toBe("done");
  const over = contract.verification.parse((await look()).json());
  expect([over.done, over.faults]).toEqual([over.total, []]);
  const after = await ask("/api/audit/chains", auditor);
  expect(after.json()).toMatchObject([{ verified: { faults: 0 } }, { verified: { faults: 0 } }]);
  expect((await ask(`/api/audit/verifications/${randomUUID()}`, auditor)).statusCode).toBe(404);
  const officer = { who: "data-protection-officer", body: {} } as const;
  expect((await ask("/api/audit/verifications", officer)).statusCode).toBe(403);
});
