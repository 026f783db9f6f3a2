import type { Fact, Pack, PlainRecord, PlainValue } from "../../../src/policy/browser.ts";
import { emptyJourney, notYet, type Answer, type Journey } from "./journey.ts";

/** Raise the number when the shape changes: older data is then not read at all. */
export const journeyKey = "luohu.portal.journey.1";

type Read = { readonly journey: Journey; readonly lost: boolean };

/** Reads what an earlier visit wrote. Data that does not fit the rulebooks of today is dropped whole. */
export function readJourney(text: string | null, pack: Pack): Read {
  if (text === null) return { journey: emptyJourney, lost: false };
  const journey = parseJourney(text, pack);
  return journey === undefined ? { journey: emptyJourney, lost: true } : { journey, lost: false };
}

function parseJourney(text: string, pack: Pack): Journey | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(data)) return undefined;
  const { prefecture, county, kind, family, answers } = data;
  if (!isTextOrNull(prefecture) || !isTextOrNull(county) || !isTextOrNull(kind)) return undefined;
  if (county !== null && !pack.places.some(({ code }) => code === county)) return undefined;
  if (family !== null && !(Array.isArray(family) && family.every(isRecord))) return undefined;
  if (!Array.isArray(answers) || !answers.every((item) => isAnswer(item, pack))) return undefined;
  return { prefecture, county, kind, family, answers };
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function isTextOrNull(data: unknown): data is string | null {
  return data === null || typeof data === "string";
}

function isPlain(data: unknown): data is PlainValue {
  return typeof data === "boolean" || typeof data === "number" || typeof data === "string";
}

function isRecord(data: unknown): data is PlainRecord {
  return isObject(data) && Object.values(data).every(isPlain);
}

function isAnswer(data: unknown, pack: Pack): data is Answer {
  if (!isObject(data)) return false;
  const fact = pack.vocabulary.facts.find(({ name }) => name === data["fact"]);
  return fact !== undefined && (data["value"] === null || fits(fact, data["value"]));
}

function fits({ type, moves }: Fact, value: unknown): boolean {
  if (value === notYet) return moves === "since";
  switch (type.kind) {
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "date":
      return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
    case "enum":
      return type.values.some(({ id }) => id === value);
    case "code":
      return typeof value === "string";
  }
}
