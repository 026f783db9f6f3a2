import type { OrderedTerm } from "../syntax/core.ts";

/** How a term moves when the one fact it reads grows: 1 never falls, -1 never rises, 0 stays; undefined: neither. */
export type Direction = 1 | 0 | -1;

export const directionOf = (term: OrderedTerm): Direction | undefined =>
  directionOver(term, (leaf) => (leaf.op === "read-ordered" ? 1 : 0));

type Leaf = Extract<OrderedTerm, { op: "number" | "on" | "read-ordered" }>;

/** How a term moves when what its leaves stand for does. */
export function directionOver(
  term: OrderedTerm,
  leaf: (leaf: Leaf) => Direction,
): Direction | undefined {
  const directionOf = (part: OrderedTerm): Direction | undefined => directionOver(part, leaf);
  switch (term.op) {
    case "number":
    case "on":
    case "read-ordered":
      return leaf(term);
    case "add-months":
    case "floor":
    case "ceiling":
      return directionOf(term.of);
    case "scale":
    case "divide":
      return times(directionOf(term.of), Math.sign(term.by) as Direction);
    case "abs":
      return directionOf(term.of) === 0 ? 0 : undefined;
    case "add":
    case "min":
    case "max":
      return together(directionOf(term.left), directionOf(term.right));
    case "date-function": {
      const [first, second] = term.args.map((arg) => directionOver(arg, leaf));
      switch (term.name) {
        case "month":
        case "day":
          return first === 0 ? 0 : undefined;
        case "years-between":
        case "months-between":
        case "days-between":
          return together(times(first, -1), second);
        default:
          return first;
      }
    }
    default:
      return undefined;
  }
}

export function times(direction: Direction | undefined, sign: Direction): Direction | undefined {
  return direction === undefined ? undefined : ((direction * sign) as Direction);
}

/** Of a sum, or of `left <= right` with `right` turned round. */
export function together(
  a: Direction | undefined,
  b: Direction | undefined,
): Direction | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a === 0) return b;
  return b === 0 || a === b ? a : undefined;
}
