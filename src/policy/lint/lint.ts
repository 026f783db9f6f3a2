import { parseDay } from "../calendar/day.ts";
import { diagramIfSmall, type RuleDiagram } from "../diagram/build.ts";
import { isTerminal, type NodeId } from "../diagram/manager.ts";
import { personOf, smallestWitness, type Witness } from "../diagram/person.ts";
import { valueInWords } from "../decision/words.ts";
import { factsOf } from "../fold/explain.ts";
import { GRANTED, REFUSED } from "../fold/kernel.ts";
import { type NamedPlace, type Pack } from "../rulebook/pack.ts";
import { type Ground, type RuleSet, selectRules, servicesOf } from "../rulebook/select.ts";
import type { Text } from "../text.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import type { Finding, FindingKind } from "./finding.ts";
import { messages } from "./messages.ts";
import { needlessConditions } from "./needless.ts";

/**
 * Looks through a pack as a lawmaker would: every service under every chain of texts, on a day.
 * @param on ISO day; default: the last day on which some rule comes into force
 */
export function lintPack(pack: Pack, on?: string): readonly Finding[] {
  const day = lintDay(pack, on);
  const facts = new Map(pack.vocabulary.facts.map((fact) => [fact.name, fact]));
  const found = servicesOf(pack).flatMap((service) =>
    pack.chains.flatMap(({ places, instruments }) => {
      const county = countyIn(pack.places, places);
      if (county === undefined) return [];
      const own = instruments.at(-1)!;
      return [own, "all"].flatMap((law) => {
        const selected = selectRules(pack, { service, county, on: day, knownAt: Infinity, law });
        return selected.ok ? lintRules(selected.value, own, law === "all", day, facts) : [];
      });
    }),
  );
  const seen = new Set<string>();
  return found.filter((finding) => {
    const key = JSON.stringify([finding.kind, finding.service, finding.rules, finding.message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The day asked about; without one, the last on which some rule comes into force. */
export const lintDay = (pack: Pack, on: string | undefined): number =>
  (on === undefined ? undefined : parseDay(on)) ??
  Math.max(...pack.rules.map(({ inForce }) => inForce.from));

/** A county that stands for the places of a chain. */
export const countyIn = (
  places: readonly NamedPlace[],
  prefixes: readonly string[],
): string | undefined =>
  places.find(
    ({ code, type }) =>
      type !== "prefecture" &&
      type !== "prefecture-city" &&
      prefixes.some((prefix) => code.startsWith(prefix)),
  )?.code;

function lintRules(
  rules: RuleSet,
  own: string,
  withTextsAbove: boolean,
  on: number,
  facts: ReadonlyMap<string, Fact>,
): readonly Finding[] {
  const diagram = diagramIfSmall(rules, on, facts);
  if (diagram === undefined) return [];
  const note = noter(diagram, rules.service, own);
  if (withTextsAbove) return strictness(diagram, rules, own, note);
  return [
    ...unreachable(diagram, rules, note),
    ...needlessConditions(diagram, rules, facts).map(({ ground, part }) =>
      note("needless-condition", [ground], undefined, { part }),
    ),
    ...overlaps(diagram, rules, note),
    ...conflicts(diagram, rules, note),
    ...gaps(diagram, own, note),
    ...cliffs(diagram, rules, note),
  ];
}

type Note = (
  kind: FindingKind,
  grounds: readonly Ground[],
  witness?: Witness,
  words?: Readonly<Record<string, Text | string>>,
) => Finding;

function noter(diagram: RuleDiagram, service: string, instrument: string): Note {
  return (kind, grounds, witness = new Map(), words = {}) => {
    const slots = personOf(diagram, witness);
    const person = [...witness.keys()].flatMap((index) => {
      const variable = diagram.variables[index]!;
      return variable.kind === "relation" ? [] : [variable.fact];
    });
    return {
      kind,
      service,
      instrument: grounds[0]?.rule.instrument ?? instrument,
      rules: grounds.map(({ rule }) => rule.id),
      clauses: [...new Set(grounds.map(({ rule }) => rule.clause))],
      person: person.map((fact) => ({
        fact: fact.name,
        label: fact.label,
        value: valueInWords(fact, slots) ?? fact.label,
      })),
      message: messages(
        kind,
        grounds.map(({ rule }) => rule),
        words,
      ),
    };
  };
}

/** Rules that nobody can meet. */
function unreachable(diagram: RuleDiagram, rules: RuleSet, note: Note): readonly Finding[] {
  return rules.grounds.flatMap((ground, index) =>
    diagram.grounds[index] === 0 ? [note("unreachable", [ground])] : [],
  );
}

/** Grounds that say less than another of the same text. Rights of one condition may stand side by side. */
function overlaps(diagram: RuleDiagram, rules: RuleSet, note: Note): readonly Finding[] {
  const { manager, grounds } = diagram;
  return rules.grounds.flatMap((narrow, i) =>
    rules.grounds.flatMap((wide, j) => {
      const [a, b] = [grounds[i]!, grounds[j]!];
      const says = narrow.gives === "grant" && wide.gives === "grant" && a !== b && a !== 0;
      return says && manager.and(a, manager.not(b)) === 0 ? [note("overlap", [narrow, wide])] : [];
    }),
  );
}

/**
 * Clauses of one text about the same facts, of which one would allow whom the other does not grant: the
 * operative clause decides, and what only the other allows is referred (reading rule 2).
 */
function conflicts(diagram: RuleDiagram, rules: RuleSet, note: Note): readonly Finding[] {
  const { manager, grounds } = diagram;
  return rules.grounds.flatMap((wide, index) => {
    if (wide.gives !== "refer" || !/\w/.test(wide.rule.clause)) return [];
    const read = factsOf(wide.when);
    const other = rules.grounds.find(
      ({ gives, when, rule }) =>
        gives === "grant" &&
        rule.clause !== wide.rule.clause &&
        !factsOf(when).isDisjointFrom(read),
    );
    if (other === undefined) return [];
    const beyond = manager.and(grounds[index]!, manager.not(diagram.granted));
    const witness = smallestWitness(manager, [beyond], ([terminal]) => terminal === 1);
    return witness === undefined ? [] : [note("clauses-conflict", [other, wide], witness)];
  });
}

/** Kinds of place in which the answer is no for everybody. */
function gaps(diagram: RuleDiagram, own: string, note: Note): readonly Finding[] {
  const { manager, variables, outcome } = diagram;
  const isPlace = variables.map(
    (variable) => variable.kind !== "relation" && variable.fact.name.startsWith("place."),
  );
  const witness = (node: NodeId): Witness | undefined => {
    if (isTerminal(node)) return node === REFUSED ? new Map() : undefined;
    const index = manager.variableOf(node);
    if (!isPlace[index]) return undefined;
    for (const [region, child] of manager.childrenOf(node).entries()) {
      const below = witness(child);
      if (below !== undefined) return new Map([[index, region], ...below]);
    }
    return undefined;
  };
  const found = witness(outcome);
  return found === undefined || found.size === 0
    ? []
    : [note("gap", [], found, { instrument: own })];
}

/** Where time takes away: an earlier day, or a month more, turns a grant into a refusal. */
function cliffs(diagram: RuleDiagram, rules: RuleSet, note: Note): readonly Finding[] {
  const { manager, variables, outcome } = diagram;
  return variables.flatMap((variable, index) => {
    if (
      variable.kind !== "ordered" ||
      (variable.fact.type.kind === "number" && variable.fact.moves !== "counter")
    )
      return [];
    return variable.regions.slice(1).flatMap((_, region) => {
      const [older, newer] =
        variable.fact.type.kind === "date" ? [region, region + 1] : [region + 1, region];
      const fixed = (at: number): NodeId =>
        manager.restrict(
          outcome,
          variables.map(({ regions }, other) =>
            Uint8Array.from(regions, (__, which) => (other !== index || which === at ? 1 : 0)),
          ),
        );
      const witness = smallestWitness(
        manager,
        [fixed(older), fixed(newer)],
        ([after, before]) => after === REFUSED && before === GRANTED,
      );
      if (witness === undefined) return [];
      const reading = rules.grounds.filter(
        ({ gives }, which) =>
          gives === "grant" && dependsOn(diagram, diagram.grounds[which]!, index),
      );
      return [
        note("cliff", reading, new Map([...witness, [index, newer]]), {
          fact: variable.fact.label,
        }),
      ];
    });
  });
}

function dependsOn(diagram: RuleDiagram, node: NodeId, index: number): boolean {
  if (isTerminal(node)) return false;
  const at = diagram.manager.variableOf(node);
  return (
    at === index ||
    (at < index &&
      diagram.manager.childrenOf(node).some((child) => dependsOn(diagram, child, index)))
  );
}

/** What a text above would grant and the place's own does not. */
function strictness(
  diagram: RuleDiagram,
  rules: RuleSet,
  own: string,
  note: Note,
): readonly Finding[] {
  const { manager, grounds } = diagram;
  const local = rules.grounds.filter(
    ({ rule, gives }) => rule.instrument === own && gives === "grant",
  );
  return rules.grounds.flatMap((above, index) => {
    if (above.rule.instrument === own || above.rule.gives !== "grant") return [];
    const more = manager.and(grounds[index]!, manager.not(diagram.granted));
    const witness = smallestWitness(manager, [more], ([terminal]) => terminal === 1);
    if (witness === undefined) return [];
    const nearest = local
      .filter(
        (ground) => manager.and(grounds[rules.grounds.indexOf(ground)]!, grounds[index]!) !== 0,
      )
      .slice(0, 1);
    return [{ ...note("stricter-than-above", [above, ...nearest], witness), instrument: own }];
  });
}
