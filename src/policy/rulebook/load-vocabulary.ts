import { type Names, checkCondition, checkValue } from "../check/formula.ts";
import { satisfiable } from "../check/regions.ts";
import { depthLimit } from "../check/size.ts";
import { suggested } from "../check/suggest.ts";
import type { Typed } from "../check/typed.ts";
import type { Problem } from "../problem/problem.ts";
import { and, not, or } from "../syntax/build.ts";
import type { Core } from "../syntax/core.ts";
import type {
  Fact,
  FactType,
  FieldType,
  Formula,
  RecordKind,
  Vocabulary,
} from "../vocabulary/vocabulary.ts";
import { inFactOrder } from "./fact-order.ts";
import type { VocabularyFile } from "./shapes.ts";
import type { Shaped } from "./shaped.ts";

type FactShape = VocabularyFile["facts"][number];
type Labels =
  | Readonly<Record<string, { readonly "zh-CN": string; readonly en: string }>>
  | undefined;
type TypeShape = {
  readonly type: string | readonly string[];
  readonly values?: Labels;
  readonly unit?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
};

/** What each fact's formulas name, for the closure of what a rule reads. */
export type Reads = ReadonlyMap<string, ReadonlySet<string>>;

export type LoadedVocabulary = {
  readonly vocabulary: Vocabulary;
  readonly reads: Reads;
  readonly problems: readonly Problem[];
};

/** Joins the vocabulary files and checks their formulas; a formula may name the facts declared before it. */
export function loadVocabulary(
  files: readonly Shaped<VocabularyFile>[],
  parameters: ReadonlyMap<string, Typed>,
  changing: ReadonlySet<string> = new Set(),
): LoadedVocabulary {
  const problems: Problem[] = [];
  const records = new Map<string, RecordKind>();
  for (const { file, data } of files) {
    for (const [index, shape] of data.records.entries()) {
      if (records.has(shape.record))
        problems.push(duplicate("record", shape.record, file.locate(["records", index, "record"])));
      records.set(shape.record, recordKind(shape));
    }
  }
  const facts = new Map<string, Fact>();
  const reads = new Map<string, ReadonlySet<string>>();
  const papers = new Set(files.flatMap(({ data }) => data.papers.map((paper) => paper.paper)));
  const topics = new Set(files.flatMap(({ data }) => data.topics.map((topic) => topic.topic)));
  const declared = files.flatMap(({ file, data }) =>
    data.facts.map((shape, index) => ({ file, shape, keys: ["facts", index] as const })),
  );
  const { ordered, circular, deep } = inFactOrder(declared);
  for (const { file, shape, keys } of circular) {
    problems.push({
      code: "circular-formula",
      params: { fact: shape.fact },
      at: file.locate([...keys, "fact"]),
    });
  }
  for (const { file, keys } of deep) {
    problems.push({
      code: "formula-too-deep",
      params: { found: depthLimit },
      at: file.locate([...keys, "fact"]),
    });
  }
  for (const { file, shape, keys } of ordered) {
    if (facts.has(shape.fact) || records.has(shape.fact) || parameters.has(shape.fact)) {
      problems.push(duplicate("fact", shape.fact, file.locate([...keys, "fact"])));
      continue;
    }
    for (const [position, paper] of shape["proved-by"].entries()) {
      if (!papers.has(paper))
        problems.push({
          code: "unknown-paper",
          params: { name: paper },
          at: file.locate([...keys, "proved-by", position]),
          ...suggested(paper, papers),
        });
    }
    if (!topics.has(shape.topic))
      problems.push({
        code: "unknown-topic",
        params: { topic: shape.topic },
        at: file.locate([...keys, "topic"]),
        ...suggested(shape.topic, topics),
      });
    const type = factType(shape);
    const scope: Names = {
      facts,
      records,
      parameters,
      variables: new Map(),
      readsRecords: false,
    };
    const named = new Set<string>();
    const formulas = checkFormulas(shape, type, scope, { file, keys }, named, problems);
    if (shape.derive !== undefined) {
      // Records are read with one vocabulary for all days; a rule compares with what changes.
      for (const name of [...named].filter((read) => changing.has(read)))
        problems.push({
          code: "changing-parameter-in-derive",
          params: { name, fact: shape.fact },
          at: file.locate([...keys, "derive"]),
        });
    }
    facts.set(shape.fact, {
      name: shape.fact,
      type,
      topic: shape.topic,
      label: shape.label,
      ...(shape.question === undefined ? {} : { question: shape.question }),
      ...(shape.why === undefined ? {} : { why: shape.why }),
      ...formulas,
      records: [...records.keys()].filter(
        (kind) =>
          [...named].some((read) => read.startsWith(`${kind}.`)) || mentions(shape.derive, kind),
      ),
      moves: shape.moves,
      ...(shape["goes-on"] === undefined ? {} : { goesOn: shape["goes-on"] }),
      provedBy: shape["proved-by"],
      personal: shape.personal,
    });
    reads.set(shape.fact, named);
  }
  const vocabulary: Vocabulary = {
    topics: files.flatMap(({ data }) =>
      data.topics.map(({ topic, label }) => ({ id: topic, label })),
    ),
    departments: files.flatMap(({ data }) =>
      data.departments.map(({ department, label }) => ({ id: department, label })),
    ),
    papers: files.flatMap(({ data }) =>
      data.papers.map(({ paper, label, from }) => ({
        id: paper,
        label,
        ...(from === undefined ? {} : { from }),
      })),
    ),
    records: [...records.values()],
    facts: [...facts.values()],
  };
  return { vocabulary, reads, problems };
}

