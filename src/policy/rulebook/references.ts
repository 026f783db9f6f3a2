import { suggested } from "../check/suggest.ts";
import { highSlot, lowSlot, slotName } from "../fold/facts.ts";
import type { Problem } from "../problem/problem.ts";
import { periodOf } from "./load-parameters.ts";
import type { Shaped } from "./shaped.ts";
import type { InstrumentsFile, PlacesFile, RulesFile, VocabularyFile } from "./shapes.ts";

/** Names that a formula cannot mean as a fact, because the language has another meaning for them. */
const reserved: ReadonlySet<string> = new Set(
  "on item true false and or not if then else in some every satisfies between constructor".split(
    " ",
  ),
);

type Files = {
  readonly vocabularies: readonly Shaped<VocabularyFile>[];
  readonly instruments: readonly Shaped<InstrumentsFile>[];
  readonly places: readonly Shaped<PlacesFile>[];
  readonly rules: readonly Shaped<RulesFile>[];
};

type Entry = { readonly what: string; readonly name: string; readonly at: () => Problem["at"] };

/** Mistakes between entries that no shape shows: names declared twice or not at all, names that fall together, periods without a day. */
export function brokenReferences(files: Files): readonly Problem[] {
  return [
    ...twice(entriesOf(files)),
    ...unknownDepartments(files.vocabularies),
    ...files.vocabularies.flatMap((file) => [
      ...enumMistakes(file),
      ...recordMistakes(file),
      ...nameMistakes(file),
    ]),
    ...emptyPeriods(files),
    ...unknownRelations(files),
  ];
}

const entry = (
  { file }: Shaped<unknown>,
  what: string,
  name: string,
  keys: readonly PropertyKey[],
): Entry => ({ what, name, at: () => file.locate(keys) });

function entriesOf({ vocabularies, instruments, places }: Files): readonly Entry[] {
  return [
    ...vocabularies.flatMap((file) => [
      ...file.data.topics.map(({ topic }, i) => entry(file, "topic", topic, ["topics", i])),
      ...file.data.departments.map(({ department }, i) =>
        entry(file, "department", department, ["departments", i]),
      ),
      ...file.data.papers.map(({ paper }, i) => entry(file, "paper", paper, ["papers", i])),
    ]),
    ...instruments.flatMap((file) => [
      ...file.data.authorities.map(({ authority }, i) =>
        entry(file, "authority", authority, ["authorities", i]),
      ),
      ...file.data.instruments.map(({ instrument }, i) =>
        entry(file, "instrument", instrument, ["instruments", i]),
      ),
      ...file.data.chains.flatMap((chain, i) =>
        chain.places.map((place, j) => entry(file, "chain", place, ["chains", i, "places", j])),
      ),
    ]),
    ...places.flatMap((file) =>
      file.data.places.map(({ code }, i) => entry(file, "place", code, ["places", i])),
    ),
  ];
}

function twice(entries: readonly Entry[]): readonly Problem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ what, name, at }) => {
    const key = `${what} ${name}`;
    if (seen.has(key)) return [{ code: "declared-twice", params: { what, name }, at: at() }];
    seen.add(key);
    return [];
  });
}

function unknownDepartments(files: Files["vocabularies"]): readonly Problem[] {
  const known = files.flatMap(({ data }) => data.departments.map(({ department }) => department));
  return files.flatMap(({ file, data }) =>
    [
      ...data.papers.map(({ from }, i) => ({ name: from, keys: ["papers", i, "from"] })),
      ...data.records.map((shape, i) => ({
        name: shape["held-by"],
        keys: ["records", i, "held-by"],
      })),
    ].flatMap(({ name, keys }) =>
      name === undefined || known.includes(name)
        ? []
        : [
            {
              code: "unknown-department",
              params: { name },
              at: file.locate(keys),
              ...suggested(name, known),
            },
          ],
    ),
  );
}

/** A label for a value that the type does not have would leave the real one without. */
function enumMistakes({ file, data }: Shaped<VocabularyFile>): readonly Problem[] {
  const typed = [
    ...data.facts.map((shape, i) => ({ shape, keys: ["facts", i] as readonly PropertyKey[] })),
    ...data.records.flatMap((record, i) =>
      Object.entries(record.fields).map(([name, shape]) => ({
        shape,
        keys: ["records", i, "fields", name] as readonly PropertyKey[],
      })),
    ),
  ];
  return typed.flatMap(({ shape, keys }) => {
    const ids: readonly string[] = typeof shape.type === "string" ? [] : shape.type;
    return [
      ...twice(ids.map((name, i) => entry({ file, data }, "value", name, [...keys, "type", i]))),
      ...Object.keys(shape.values ?? {})
        .filter((id) => !ids.includes(id))
        .map((id) => ({
          code: "unknown-enum-value",
          params: { value: id, values: ids.join(", ") },
          at: file.locateKey([...keys, "values", id]),
          ...suggested(id, ids),
        })),
    ];
  });
}

