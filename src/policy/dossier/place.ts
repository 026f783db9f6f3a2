import { suggest } from "../check/suggest.ts";
import type { PlaceType } from "../rulebook/pack.ts";
import type { Dossier } from "./dossier.ts";
import { isCountyLevel, type Lexicon } from "./lexicon.ts";
import { present } from "./person.ts";
import { type Report, shown, within } from "./report.ts";
import { own, readFields, readText, readValue, refuseUnknownKeys } from "./value.ts";

const placeFields = ["county", "kind", "name"] as const;

/** The place asked about: a county the pack knows wherever its chains name counties, and what kind of place in it. */
export function readPlace(
  lexicon: Lexicon,
  input: unknown,
  report: Report,
): Dossier["place"] | undefined {
  const fields = readFields(input, "place", report);
  if (fields === undefined) return undefined;
  refuseUnknownKeys(fields, placeFields, "place", report);
  const [given, kindGiven, nameGiven] = [
    own(fields, "county"),
    own(fields, "kind"),
    own(fields, "name"),
  ];
  if (given === undefined) report("missing-field", "place.county", { field: "county" });
  const county =
    given === undefined ? undefined : readCounty(lexicon, given, "place.county", report);
  const kind = kindGiven === undefined ? undefined : readKind(lexicon, kindGiven, report);
  const name = nameGiven === undefined ? undefined : readText(nameGiven, "place.name", report);
  if (county === undefined) return undefined;
  if (kind !== undefined) checkKind(lexicon, county, kind, report);
  return { county, ...present("kind", kind), ...present("name", name) };
}

function readKind(lexicon: Lexicon, input: unknown, report: Report): string | undefined {
  const value = readValue(lexicon.placeKind ?? { kind: "text" }, input, "place.kind", report);
  return value === undefined ? undefined : String(value);
}

/** A county's six-digit code, and one the pack knows if it names the counties there. */
export function readCounty(
  lexicon: Lexicon,
  input: unknown,
  path: string,
  report: Report,
): string | undefined {
  const code = typeof input === "number" ? String(input) : input;
  const places = [...lexicon.places.values()];
  if (typeof code !== "string" || !/^[1-9]\d{5}$/.test(code)) {
    report("unknown-place", path, { found: shown(input) }, () => {
      if (typeof code !== "string") return undefined;
      const named = places.find(
        ({ name }) => name["zh-CN"] === code || name.en.toLowerCase() === code.toLowerCase(),
      );
      return named?.code ?? suggest(code, lexicon.places.keys());
    });
    return undefined;
  }
  const known = lexicon.places.get(code);
  if (known === undefined && lexicon.covered.some((prefix) => code.startsWith(prefix))) {
    report("unknown-place", path, { found: shown(code) }, () => suggest(code, counties(lexicon)));
    return undefined;
  }
  if (known !== undefined && !isCountyLevel(known) && lexicon.prefectures.has(code.slice(0, 4))) {
    const some = counties(lexicon).filter((county) => county.startsWith(code.slice(0, 4)));
    report("not-a-county", path, { found: shown(code), some: some.slice(0, 4).join(", ") });
    return undefined;
  }
  return code;
}

const counties = (lexicon: Lexicon): readonly string[] =>
  [...lexicon.places.values()].filter(isCountyLevel).map((place) => place.code);

/** Kinds of place that a county-level division of the type cannot have in it; everything else passes. */
const impossible: Readonly<Partial<Record<string, readonly PlaceType[]>>> = {
  "county-city": ["county"],
  "county-seat": ["county-city", "corps-city"],
};

function checkKind(lexicon: Lexicon, county: string, kind: string, report: Report): void {
  const type = lexicon.places.get(county)?.type;
  if (type === undefined || kindFits(kind, type)) return;
  report("kind-does-not-fit-place", within("place", "kind"), { kind, county, type });
}

/** Whether a county-level division of the type can have such a place in it. */
export const kindFits = (kind: string, type: PlaceType): boolean =>
  impossible[kind]?.includes(type) !== true;
