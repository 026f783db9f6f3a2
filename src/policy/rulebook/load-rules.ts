import { parseDay } from "../calendar/day.ts";
import { type Names, checkCondition } from "../check/formula.ts";
import { suggest } from "../check/suggest.ts";
import type { Typed } from "../check/typed.ts";
import type { Problem } from "../problem/problem.ts";
import { truth } from "../syntax/build.ts";
import type { Core } from "../syntax/core.ts";
import type { Fact, Vocabulary } from "../vocabulary/vocabulary.ts";
import { overlap, periodOf } from "./load-parameters.ts";
import type { Cover, Instrument, Period, Rule } from "./pack.ts";
import type { Shaped } from "./shaped.ts";
import type { RuleShape, RulesFile } from "./shapes.ts";

/** A rule with what its formulas name. */
export type LoadedRule = {
  readonly rule: Rule;
  readonly reads: ReadonlySet<string>;
  readonly file: Shaped<RulesFile>["file"];
  readonly keys: readonly PropertyKey[];
};

/** What rule files are checked against. */
export type RuleContext = {
  readonly vocabulary: Vocabulary;
  readonly parameters: ReadonlyMap<string, Typed>;
  readonly instruments: readonly Instrument[];
  readonly authorities: ReadonlySet<string>;
  readonly epoch: Period;
};

/** Rules in force in the epoch, with their formulas checked. */
export function loadRules(
  files: readonly Shaped<RulesFile>[],
  context: RuleContext,
): { readonly rules: readonly LoadedRule[]; readonly problems: readonly Problem[] } {
  const rules: LoadedRule[] = [];
  const problems: Problem[] = [];
  const ids = new Set(files.flatMap(({ data }) => data.rules.map((shape) => shape.rule)));
  for (const { file, data } of files) {
    if (!context.instruments.some(({ id }) => id === data.instrument)) {
      const known = context.instruments.map(({ id }) => id);
      problems.push(
        named(
          "unknown-instrument",
          data.instrument,
          file.locate(["instrument"]),
          suggest(data.instrument, known),
        ),
      );
    }
    for (const [index, shape] of data.rules.entries()) {
      const keys = ["rules", index] as const;
      const inForce = cut(periodOf(shape["in-force"]), context.epoch);
      if (inForce === undefined) continue;
      for (const [position, target] of shape["exception-to"].entries()) {
        if (!ids.has(target))
          problems.push(
            named(
              "unknown-rule",
              target,
              file.locate([...keys, "exception-to", position]),
              suggest(target, ids),
            ),
          );
      }
      const authority = authorityOf(shape);
      for (const id of Object.values(authority)) {
        if (!context.authorities.has(id))
          problems.push(
            named(
              "unknown-authority",
              id,
              file.locate([...keys, "authority"]),
              suggest(id, context.authorities),
            ),
          );
      }
      for (const [position, paper] of shape.papers.entries()) {
        const known = context.vocabulary.papers.map(({ id }) => id);
        if (!known.includes(paper))
          problems.push(
            named(
              "unknown-paper",
              paper,
              file.locate([...keys, "papers", position]),
              suggest(paper, known),
            ),
          );
      }
      const reads = new Set<string>();
      const formula = (source: string, path: readonly PropertyKey[], scope: Names): Core => {
        const checked = checkCondition({ source, file, keys: [...keys, ...path] }, scope);
        if ("problem" in checked) {
          problems.push(checked.problem);
          return truth;
        }
        for (const read of checked.reads) reads.add(read);
        return checked.value;
      };
      const scope = scopeOf(context);
      rules.push({
        rule: {
          id: shape.rule,
          instrument: data.instrument,
          service: data.service,
          clause: shape.clause,
          title: shape.title,
          plain: shape.plain,
          inForce,
          recorded: parseDay(shape.recorded ?? shape["in-force"].from)!,
          gives: shape.gives,
          binds: shape.binds,
          where: formula(shape.where, ["where"], scope),
          when: formula(shape.when, ["when"], scope),
          covers: covers(shape, context, formula),
          papers: shape.papers,
          exceptionTo: shape["exception-to"],
          authority,
          readings: shape.reading,
          at: { file: file.path, line: file.locate(keys).line ?? 1 },
        },
        reads,
        file,
        keys,
      });
    }
  }
  return { rules, problems: [...problems, ...overlapping(rules)] };
}

const named = (
  code: string,
  name: string,
  at: Problem["at"],
  suggestion: string | undefined,
): Problem => ({
  code,
  params: { name },
  at,
  ...(suggestion === undefined ? {} : { suggestion }),
});

function cut(period: Period, epoch: Period): Period | undefined {
  if (!overlap(period, epoch)) return undefined;
  const until = Math.min(period.until ?? Infinity, epoch.until ?? Infinity);
  return { from: Math.max(period.from, epoch.from), ...(until === Infinity ? {} : { until }) };
}

function scopeOf({ vocabulary, parameters }: RuleContext): Names {
  return {
    facts: new Map(vocabulary.facts.map((fact) => [fact.name, fact])),
    records: new Map(vocabulary.records.map((kind) => [kind.name, kind])),
    parameters,
    variables: new Map(),
    readsRecords: false,
  };
}

function authorityOf({ authority }: RuleShape): Readonly<Record<string, string>> {
  if (authority === undefined) return {};
  return typeof authority === "string" ? { "*": authority } : authority;
}

/** `if` names the fields of a family record directly. */
function covers(
  shape: RuleShape,
  context: RuleContext,
  formula: (source: string, path: readonly PropertyKey[], scope: Names) => Core,
): readonly Cover[] {
  const family = context.vocabulary.records.find(({ name }) => name === "family");
  return shape.covers.map((cover, index) => {
    if (typeof cover === "string") return { relation: cover };
    if (cover.if === undefined || family === undefined) return { relation: cover.relation };
    const scope = { ...scopeOf(context), facts: new Map<string, Fact>(), implicit: family };
    return {
      relation: cover.relation,
      condition: formula(cover.if, ["covers", index, "if"], scope),
      source: cover.if,
    };
  });
}

function overlapping(rules: readonly LoadedRule[]): readonly Problem[] {
  return rules.flatMap(({ rule, file, keys }, index) => {
    const earlier = rules
      .slice(0, index)
      .find(
        (other) =>
          other.rule.id === rule.id &&
          (other.rule.instrument !== rule.instrument || overlap(other.rule.inForce, rule.inForce)),
      );
    if (earlier === undefined) return [];
    const { file: where, line } = earlier.rule.at;
    return [
      {
        code: "overlapping-periods",
        params: { name: rule.id, other: `${where}:${line}` },
        at: file.locate([...keys, "in-force"]),
      },
    ];
  });
}
