import type { NamedPlace, Pack } from "../rulebook/pack.ts";
import type { Fact, FactType, RecordField, RecordKind } from "../vocabulary/vocabulary.ts";

export type KindEntry = {
  readonly kind: RecordKind;
  readonly fields: ReadonlyMap<string, RecordField>;
};

/** The words a dossier may use, by name: what `parseDossier` looks up. */
export type Lexicon = {
  readonly kinds: ReadonlyMap<string, KindEntry>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly services: ReadonlySet<string>;
  /** Department ids, and `self` for the person's own word. */
  readonly sources: ReadonlySet<string>;
  readonly placeKind: FactType | undefined;
  readonly places: ReadonlyMap<string, NamedPlace>;
  /** First digits of codes whose counties the pack names one by one. */
  readonly covered: readonly string[];
  /** Prefectures (4 digits) below which the pack names counties. */
  readonly prefectures: ReadonlySet<string>;
};

const lexicons = new WeakMap<Pack, Lexicon>();

/** The lexicon of a pack, made once a pack. */
export function lexiconOf(pack: Pack): Lexicon {
  const known = lexicons.get(pack);
  if (known !== undefined) return known;
  const made = createLexicon(pack);
  lexicons.set(pack, made);
  return made;
}

/** A place that has no counties below it in this pack is taken for a county itself. */
export const isCountyLevel = (place: NamedPlace): boolean =>
  place.type !== "prefecture" && place.type !== "prefecture-city";

function createLexicon(pack: Pack): Lexicon {
  const { vocabulary } = pack;
  const counties = pack.places.filter(isCountyLevel);
  const prefixes = pack.chains.flatMap((chain) => chain.places).filter((prefix) => prefix !== "");
  return {
    kinds: new Map(
      vocabulary.records.map((kind) => [
        kind.name,
        { kind, fields: new Map(kind.fields.map((field) => [field.name, field])) },
      ]),
    ),
    facts: new Map(vocabulary.facts.map((fact) => [fact.name, fact])),
    services: new Set(pack.rules.map((rule) => rule.service)),
    sources: new Set([...vocabulary.departments.map((department) => department.id), "self"]),
    placeKind: vocabulary.facts.find((fact) => fact.name === "place.kind")?.type,
    places: new Map(pack.places.map((place) => [place.code, place])),
    covered: prefixes.filter((prefix) => counties.some((place) => place.code.startsWith(prefix))),
    prefectures: new Set(counties.map((place) => place.code.slice(0, 4))),
  };
}
