import { describe, expect, it } from "vitest";
import type { LogDifference } from "../../src/exchange/domain/compare-logs.ts";
import type { ExchangeFaultCode } from "../../src/exchange/verify-exchange.ts";
import type { FaultCode } from "../../src/register/chain/fault.ts";
import { loadStandards } from "../../src/standards/index.ts";
import { consoleCatalogues } from "./catalogues.ts";
import { myCatalogues } from "../portal/my/catalogues.ts";

type Leaf = readonly [path: string, value: unknown];

function listLeaves(value: unknown, path = ""): readonly Leaf[] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => listLeaves(part, `${path}.${key}`));
}

describe.each([
  ["a person’s own pages", myCatalogues],
  ["the console", consoleCatalogues],
])("the words of %s", (_name, catalogues) => {
  const [zh, en] = [listLeaves(catalogues["zh-CN"]), listLeaves(catalogues.en)];

  it("are there in both languages", () => {
    const keys = (leaves: readonly Leaf[]) => leaves.map(([path]) => path).toSorted();
    expect(keys(en)).toEqual(keys(zh));
    for (const [path, value] of [...zh, ...en]) expect(value, path).not.toBe("");
  });

  it("are in their own language", () => {
    const texts = (leaves: readonly Leaf[]) =>
      leaves.flatMap(([path, value]) =>
        typeof value === "string" ? [[path, value] as const] : [],
      );
    for (const [path, text] of texts(en)) expect(text, path).not.toMatch(/\p{Script=Han}/u);
    for (const [path, text] of texts(zh)) {
      if (/\.bases\.|\.(faults\.[^.]+|otherFault)\.todo$/.test(path)) continue;
      // Commands are called what one types.
      if (!text.includes("luohu")) expect(text, path).not.toMatch(/[A-Za-z]{3,}/);
    }
  });
});

it("name every relation of the national standard in both languages", () => {
  const { codes } = loadStandards([]).lists.relation;
  for (const { relations } of [myCatalogues["zh-CN"].household, myCatalogues.en.household]) {
    expect(Object.keys(relations).map(Number)).toEqual(codes.map(({ code }) => Number(code)));
  }
});

/** A code that verification learns does not compile until it stands here, and fails until the console words it. */
const faultCodes: Readonly<Record<FaultCode, true>> = {
  "event-rewritten": true,
  "event-removed": true,
  "event-inserted": true,
  "event-moved": true,
  "hashes-recomputed": true,
  "link-broken": true,
  "event-missing": true,
  "head-differs": true,
  "payload-changed": true,
  "payload-missing": true,
  "payload-inserted": true,
  "payload-kept": true,
  "payload-unreadable": true,
  "column-differs": true,
  "checkpoint-missing": true,
  "checkpoint-gap": true,
  "stretch-differs": true,
  "checkpoint-changed": true,
  "checkpoint-unknown-key": true,
  "key-differs": true,
  "row-changed": true,
  "row-missing": true,
  "row-inserted": true,
  "rule-broken": true,
};

it("name every fault that verification can find", () => {
  for (const { faults } of [consoleCatalogues["zh-CN"], consoleCatalogues.en]) {
    expect(Object.keys(faults).toSorted()).toEqual(Object.keys(faultCodes).toSorted());
  }
});

const exchangeCodes: Readonly<Record<Exclude<ExchangeFaultCode, FaultCode>, true>> = {
  "department-differs": true,
  "outcome-differs": true,
  "not-logged": true,
};
const differences: Readonly<Record<LogDifference["code"], true>> = {
  "unknown-to-them": true,
  "unknown-to-us": true,
  "question-differs": true,
  "answer-differs": true,
  "outcome-differs": true,
};

it("name everything that may be wrong with the logs of the exchange", () => {
  for (const { exchange } of [consoleCatalogues["zh-CN"], consoleCatalogues.en]) {
    expect(Object.keys(exchange.departments.codes).toSorted()).toEqual(
      Object.keys(differences).toSorted(),
    );
    expect(Object.keys(exchange.logs.codes)).toEqual(
      expect.arrayContaining(Object.keys(exchangeCodes)),
    );
  }
});
