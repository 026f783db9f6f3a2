// What a department may be asked: exactly what the rules in force can read, and nothing else.
import {
  type Dossier,
  type Pack,
  type Problem,
  recordsRead,
  type Result,
} from "../../policy/index.ts";

/** A service at a place on a day: what decides which rules there are to read anything. */
export type Matter = {
  readonly service: string;
  /** `county` is a 6-digit code; `kind` as the vocabulary's place.kind, where it is known. */
  readonly place: { readonly county: string; readonly kind?: string };
  /** ISO day. */
  readonly on: string;
};

/** Records of one kind, and the fields of them. */
export type AskedRecords = { readonly kind: string; readonly fields: readonly string[] };

declare const computed: unique symbol;

/** A request to one department; only `minimalRequests` can make one. */
export type MinimalRequest = {
  readonly department: string;
  readonly records: readonly AskedRecords[];
  /** Clauses of the rules that read them. */
  readonly basis: readonly string[];
  readonly [computed]: true;
};

/** What is known before anybody is asked: a dossier's records and facts. */
export type Known = Partial<Pick<Dossier, "complete" | "records" | "facts" | "unsure">>;

/**
 * The requests, one a department, for what can still matter to a decision given what is known. Record kinds that no
 * department holds are in none. Refuses as the engine does where there are no rules to read.
 */
export function minimalRequests(
  pack: Pack,
  matter: Matter,
  known: Known = {},
): Result<readonly MinimalRequest[], Problem> {
  const read = recordsRead(pack, matter.service, dossierOf(matter, known));
  if (!read.ok) return read;
  const held = read.value.records.flatMap(({ kind, fields, clauses }) =>
    kind.heldBy === undefined || known.complete?.includes(kind.name) === true
      ? []
      : [{ department: kind.heldBy, kind: kind.name, fields, clauses }],
  );
  const requests = [...Map.groupBy(held, ({ department }) => department)].map(
    ([department, kinds]) =>
      ({
        department,
        records: kinds.map(({ kind, fields }) => ({ kind, fields })),
        basis: [...new Set(kinds.flatMap(({ clauses }) => clauses))],
      }) as unknown as MinimalRequest,
  );
  return { ok: true, value: requests };
}

/** What of a request is beyond what the rules can read, `kind` or `kind.field` each; computed anew from the rulebook. */
export function beyondRules(
  pack: Pack,
  matter: Matter,
  department: string,
  asked: readonly AskedRecords[],
): readonly string[] {
  const allowed = minimalRequests(pack, matter);
  const records = allowed.ok
    ? allowed.value.filter((each) => each.department === department).flatMap((each) => each.records)
    : [];
  return asked.flatMap(({ kind, fields }) => {
    const found = records.find((each) => each.kind === kind);
    if (found === undefined) return [kind];
    return fields
      .filter((field) => !found.fields.includes(field))
      .map((field) => `${kind}.${field}`);
  });
}

/** Which open facts come from departments' records, and which only the person can say (row E3). */
export function splitFacts(
  pack: Pack,
  matter: Matter,
  known: Known = {},
): Result<{ readonly exchanged: readonly string[]; readonly asked: readonly string[] }, Problem> {
  const read = recordsRead(pack, matter.service, dossierOf(matter, known));
  if (!read.ok) return read;
  const held = new Set(
    read.value.records.flatMap(({ kind }) => (kind.heldBy === undefined ? [] : [kind.name])),
  );
  const isHeld = ({ records }: { readonly records: readonly string[] }): boolean =>
    records.length > 0 && records.every((kind) => held.has(kind));
  const names = (facts: readonly { readonly name: string }[]) => facts.map(({ name }) => name);
  const { facts } = read.value;
  return {
    ok: true,
    value: {
      exchanged: names(facts.filter(isHeld)),
      asked: names(facts.filter((fact) => !isHeld(fact))),
    },
  };
}

const dossierOf = ({ on, place }: Matter, known: Known): Dossier => ({
  on,
  place,
  complete: known.complete ?? [],
  unsure: known.unsure ?? [],
  records: known.records ?? {},
  facts: known.facts ?? {},
});
