import type { Any } from "../syntax/build.ts";

/** Largest condition, in nodes once every name is written out, and deepest. Beyond, folds and kernels would not end. */
export const sizeLimit = 20_000;
export const depthLimit = 500;

type Extent = { readonly size: number; readonly depth: number };
const known = new WeakMap<object, Extent>();

/** Nodes and depth of a condition or term; parts that are shared (formula facts) count wherever they stand, but are walked once. */
export function extentOf(part: Any): Extent {
  return extent(part);
}

function extent(part: object): Extent {
  const found = known.get(part);
  if (found !== undefined) return found;
  let size = 1;
  let depth = 0;
  for (const child of Object.values(part)) {
    if (typeof child !== "object" || child === null) continue;
    const inner = extent(child as object);
    size += inner.size;
    depth = Math.max(depth, inner.depth);
  }
  const made = { size, depth: depth + 1 };
  known.set(part, made);
  return made;
}
