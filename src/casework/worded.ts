// Records and stated facts in the words of the rulebooks, for whoever decides on them.
import type { z } from "zod";
import {
  type Dossier,
  type Pack,
  type PlainRecord,
  statedInWords,
  type Text,
} from "../policy/index.ts";
import type { statedFact, wordedRecord } from "./desk/contract.ts";
import { isoDate } from "./domain/shapes.ts";

type WordedRecord = z.infer<typeof wordedRecord>;

/** Told apart from what is stated in a record. */
const aside: ReadonlySet<string> = new Set(["source", "stated"]);

const self: Text = { "zh-CN": "本人陈述", en: "stated by the person" };

/** Every record that an answer rests on: of which kind, who said so and when, and each field. */
export function wordedRecords(pack: Pack, records: Dossier["records"]): readonly WordedRecord[] {
  return Object.entries(records).flatMap(([kind, each]) =>
    each.map((record) => wordedOf(pack, kind, record)),
  );
}

function wordedOf(pack: Pack, kind: string, record: PlainRecord): WordedRecord {
  const declared = pack.vocabulary.records.find(({ name }) => name === kind);
  const { source, stated } = record;
  const department = pack.vocabulary.departments.find(({ id }) => id === source);
  const day = isoDate.safeParse(stated);
  const lines = (declared?.fields ?? []).flatMap(({ name, label, type }) => {
    const value = record[name];
    return value === undefined || value === null || aside.has(name)
      ? []
      : [{ label, value: statedInWords(type, value, placeIn(pack)) }];
  });
  return {
    kind,
    label: declared?.label ?? { "zh-CN": kind, en: kind },
    department: department?.id ?? null,
    by: department?.label ?? self,
    stated: day.success ? day.data : null,
    lines,
  };
}

/** What the person said, fact by fact; `differs` where a department's records say otherwise. */
export function statedFacts(
  pack: Pack,
  facts: unknown,
  contradicted: readonly string[],
): readonly z.infer<typeof statedFact>[] {
  if (typeof facts !== "object" || facts === null) return [];
  const said: Readonly<Record<string, unknown>> = { ...facts };
  return pack.vocabulary.facts.flatMap(({ name, label, type }) => {
    if (!Object.hasOwn(said, name)) return [];
    const value = valueOf(said[name]);
    const words: Text =
      value === null || value === undefined
        ? { "zh-CN": "不清楚", en: "does not know" }
        : statedInWords(type, value, placeIn(pack));
    return [{ fact: name, label, value: words, differs: contradicted.includes(name) }];
  });
}

/** A fact is stated plainly, or with who said it. */
const valueOf = (said: unknown): unknown =>
  typeof said === "object" && said !== null && "value" in said ? said.value : said;

const placeIn =
  ({ places }: Pack) =>
  (code: string): Text | undefined =>
    places.find((place) => place.code.startsWith(code))?.name;
