import { formatDay, parseDay } from "../calendar/day.ts";
import { type DerivedFacts, deriveFacts } from "../dossier/derive.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { diagramIfSmall, type RuleDiagram } from "../diagram/build.ts";
import { asker, type Asker } from "../fold/ask.ts";
import { ruleSetKey } from "../fold/compile.ts";
import { type Explainer, explainer } from "../fold/explain.ts";
import { type Kernel, closureKernel, kernelLibrary } from "../fold/kernel.ts";
import type { KernelMaker } from "../fold/compile.ts";
import type { Problem } from "../problem/problem.ts";
import { type Result, refused } from "../result.ts";
import type { Pack } from "../rulebook/pack.ts";
import { type RuleSet, type Selection, selectRules, servicesOf } from "../rulebook/select.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";

/** What is asked beside the dossier. */
export type Question = {
  /** Default: the dossier's, else the pack's only service. */
  readonly service?: string;
  /** Instrument id or `all` (default). */
  readonly law?: string;
  /** ISO day whose knowledge of the law counts; default: all the pack knows. */
  readonly knownAt?: string;
  /** Kernels emitted at build time, by rule set; without one the closures decide. */
  readonly kernels?: Readonly<Record<string, KernelMaker>>;
};

/** A rule set ready to decide at one day. */
export type Prepared = {
  readonly pack: Pack;
  readonly rules: RuleSet;
  readonly on: number;
  readonly knownAt: string;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly kernel: Kernel;
  readonly explain: Explainer;
  /** Undefined where the rule set is too large for exact answers. */
  readonly diagram: RuleDiagram | undefined;
  readonly ask: Asker | undefined;
};

/** Prepares the rules that count for a dossier's place and day, and derives its facts. */
export function prepare(
  pack: Pack,
  dossier: Dossier,
  question: Question,
): Result<Prepared & { readonly derived: DerivedFacts; readonly asked: Selection }, Problem> {
  const services = servicesOf(pack);
  const service =
    question.service ?? dossier.service ?? (services.length === 1 ? services[0] : undefined);
  if (service === undefined)
    return refused({
      code: "which-service",
      params: { known: services.join(", ") },
      at: { path: "service" },
    });
  const knownDay = question.knownAt === undefined ? lastRecorded(pack) : parseDay(question.knownAt);
  if (knownDay === undefined)
    return refused({
      code: "bad-date",
      params: { found: question.knownAt ?? "" },
      at: { path: "knownAt" },
    });
  const on = parseDay(dossier.on);
  if (on === undefined)
    return refused({ code: "bad-date", params: { found: dossier.on }, at: { path: "on" } });
  const asked = {
    service,
    county: dossier.place.county,
    on,
    knownAt: knownDay,
    law: question.law ?? "all",
  };
  const selected = selectRules(pack, asked);
  if (!selected.ok) return selected;
  const derived = deriveFacts(pack.vocabulary, dossier);
  if (!derived.ok) return derived;
  const ready = prepareRules(pack, selected.value, on, question.kernels);
  const value = { ...ready, knownAt: formatDay(knownDay), derived: derived.value, asked };
  return { ok: true, value };
}

type Folds = Omit<Prepared, "knownAt">;

const prepared = new WeakMap<
  Pack,
  Map<string, Folds & { readonly made: KernelMaker | undefined }>
>();

/** Rule sets and days that are kept ready for a pack. */
const READY = 32;

/** The folds of one rule set at one day; made once for as long as few other days are asked about. */
export function prepareRules(
  pack: Pack,
  rules: RuleSet,
  on: number,
  kernels: Question["kernels"] = {},
): Folds {
  const name = ruleSetKey(rules);
  const made = kernels[name];
  const ready = prepared.get(pack) ?? new Map<string, Folds & { made: KernelMaker | undefined }>();
  prepared.set(pack, ready);
  const key = `${on} ${name}`;
  const known = ready.get(key);
  if (known !== undefined && known.made === made) return known;
  const facts = new Map(pack.vocabulary.facts.map((fact) => [fact.name, fact]));
  const kernel = made === undefined ? closureKernel(rules, on) : made(kernelLibrary, on);
  const explain = explainer(rules, on, kernel, facts);
  const diagram = diagramIfSmall(rules, on, facts);
  const ask = diagram === undefined ? undefined : asker(diagram);
  const folds = { pack, rules, on, facts, kernel, explain, diagram, ask, made };
  if (ready.size >= READY) ready.clear();
  ready.set(key, folds);
  return folds;
}

const lastRecorded = (pack: Pack): number =>
  Math.max(...pack.rules.map(({ recorded }) => recorded));
