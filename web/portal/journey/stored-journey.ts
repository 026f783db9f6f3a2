import type { Fact, Pack, PlainRecord, PlainValue } from "../../../src/policy/browser.ts";
import { servicesOf } from "../../../src/policy/browser.ts";
import { emptyJourney, notYet, type Answer, type Journey, type Kept } from "./journey.ts";

/** Raise the number when the shape changes: older data is then not read at all. */
export const journeyKey = "luohu.portal.journey.2";

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
  const { service, law, prefecture, county, family, answers, kept, supposedFrom, compared } = data;
  const isCounty = (code: unknown) =>
    typeof code === "string" && pack.places.some((place) => place.code === code);
  if (!isTextOrNull(service) || !isTextOrNull(prefecture)) return undefined;
  if (service !== null && !servicesOf(pack).includes(service)) return undefined;
  if (typeof law !== "string" || !isTextOrNull(county) || !isTextOrNull(supposedFrom))
    return undefined;
  if (county !== null && !isCounty(county)) return undefined;
  if (!isTexts(compared) || !compared.every(isCounty)) return undefined;
  if (family !== null && !(Array.isArray(family) && family.every(isRecord))) return undefined;
  if (!Array.isArray(answers) || !answers.every((item) => isAnswer(item, pack))) return undefined;
  if (kept !== null && !isKept(kept)) return undefined;
  return { service, law, prefecture, county, family, answers, kept, supposedFrom, compared };
}

function isObject(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

function isTextOrNull(data: unknown): data is string | null {
  return data === null || typeof data === "string";
}

function isTexts(data: unknown): data is readonly string[] {
  return Array.isArray(data) && data.every((item) => typeof item === "string");
}

function isPlain(data: unknown): data is PlainValue {
  return typeof data === "boolean" || typeof data === "number" || typeof data === "string";
}

function isRecord(data: unknown): data is PlainRecord {
  return isObject(data) && Object.values(data).every(isPlain);
}

/** The engine checked it when the file was opened; this only keeps the page from falling over it. */
function isKept(data: unknown): data is Kept {
  if (!isObject(data)) return false;
  const { person, complete, records } = data;
  if (person !== undefined && !isObject(person)) return false;
  if (!isTexts(complete) || !isObject(records)) return false;
  return Object.values(records).every((list) => Array.isArray(list) && list.every(isRecord));
}

function isAnswer(data: unknown, pack: Pack): data is Answer {
  if (!isObject(data)) return false;
  const fact = pack.vocabulary.facts.find(({ name }) => name === data["fact"]);
  if (data["stated"] !== undefined && typeof data["stated"] !== "string") return false;
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
