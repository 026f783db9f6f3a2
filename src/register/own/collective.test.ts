import { expect, it } from "vitest";
import * as contract from "../contract.ts";
import {
  groundFor,
  neighbour,
  people,
  school,
  stranger,
  strangerChild,
  today,
} from "../testing/small-town.ts";
import { at, townOverHttp } from "../testing/town-over-http.ts";

const { ask, act } = await townOverHttp();

it("shows nobody of a collective household to the others: they are strangers", async () => {
  const moved = await act({
    act: "settle",
    on: today,
    ground: groundFor([people.stranger, people.strangerChild]),
    into: { kind: "known", household: school },
    arrivals: [
      { from: "county", county: neighbour, person: stranger, relation: 99 },
      { from: "county", county: neighbour, person: strangerChild, relation: 99 },
    ],
    seats: [],
    leftBehind: [],
  });
  expect(moved.answer.statusCode).toBe(201);
  const answer = await ask("/api/me/household", { who: "resident" });
  const { kind, members, days } = contract.household.parse(answer.json());
  expect([kind, members.map(({ person }) => person), days]).toEqual([
    "school",
    [stranger],
    [today],
  ]);
  expect(answer.body).not.toContain(people.student.name);
  // The clerk sees all of it.
  const whole = contract.household.parse((await ask(at(`/households/${school}`))).json());
  expect(whole.members).toHaveLength(3);
});
