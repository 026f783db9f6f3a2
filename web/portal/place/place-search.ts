import type { NamedPlace } from "../../../src/policy/browser.ts";

export type PlaceGroup = {
  /** First four digits; places without a named prefecture share one group. */
  readonly code: string;
  readonly prefecture: NamedPlace | undefined;
  readonly counties: readonly NamedPlace[];
};

const isPrefecture = ({ code, type }: NamedPlace) =>
  type === "prefecture" || type === "prefecture-city" || code.endsWith("00");

export function groupPlaces(places: readonly NamedPlace[]): readonly PlaceGroup[] {
  const groups = new Map<string, { prefecture: NamedPlace | undefined; counties: NamedPlace[] }>();
  for (const place of places) {
    const code = place.code.slice(0, 4);
    const group = groups.get(code) ?? { prefecture: undefined, counties: [] };
    if (isPrefecture(place)) group.prefecture = place;
    else group.counties.push(place);
    groups.set(code, group);
  }
  return [...groups]
    .map(([code, group]) => ({ code, ...group }))
    .filter(({ counties }) => counties.length > 0)
    .toSorted((a, b) => a.code.localeCompare(b.code));
}

/** Lower case, no accents, blanks or apostrophes: "Ürümqi", "urumqi" and "uru mqi" are one spelling. */
function plainSpelling(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s'’`·-]/gu, "");
}

const enough = 15;

/**
 * Counties whose name in either language, or in pinyin, holds what was typed: first those that begin with it, then
 * those that hold it, then those of a prefecture of that name.
 */
export function searchPlaces(
  places: readonly NamedPlace[],
  typed: string,
  sounds: Readonly<Record<string, string>> = {},
): readonly NamedPlace[] {
  const wanted = plainSpelling(typed);
  if (wanted === "") return [];
  const prefectures = new Map(
    places.filter(isPrefecture).map((place) => [place.code.slice(0, 4), place]),
  );
  const rank = (place: NamedPlace) => {
    const own = [...listSpellings(place), ...(sounds[place.code] ?? "").split(" ")];
    if (own.some((spelling) => spelling.startsWith(wanted))) return 0;
    if (own.some((spelling) => spelling.includes(wanted))) return 1;
    const prefecture = prefectures.get(place.code.slice(0, 4));
    const around = prefecture === undefined ? [] : listSpellings(prefecture);
    return around.some((spelling) => spelling.startsWith(wanted)) ? 2 : 3;
  };
  return places
    .filter((place) => !isPrefecture(place))
    .map((place) => ({ place, rank: rank(place) }))
    .filter((found) => found.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, enough)
    .map(({ place }) => place);
}

function listSpellings({ name }: NamedPlace): readonly string[] {
  return [name["zh-CN"], name.en].map(plainSpelling);
}
