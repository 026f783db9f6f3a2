import { expect, it } from "vitest";

import { builtInPackFolder, readPackFolder } from "../../platform/files/index.ts";
import { isCaseFile, loadPack, servicesOf } from "../../policy/index.ts";
import { declaration } from "./contract.ts";
import { settlement } from "./declaration.ts";
import { addressOrders } from "./domain/address-orders.ts";

const read = readPackFolder(builtInPackFolder);
const loaded = loadPack(
  read.kind === "read" ? read.files.filter(({ path }) => !isCaseFile(path)) : [],
);
const pack = loaded.ok ? loaded.value : undefined;

it("declares what a service has to", () => {
  expect(declaration.safeParse(settlement).error).toBeUndefined();
});

it("names a service, facts and clauses that the rulebooks have", () => {
  if (pack === undefined) throw new Error("no rulebooks");
  expect(servicesOf(pack)).toContain(settlement.rules);
  const facts = pack.vocabulary.facts.map(({ name }) => name);
  for (const fact of settlement.facts) expect(facts).toContain(fact);
  const clauses = pack.rules.map(({ clause }) => clause);
  for (const { clauses: of } of addressOrders)
    for (const clause of of) expect(clauses).toContain(clause);
});

it("says of every limit where it stands, and calls assumed what no text gives", () => {
  for (const { kind, clause } of settlement.limits)
    expect(/Law art\. \d+/.test(clause)).toBe(kind === "statutory");
});

it("starts from facts that do not speak of land", () => {
  for (const fact of settlement.facts) expect(fact).not.toMatch(/^(land|village|parcel)/);
});
