import { outcomeInWords, valueInWords } from "../decision/words.ts";
import type { Pack } from "../rulebook/pack.ts";
import { type RuleSet, selectRules, servicesOf } from "../rulebook/select.ts";
import type { Fact } from "../vocabulary/vocabulary.ts";
import type { Finding } from "./finding.ts";
import { independenceOf } from "./independence.ts";
import { countyIn, lintDay } from "./lint.ts";
import { messages } from "./messages.ts";

/**
 * Where a fact makes a difference: one finding for each service and text in which two people who differ in
 * it alone are answered differently, with the smallest such pair in words. None: the rules are independent
 * of it, whatever they read. Prohibitions, second half.
 */
export function dependenciesOn(pack: Pack, fact: Fact, on?: string): readonly Finding[] {
  const day = lintDay(pack, on);
  const facts = new Map(pack.vocabulary.facts.map((one) => [one.name, one]));
  return servicesOf(pack).flatMap((service) =>
    pack.chains.flatMap(({ places, instruments }) => {
      const county = countyIn(pack.places, places);
      if (county === undefined) return [];
      return instruments.flatMap((law) => {
        const selected = selectRules(pack, { service, county, on: day, knownAt: Infinity, law });
        return selected.ok ? findingOf(fact, selected.value, law, day, facts) : [];
      });
    }),
  );
}

function findingOf(
  fact: Fact,
  rules: RuleSet,
  instrument: string,
  on: number,
  facts: ReadonlyMap<string, Fact>,
): readonly Finding[] {
  const found = independenceOf(fact, rules, on, facts);
  if (found === undefined || found.independent) return [];
  const [first, second] = found.people;
  const words = {
    fact: fact.label,
    first: valueInWords(fact, first) ?? fact.label,
    second: valueInWords(fact, second) ?? fact.label,
    firstOutcome: outcomeInWords(found.outcomes[0]),
    secondOutcome: outcomeInWords(found.outcomes[1]),
  };
  return [
    {
      kind: "depends-on",
      service: rules.service,
      instrument,
      rules: [],
      clauses: [],
      person: found.facts.map((one) => ({
        fact: one.name,
        label: one.label,
        value: valueInWords(one, first) ?? one.label,
      })),
      message: messages("depends-on", [], words),
    },
  ];
}
