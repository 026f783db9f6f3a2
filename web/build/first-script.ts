import { readdirSync } from "node:fs";
import { join } from "node:path";

type Modules = {
  getModuleInfo(id: string): {
    readonly importedIds: readonly string[];
    readonly dynamicallyImportedIds: readonly string[];
  } | null;
};

/** All that a face runs before it can show anything; `later` adds what it fetches for single pages. */
function reachedFrom(entry: string, modules: Modules, later = false): ReadonlySet<string> {
  const reached = new Set<string>();
  const walk = (id: string) => {
    if (reached.has(id)) return;
    reached.add(id);
    const module = modules.getModuleInfo(id);
    module?.importedIds.forEach(walk);
    if (later) module?.dynamicallyImportedIds.forEach(walk);
  };
  walk(entry);
  return reached;
}

/** Who else runs what the residents' first script runs: staff at once, staff on single pages, or nobody. */
type Use = "shared" | "lent" | "portal";

/**
 * Keeps the residents' first script in few files: one of its own, one that staff share, one that single pages of theirs
 * fetch. Cut up by whoever else uses which module, it would come in a dozen that each compress worse; and a page of
 * staff that needed a piece of the file of its own would start the portal.
 */
export function firstScript(root: string) {
  const faces = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, name, "main.tsx"));
  const portal = join(root, "portal", "main.tsx");
  const staff = faces.filter((face) => face !== portal);
  let uses: ReadonlyMap<string, Use> | undefined;
  const useOf = (id: string, modules: Modules): Use | undefined => {
    if (uses === undefined) {
      const of = (later: boolean) =>
        new Set(staff.flatMap((face) => [...reachedFrom(face, modules, later)]));
      const [atOnce, ever] = [of(false), of(true)];
      uses = new Map(
        [...reachedFrom(portal, modules)].map((each) => [
          each,
          atOnce.has(each) ? "shared" : ever.has(each) ? "lent" : "portal",
        ]),
      );
    }
    return uses.get(id);
  };
  const group = (name: Use, priority: number) => ({
    debugName: name,
    name: (id: string, modules: Modules) => (useOf(id, modules) === name ? name : null),
    priority,
  });
  // A group takes along what its modules need: what is shared has to be taken first.
  return { groups: [group("shared", 3), group("lent", 2), group("portal", 1)] };
}