function recordMistakes({ file, data }: Shaped<VocabularyFile>): readonly Problem[] {
  return data.records.flatMap((record, index) => {
    const { fields, distinct } = record;
    const start = Object.hasOwn(fields, "from") ? fields["from"] : undefined;
    const isDated = start?.type === "date" || start?.type === "month";
    const end = Object.hasOwn(fields, "to") ? fields["to"] : undefined;
    return [
      ...(record.spell && !(isDated && start.required && end?.type === start.type && !end.required)
        ? [
            {
              code: "bad-spell",
              params: { record: record.record },
              at: file.locate(["records", index, "spell"]),
            },
          ]
        : []),
      ...(distinct === undefined || Object.hasOwn(fields, distinct)
        ? []
        : [
            {
              code: "unknown-field",
              params: { record: record.record, field: distinct },
              at: file.locate(["records", index, "distinct"]),
              ...suggested(distinct, Object.keys(fields)),
            },
          ]),
    ];
  });
}

/** Two names that fold into one slot (`a.b-c` and `a.b_c`, a number `x` and a fact `x-lo`) would share a value. */
function nameMistakes({ file, data }: Shaped<VocabularyFile>): readonly Problem[] {
  const facts = data.facts.map(({ fact, type }, index) => ({
    name: fact,
    type,
    keys: ["facts", index, "fact"] as readonly PropertyKey[],
  }));
  return [
    ...facts
      .filter(({ name }) => reserved.has(name))
      .map(({ name, keys }) => ({
        code: "reserved-name",
        params: { name },
        at: file.locate(keys),
      })),
    ...sharedSlots(facts).map(({ name, other, keys }) => ({
      code: "names-collide",
      params: { name, other },
      at: file.locate(keys),
    })),
    ...data.records.flatMap((record, index) => {
      const fields = Object.entries(record.fields).map(([name, { type }]) => ({
        name,
        type,
        keys: ["records", index, "fields", name] as readonly PropertyKey[],
      }));
      return sharedSlots(fields).map(({ name, other, keys }) => ({
        code: "names-collide",
        params: { name, other },
        at: file.locateKey(keys),
      }));
    }),
  ];
}

type TypedName = {
  readonly name: string;
  readonly type: string | readonly string[];
  readonly keys: readonly PropertyKey[];
};

function sharedSlots(names: readonly TypedName[]): readonly (TypedName & { other: string })[] {
  const owner = new Map<string, string>();
  return names.flatMap((typed) => {
    const { name, type } = typed;
    const isOrdered = type === "date" || type === "month" || type === "number";
    const slots = isOrdered ? [lowSlot(name), highSlot(name)] : [slotName(name)];
    const other = slots.map((slot) => owner.get(slot)).find((known) => known !== undefined);
    for (const slot of slots) owner.set(slot, name);
    return other === undefined || other === name ? [] : [{ ...typed, other }];
  });
}

function emptyPeriods({ instruments, rules }: Files): readonly Problem[] {
  const periods = [
    ...instruments.flatMap(({ file, data }) =>
      data.instruments.map((shape, i) => ({
        file,
        name: shape.instrument,
        period: shape["in-force"],
        keys: ["instruments", i, "in-force"],
      })),
    ),
    ...rules.flatMap(({ file, data }) => [
      ...data.parameters.map((shape, i) => ({
        file,
        name: shape.parameter,
        period: shape["in-force"],
        keys: ["parameters", i, "in-force"],
      })),
      ...data.rules.map((shape, i) => ({
        file,
        name: shape.rule,
        period: shape["in-force"],
        keys: ["rules", i, "in-force"],
      })),
    ]),
  ];
  return periods.flatMap(({ file, name, period, keys }) => {
    const { from, until } = periodOf(period);
    return until === undefined || from < until
      ? []
      : [{ code: "empty-period", params: { name }, at: file.locate(keys) }];
  });
}

/** Whom a rule covers is a relation of the `family` records. */
function unknownRelations({ vocabularies, rules }: Files): readonly Problem[] {
  const family = vocabularies
    .flatMap(({ data }) => data.records)
    .find(({ record }) => record === "family");
  const type = family?.fields["relation"]?.type;
  const known: readonly string[] = type === undefined || typeof type === "string" ? [] : type;
  return rules.flatMap(({ file, data }) =>
    data.rules.flatMap(({ covers }, index) =>
      covers.flatMap((cover, position) => {
        const relation = typeof cover === "string" ? cover : cover.relation;
        if (known.includes(relation)) return [];
        return [
          {
            code: "unknown-enum-value",
            params: { value: relation, values: known.join(", ") },
            at: file.locate([
              "rules",
              index,
              "covers",
              position,
              ...(typeof cover === "string" ? [] : ["relation"]),
            ]),
            ...suggested(relation, known),
          },
        ];
      }),
    ),
  );
}
