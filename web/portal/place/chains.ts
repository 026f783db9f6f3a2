import type { Chain, NamedPlace, Pack } from "../../../src/policy/browser.ts";

/** The texts that count at a place: the chain that names it most closely. */
export function chainOf(pack: Pack, county: string): Chain | undefined {
  return pack.chains
    .flatMap((chain) => chain.places.map((prefix) => ({ chain, prefix })))
    .filter(({ prefix }) => county.startsWith(prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)[0]?.chain;
}

/** GB/T 2260 assigns 99 to no province: whatever lies there is made up. */
export function isMadeUp({ code }: Pick<NamedPlace, "code">): boolean {
  return code.startsWith("99");
}
