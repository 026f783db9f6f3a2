import type { Problem } from "../problem/problem.ts";
import { ok, refused, type Result } from "../result.ts";
import { suggest } from "../check/suggest.ts";
import type { Pack } from "../rulebook/pack.ts";
import { chainOf, servicesOf } from "../rulebook/select.ts";

/** One thing to compare: a service, asked in these counties by one text or by the whole chain. */
export type Group = {
  readonly service: string;
  readonly chain: readonly string[];
  readonly law: string;
  /** 6-digit codes that both packs put under the same chains; never empty. */
  readonly counties: readonly string[];
};

/** What only one side knows. */
export type Unmatched = {
  readonly side: "first" | "second";
  readonly kind: "service" | "text" | "place";
  readonly id: string;
};

/** Everything that both packs know: services, chains by their counties, single texts. */
export function groupsOf(
  packs: readonly [Pack, Pack],
  service: string | undefined,
  county: string | undefined,
): Result<readonly Group[], Problem> {
  const [first, second] = packs.map(servicesOf) as [readonly string[], readonly string[]];
  const services = first.filter((id) => second.includes(id));
  if (service !== undefined && !services.includes(service)) {
    const suggestion = suggest(service, services);
    return refused({
      code: "unknown-service",
      params: { service, known: services.join(", ") },
      at: { path: "service" },
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }
  const places = placesOf(packs, county);
  if (county !== undefined && places.length === 0)
    return refused({
      code: "no-rulebook-for-place",
      params: { county },
      at: { path: "place.county" },
    });
  return ok(
    (service === undefined ? services : [service]).flatMap((id) =>
      places.flatMap(({ chain, laws, counties }) =>
        laws.map((law) => ({ service: id, chain, law, counties })),
      ),
    ),
  );
}

type Places = Omit<Group, "service" | "law"> & { readonly laws: readonly string[] };

/** Counties by the chains that the packs put them under. */
function placesOf(packs: readonly [Pack, Pack], county: string | undefined): readonly Places[] {
  const codes = county === undefined ? countiesOf(packs) : [county];
  const groups = Map.groupBy(
    codes.filter((code) => packs.every((pack) => chainOf(pack, code) !== undefined)),
    (code) => packs.map((pack) => pack.chains.indexOf(chainOf(pack, code)!)).join(),
  );
  return [...groups.values()].map((counties) => {
    const [a, b] = packs.map((pack) => chainOf(pack, counties[0]!)!.instruments) as [
      readonly string[],
      readonly string[],
    ];
    const shared = a.filter((id) => b.includes(id));
    const single = a.length === 1 && b.length === 1;
    const chain = [...a, ...b.filter((id) => !a.includes(id))];
    return { chain, laws: single ? ["all"] : ["all", ...shared], counties };
  });
}

/** Counties that a pack names, and for a chain without any a code that belongs to it. */
function countiesOf(packs: readonly [Pack, Pack]): readonly string[] {
  const named = packs
    .flatMap((pack) => pack.places)
    .filter(({ type }) => type !== "prefecture" && type !== "prefecture-city")
    .map(({ code }) => code);
  const bare = packs
    .flatMap((pack) => pack.chains.flatMap(({ places }) => places))
    .filter((prefix) => !named.some((code) => code.startsWith(prefix)))
    .map((prefix) => prefix.padEnd(6, "0"));
  return [...new Set([...named, ...bare])].toSorted();
}

/** Services, texts and places (codes with which a chain's begin) that only one side knows. */
export function onlyOnOneSide(
  packs: readonly [Pack, Pack],
  service: string | undefined,
): readonly Unmatched[] {
  const known = packs.map((pack) => [
    ...(service === undefined ? servicesOf(pack) : []).map((id) => ["service", id] as const),
    ...pack.instruments.map(({ id }) => ["text", id] as const),
  ]);
  const lacking = (side: 0 | 1): readonly Unmatched[] => {
    const other = new Set(known[1 - side]!.map((item) => item.join(" ")));
    return known[side]!.filter((item) => !other.has(item.join(" "))).map(([kind, id]) => ({
      side: side === 0 ? "first" : "second",
      kind,
      id,
    }));
  };
  const unchained = (side: 0 | 1): readonly Unmatched[] =>
    packs[side].chains
      .flatMap(({ places }) => places)
      .filter((prefix) => chainOf(packs[side === 0 ? 1 : 0], prefix.padEnd(6, "0")) === undefined)
      .map((id) => ({ side: side === 0 ? "first" : "second", kind: "place", id }));
  return [...lacking(0), ...unchained(0), ...lacking(1), ...unchained(1)];
}