const mentions = (source: string | undefined, kind: string): boolean =>
  new RegExp(`(?<![\\w.-])${kind}(?![\\w.-])`).test(source ?? "");

const duplicate = (what: string, name: string, at: Problem["at"]): Problem => ({
  code: "declared-twice",
  params: { what, name },
  at,
});

type At = { readonly file: Shaped<VocabularyFile>["file"]; readonly keys: readonly PropertyKey[] };

function checkFormulas(
  shape: FactShape,
  type: FactType,
  scope: Names,
  at: At,
  named: Set<string>,
  problems: Problem[],
): { derive?: Formula; formula?: Formula } {
  const found: { derive?: Formula; formula?: Formula } = {};
  const given = (["derive", "formula", "table"] as const).filter((key) => shape[key] !== undefined);
  if (given.length > 1)
    problems.push({
      code: "two-formulas",
      params: { fact: shape.fact },
      at: at.file.locateKey([...at.keys, given[1]!]),
    });
  for (const key of ["derive", "formula"] as const) {
    const source = shape[key];
    if (source === undefined) continue;
    const checked = checkValue(
      { source, file: at.file, keys: [...at.keys, key] },
      { ...scope, readsRecords: key === "derive" },
      type,
    );
    if ("problem" in checked) problems.push(checked.problem);
    else {
      found[key] = checked.value;
      for (const read of checked.reads) named.add(read);
    }
  }
  if (shape.table !== undefined) {
    const formula = checkTable(shape, type, scope, at, named, problems);
    if (formula !== undefined) found.formula = formula;
  }
  return found;
}

/** A decision table (DMN 1.5 §8.2): hit policy unique or first, no gap, no contradictory overlap. */
function checkTable(
  shape: FactShape,
  type: FactType,
  scope: Names,
  at: At,
  named: Set<string>,
  problems: Problem[],
): Formula | undefined {
  const rows: { readonly when: Core; readonly then: Formula }[] = [];
  for (const [index, row] of shape.table!.rows.entries()) {
    const keys = [...at.keys, "table", "rows", index];
    const when = checkCondition(
      { source: row.when, file: at.file, keys: [...keys, "when"] },
      scope,
    );
    const then = checkValue(
      { source: row.then, file: at.file, keys: [...keys, "then"] },
      scope,
      type,
    );
    for (const part of [when, then]) {
      if ("problem" in part) problems.push(part.problem);
      else for (const read of part.reads) named.add(read);
    }
    if ("value" in when && "value" in then) rows.push({ when: when.value, then: then.value });
  }
  if (rows.length < shape.table!.rows.length) return undefined;
  const place = at.file.locate([...at.keys, "table"]);
  if (satisfiable(not(or(...rows.map((row) => row.when))), scope.facts) !== "no") {
    problems.push({ code: "table-has-gap", params: { fact: shape.fact }, at: place });
  }
  for (const [index, row] of shape.table!.hit === "unique" ? rows.entries() : []) {
    const other = rows.findIndex(
      (later, position) =>
        position > index && satisfiable(and(row.when, later.when), scope.facts) === "yes",
    );
    if (other >= 0)
      problems.push({
        code: "table-overlaps",
        params: { fact: shape.fact, row: index + 1, other: other + 1 },
        at: place,
      });
  }
  return rows
    .slice(0, -1)
    .reduceRight<Formula>((rest, row) => choice(row.when, row.then, rest), rows.at(-1)!.then);
}

function choice(test: Core, then: Formula, otherwise: Formula): Formula {
  const source = "table";
  if (then.kind === "boolean" && otherwise.kind === "boolean")
    return {
      kind: "boolean",
      source,
      core: { op: "if", test, then: then.core, else: otherwise.core },
    };
  if (then.kind === "code" && otherwise.kind === "code")
    return {
      kind: "code",
      source,
      core: { op: "choose-code", test, then: then.core, else: otherwise.core },
    };
  if (then.kind === "ordered" && otherwise.kind === "ordered")
    return {
      kind: "ordered",
      source,
      core: { op: "choose", test, then: then.core, else: otherwise.core },
    };
  throw new TypeError("rows of one table have one type");
}

function recordKind(shape: VocabularyFile["records"][number]): RecordKind {
  return {
    name: shape.record,
    label: shape.label,
    spell: shape.spell,
    ...(shape.distinct === undefined ? {} : { distinct: shape.distinct }),
    ...(shape["held-by"] === undefined ? {} : { heldBy: shape["held-by"] }),
    fields: Object.entries(shape.fields).map(([name, field]) => ({
      name,
      type: fieldType(field),
      required: field.required,
      label: field.label,
    })),
  };
}

function fieldType(shape: TypeShape): FieldType {
  return shape.type === "month" || shape.type === "text" ? { kind: shape.type } : factType(shape);
}

function factType(shape: TypeShape): FactType {
  if (typeof shape.type !== "string") {
    const values = shape.type.map((id) => ({
      id,
      label:
        shape.values !== undefined && Object.hasOwn(shape.values, id)
          ? shape.values[id]!
          : { "zh-CN": id, en: id },
    }));
    return { kind: "enum", values };
  }
  switch (shape.type) {
    case "boolean":
    case "date":
      return { kind: shape.type };
    case "division":
    case "prefecture":
      return { kind: "code", system: shape.type };
    default:
      return {
        kind: "number",
        unit: shape.unit ?? "units",
        ...(shape.min === undefined ? {} : { min: shape.min }),
        ...(shape.max === undefined ? {} : { max: shape.max }),
      };
  }
}
