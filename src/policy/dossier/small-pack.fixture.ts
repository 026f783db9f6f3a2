import type { Pack } from "../rulebook/pack.ts";
import type {
  Fact,
  FactType,
  FieldType,
  RecordField,
  RecordKind,
} from "../vocabulary/vocabulary.ts";

const same = (text: string) => ({ "zh-CN": text, en: text });
const constant = { op: "constant", value: true } as const;

const field = (name: string, type: FieldType, required = false): RecordField => ({
  name,
  type,
  required,
  label: same(name),
});
const choice = (...ids: readonly string[]): FactType => ({
  kind: "enum",
  values: ids.map((id) => ({ id, label: same(id) })),
});
const division: FactType = { kind: "code", system: "division" };

const kind = (
  name: string,
  fields: readonly RecordField[],
  more: Partial<RecordKind> = {},
): RecordKind => ({
  name,
  label: same(name),
  spell: false,
  fields,
  ...more,
});

const fact = (name: string, type: FactType, more: Partial<Fact> = {}): Fact => ({
  name,
  type,
  topic: "all",
  label: same(name),
  records: [],
  moves: "constant",
  provedBy: [],
  personal: false,
  ...more,
});

/** A pack that holds one of everything a dossier can speak of, and no rules worth asking. */
export const smallPack: Pack = {
  vocabulary: {
    topics: [{ id: "all", label: same("all") }],
    departments: [
      { id: "public-security", label: same("public security") },
      { id: "human-resources", label: same("human resources") },
    ],
    papers: [],
    records: [
      kind(
        "residences",
        [
          field("at", division, true),
          field("from", { kind: "date" }, true),
          field("to", { kind: "date" }),
          field("basis", choice("own-home", "tenancy", "other")),
        ],
        { spell: true, distinct: "at" },
      ),
      kind(
        "insurances",
        [
          field("from", { kind: "month" }, true),
          field("to", { kind: "month" }),
          field("scheme", choice("a", "b")),
        ],
        { spell: true, distinct: "scheme" },
      ),
      kind("family", [
        field("relation", choice("spouse", "child")),
        field("co-residing", { kind: "boolean" }),
        field("name", { kind: "text" }),
      ]),
    ],
    facts: [
      fact("place.county", division),
      fact("place.kind", choice("county-city", "county-seat", "town", "city", "village")),
      fact(
        "place.prefecture",
        { kind: "code", system: "prefecture" },
        {
          formula: { kind: "boolean", core: constant, source: "true" },
        },
      ),
      fact("work.lawful", { kind: "boolean" }),
      fact("residence.since", { kind: "date" }),
      fact("insurance.months", { kind: "number", unit: "months", min: 0, max: 1200 }),
      fact("insurance.prefecture", { kind: "code", system: "prefecture" }),
      fact("study.school", choice("university", "technical-school")),
    ],
  },
  authorities: [],
  instruments: [],
  chains: [{ places: ["65"], instruments: ["R"] }],
  places: [
    { code: "650200", name: { "zh-CN": "克拉玛依市", en: "Karamay" }, type: "prefecture-city" },
    { code: "650202", name: { "zh-CN": "独山子区", en: "Dushanzi District" }, type: "district" },
    { code: "652323", name: { "zh-CN": "呼图壁县", en: "Hutubi County" }, type: "county" },
    { code: "653101", name: { "zh-CN": "喀什市", en: "Kashgar" }, type: "county-city" },
  ],
  parameters: [],
  prohibitions: [],
  rules: [
    {
      id: "any",
      instrument: "R",
      service: "settlement",
      clause: "R1",
      title: same("any"),
      plain: same("any"),
      inForce: { from: 0 },
      recorded: 0,
      gives: "grant",
      binds: false,
      where: constant,
      when: constant,
      covers: [],
      papers: [],
      exceptionTo: [],
      authority: {},
      readings: [],
      at: { file: "none", line: 1 },
    },
  ],
};

/** A dossier that uses every part and has nothing wrong. */
export const wholeDossier = {
  service: "settlement",
  on: "2026-05-01",
  place: { county: "650202", kind: "city", name: "独山子区" },
  person: { name: "王芳", id: "11010519491231002X", born: "1949-12-31" },
  complete: ["family"],
  unsure: ["study.school"],
  records: {
    residences: [
      { at: "650202", from: "2020-01-01", to: "2021-06-30", basis: "tenancy" },
      { at: "650202", from: "2021-06-30", source: "public-security", stated: "2026-05-01" },
    ],
    insurances: [{ from: "2025-05", to: "2026-04", scheme: "a" }],
    family: [{ relation: "spouse", "co-residing": true, name: "李雷" }],
  },
  facts: {
    "work.lawful": true,
    "insurance.months": { value: 14, source: "human-resources", stated: "2026-04-30" },
  },
};

/** {@link wholeDossier} as `parseDossier` gives it. */
export const wholeParsed = {
  ...wholeDossier,
  facts: { ...wholeDossier.facts, "work.lawful": { value: true } },
};
