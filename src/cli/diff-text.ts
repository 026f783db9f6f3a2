import {
  type Difference,
  type FactChange,
  fill,
  type Locale,
  type PackDiff,
  type RuleChange,
  type Skipped,
  type Unmatched,
} from "../policy/index.ts";
import { section } from "./decision-text.ts";
import type { Texts } from "./text/texts.ts";
import { shortOutcome } from "./times-text.ts";

type Wording = { readonly texts: Texts; readonly locale: Locale };

/** A comparison for a person: whether anybody is told apart, who, and which rules and facts are others. */
export function describeDiff(diff: PackDiff, wording: Wording): string {
  const { texts } = wording;
  const { compared, differences, skipped, unmatched, rules, facts, exact, equal } = diff;
  const count = differences.reduce((sum, { days }) => sum + days.length, 0);
  const blocks = [
    fill(differences.length === 0 ? texts.diffEqual : texts.diffDifferent, {
      count: differences.length === 0 ? compared : count,
      compared,
    }),
    exact ? "" : texts.approximate,
    section(
      texts.diffDifferences,
      differences.map((difference) => describeDifference(difference, wording)),
    ),
    section(
      texts.diffSkipped,
      skipped.map((skip) => describeSkipped(skip, texts)),
    ),
    section(
      texts.diffUnmatched,
      unmatched.map((item) => describeUnmatched(item, texts)),
    ),
    section(
      texts.diffRules,
      rules.map((rule) => describeRule(rule, wording)),
    ),
    section(
      texts.diffFacts,
      facts.map((fact) => describeFact(fact, wording)),
    ),
    equal || differences.length > 0 ? "" : texts.diffDetails,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function describeCompared(
  { service, chain, law, days }: Difference | Skipped,
  texts: Texts,
): string {
  const more = days.length - 1;
  const first = days[0] ?? "";
  return fill(texts.diffDifference, {
    service,
    texts: chain.join(" "),
    law: law === "all" ? texts.diffAllTexts : law,
    days: fill(more === 0 ? texts.diffDays : texts.diffDaysMore, { first, more }),
  });
}

function describeDifference(difference: Difference, { texts, locale }: Wording): string {
  const { person, outcomes, noText } = difference;
  const said = person.map(({ label, value }) => `${label[locale]}: ${value[locale]}`);
  const who =
    person.length === 0
      ? texts.diffAnyone
      : fill(texts.diffPerson, { person: said.join(texts.listGap) });
  const answers =
    outcomes === null
      ? `${sideName(noText ?? "first", texts)}: ${texts.noText}`
      : fill(texts.diffOutcomes, {
          a: shortOutcome(outcomes[0], texts),
          b: shortOutcome(outcomes[1], texts),
        });
  return [describeCompared(difference, texts), `  ${who}`, `  ${answers}`].join("\n");
}

function describeSkipped(skipped: Skipped, texts: Texts): string {
  const { reason, facts } = skipped;
  const why =
    reason === "too-large"
      ? texts.diffTooLarge
      : fill(texts.diffFactsDiffer, { facts: facts.join(texts.listGap) });
  return `${describeCompared(skipped, texts)}: ${why}`;
}

const sideName = (side: "first" | "second", texts: Texts): string =>
  side === "first" ? texts.diffFirst : texts.diffSecond;

function describeUnmatched({ side, kind, id }: Unmatched, texts: Texts): string {
  const templates = {
    service: texts.diffOnlyService,
    text: texts.diffOnlyText,
    place: texts.diffOnlyPlace,
  };
  return fill(templates[kind], { side: sideName(side, texts), name: id });
}

const signs = { added: "+", removed: "-", changed: "~" } as const;

function describeRule(change: RuleChange, { texts, locale }: Wording): string {
  const { kind, service, instrument, rule, clause, title, from, parts } = change;
  const names: Readonly<Record<RuleChange["parts"][number], string>> = {
    period: texts.partPeriod,
    place: texts.partPlace,
    condition: texts.partCondition,
    gives: texts.partGives,
    exceptions: texts.partExceptions,
    covers: texts.partCovers,
    papers: texts.partPapers,
    authority: texts.partAuthority,
    words: texts.partWords,
  };
  const what = describeKind(
    kind,
    parts.map((part) => names[part]),
    texts,
  );
  const place = [service, instrument, `${clause} ${rule}`, from].join(" · ");
  return `${signs[kind]} ${place} ${title[locale]} — ${what}`;
}

function describeFact(
  { kind, fact, label, parts }: FactChange,
  { texts, locale }: Wording,
): string {
  const names: Readonly<Record<FactChange["parts"][number], string>> = {
    type: texts.partType,
    derive: texts.partDerive,
    moves: texts.partMoves,
    words: texts.partWords,
  };
  const what = describeKind(
    kind,
    parts.map((part) => names[part]),
    texts,
  );
  return `${signs[kind]} ${fact} ${label[locale]} — ${what}`;
}

function describeKind(kind: RuleChange["kind"], parts: readonly string[], texts: Texts): string {
  if (kind === "added") return texts.diffAdded;
  if (kind === "removed") return texts.diffRemoved;
  return fill(texts.diffChanged, { parts: parts.join(texts.listGap) });
}
