import { depthLimit } from "../check/size.ts";
import { tokens } from "../syntax/lexer.ts";

type Declared = {
  readonly fact: string;
  readonly derive?: string | undefined;
  readonly formula?: string | undefined;
  readonly table?:
    | { readonly rows: readonly { readonly when: string; readonly then: string }[] }
    | undefined;
};

/** Facts so ordered that each stands after those its formulas name, else as declared; `circular` are those that name themselves, `deep` those that build on too many others. */
export function inFactOrder<T extends { readonly shape: Declared }>(
  facts: readonly T[],
): {
  readonly ordered: readonly T[];
  readonly circular: readonly T[];
  readonly deep: readonly T[];
} {
  const byName = new Map(facts.map((fact) => [fact.shape.fact, fact]));
  const ordered = new Set<T>();
  const circular: T[] = [];
  const deep: T[] = [];
  const open = new Set<T>();
  const place = (fact: T): void => {
    if (ordered.has(fact)) return;
    if (open.has(fact)) {
      circular.push(fact);
      return;
    }
    if (open.size >= depthLimit) {
      deep.push(fact);
      return;
    }
    open.add(fact);
    for (const name of namesIn(fact.shape)) {
      const other = byName.get(name);
      if (other !== undefined) place(other);
    }
    open.delete(fact);
    ordered.add(fact);
  };
  facts.forEach(place);
  return { ordered: [...ordered], circular, deep };
}

function namesIn(shape: Declared): readonly string[] {
  const sources = [
    shape.derive,
    shape.formula,
    ...(shape.table?.rows ?? []).flatMap((row) => [row.when, row.then]),
  ];
  return sources.flatMap((source) => {
    const found = source === undefined ? [] : tokens(source);
    return "code" in found
      ? []
      : found.flatMap((token) => (token.kind === "name" ? [token.text] : []));
  });
}
