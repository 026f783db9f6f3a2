import { readdirSync } from "node:fs";
import { join } from "node:path";

type Modules = {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
};

/** All that a face runs before it can show anything. */
function reachedFrom(entry: string, modules: Modules): ReadonlySet<string> {
  const reached = new Set<string>();
  const walk = (id: string) => {
    if (reached.has(id)) return;
    reached.add(id);
    modules.getModuleInfo(id)?.importedIds.forEach(walk);
  };
  walk(entry);
  return reached;
}

/**
 * Keeps the residents' first script in two files, one of its own and one that staff share: cut up by whoever else uses
 * which module, it would come in a dozen that each compress worse.
 */
export function firstScript(root: string) {
  const faces = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, name, "main.tsx"));
  const portal = join(root, "portal", "main.tsx");
  let known:
    | { readonly first: ReadonlySet<string>; readonly staff: ReadonlySet<string> }
    | undefined;
  const isIn = (id: string, modules: Modules, shared: boolean): boolean => {
    known ??= {
      first: reachedFrom(portal, modules),
      staff: new Set(
        faces.filter((face) => face !== portal).flatMap((face) => [...reachedFrom(face, modules)]),
      ),
    };
    return known.first.has(id) && known.staff.has(id) === shared;
  };
  const group = (name: string, shared: boolean) => ({
    debugName: name,
    name: (id: string, modules: Modules) => (isIn(id, modules, shared) ? name : null),
    // A group takes along what its modules need: what is shared has to be taken first.
    priority: shared ? 2 : 1,
  });
  return { groups: [group("shared", true), group("portal", false)] };
}
