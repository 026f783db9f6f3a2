import { formatDay } from "../calendar/day.ts";
import type { Dossier } from "../dossier/dossier.ts";
import { type GroundSeen, type Seeing, type Seen, factsOf } from "../fold/explain.ts";
import { FALSE, TRUE, UNKNOWN } from "../fold/facts.ts";
import { OPEN, REFER, REFUSED, outcomes } from "../fold/kernel.ts";
import type { Problem } from "../problem/problem.ts";
import { type Result, ok } from "../result.ts";
import type { Instrument, Pack, Rule } from "../rulebook/pack.ts";
import { coversOf } from "./covers.ts";
import type {
  Authority,
  Decision,
  GroundOutcome,
  Missing,
  Outcome,
  PaperNeeded,
  TextInForce,
} from "./decision.ts";
import { type Lacking, lackingOf, withoutAbsorbed } from "./missing.ts";
import { type Prepared, type Question, prepare } from "./prepare.ts";
import { spanOf, type Times, timesOf, windowAround } from "./times.ts";
import type { Asking } from "../fold/ask.ts";
import type { DerivedFacts } from "../dossier/derive.ts";

/** A decision with what it was made from, for explanations. */
export type Decided = {
  readonly decision: Decision;
  readonly prepared: Prepared;
  readonly derived: DerivedFacts;
  readonly seeing: Seeing;
  /** Grounds that count here, those that hold first, else in the order of the rulebook. */
  readonly shown: readonly GroundSeen[];
  readonly times: Times;
  readonly asking: Asking;
};

/**
 * The decision object for a dossier: outcome, grounds, family covered, what is missing, papers, authority, texts.
 * It is advice; a named person decides (K3).
 * Refuses with `which-service`, `unknown-service`, `unknown-law`, `law-not-for-place`, `no-rulebook-for-place`, `no-text-in-force`,
 * `bad-date` or `contradiction`.
 */
export function decideDossier(
  pack: Pack,
  dossier: Dossier,
  question: Question = {},
): Result<Decision, Problem> {
  const decided = decideFully(pack, dossier, question);
  return decided.ok ? ok(decided.value.decision) : decided;
}

export function decideFully(
  pack: Pack,
  dossier: Dossier,
  question: Question,
): Result<Decided, Problem> {
  const ready = prepare(pack, dossier, question);
  if (!ready.ok) return ready;
  const { derived, asked, ...prepared } = ready.value;
  const times = timesOf(pack, dossier, derived, asked, prepared.facts, windowAround(prepared.on));
  const seeing = prepared.explain(derived.slots);
  const shown = seeing.grounds
    .filter(isShown)
    .toSorted((a, b) => order.indexOf(outcomeOf(a)) - order.indexOf(outcomeOf(b)));
  const lacking = new Map(
    shown.map((seen) => [seen, lackingOf(seen, derived.slots, dossier.unsure, prepared.facts)]),
  );
  // Three-valued grounds may leave open what everybody has in common (`x or not x`); the diagram does not.
  const exactly = prepared.ask?.(derived.slots, dossier.unsure);
  const outcome = seeing.outcome === OPEN ? (exactly?.outcome ?? OPEN) : seeing.outcome;
  const missing = missingOf(outcome, lacking, prepared);
  const asking = exactly ?? askInOrder(missing);
  const holding = shown
    .filter(({ ground, truth }) => truth === TRUE && ground.gives === "grant")
    .map(({ ground }) => ground.rule);
  const referring = shown
    .filter(({ ground, truth }) => truth === TRUE && ground.gives === "refer")
    .map(({ ground }) => ground.rule);
  const decision: Decision = {
    service: prepared.rules.service,
    outcome: outcomes[outcome]!,
    grounds: shown.map((seen) =>
      groundOutcome(
        seen,
        lacking.get(seen)!,
        pack,
        dossier.place.county,
        spanOf(times, seen.ground.rule.id, prepared.on),
      ),
    ),
    covers: coversOf(pack, holding, dossier, prepared.on),
    missing,
    next: asking.next,
    papers: papersOf(pack, shown, prepared),
    authority:
      outcome === REFER
        ? (referring
            .map((rule) => authorityOf(pack, rule, dossier.place.county))
            .find((authority) => authority !== null) ?? null)
        : null,
    asOf: {
      on: formatDay(prepared.on),
      knownAt: prepared.knownAt,
      texts: prepared.rules.texts.map(textInForce),
    },
  };
  return ok({ decision, prepared, derived, seeing, shown, times, asking });
}

/** Without a diagram: what is missing, as it comes. */
function askInOrder(missing: readonly Missing[]): Asking {
  const open = missing.filter(({ state }) => state === "unknown").map(({ fact }) => fact);
  return { outcome: OPEN, next: open[0] ?? null, open, expected: open.length, exact: false };
}

/** What holds first, what is settled against last. */
const order: readonly Outcome[] = ["granted", "unknown", "refer", "refused"];

/** A ground that speaks of this place; a referral only where it refers or may. */
function isShown({ ground, where, truth }: GroundSeen): boolean {
  return where !== FALSE && (ground.gives === "grant" || truth !== FALSE);
}

export function outcomeOf({ ground, truth }: GroundSeen): Outcome {
  if (truth === UNKNOWN) return "unknown";
  if (truth === FALSE) return "refused";
  return ground.gives === "grant" ? "granted" : "refer";
}

function groundOutcome(
  seen: GroundSeen,
  missing: readonly Lacking[],
  pack: Pack,
  county: string,
  span: { readonly from: number | undefined; readonly until: number | undefined },
): GroundOutcome {
  const { rule } = seen.ground;
  return {
    rule: rule.id,
    instrument: rule.instrument,
    clause: rule.clause,
    title: rule.title,
    outcome: outcomeOf(seen),
    from: span.from === undefined ? null : formatDay(span.from),
    until: span.until === undefined ? null : formatDay(span.until),
    missing,
    authority: authorityOf(pack, rule, county),
  };
}

function authorityOf(pack: Pack, rule: Rule, county: string): Authority | null {
  const id = rule.authority[county.slice(0, 4)] ?? rule.authority["*"];
  return pack.authorities.find((authority) => authority.id === id) ?? null;
}

/**
 * While something could still grant: what that needs. Once nothing can: what could still refer.
 * When the answer is no: what stands in the way of a grant. In the vocabulary's order.
 */
function missingOf(
  outcome: number,
  lacking: ReadonlyMap<GroundSeen, readonly Lacking[]>,
  prepared: Prepared,
): readonly Missing[] {
  if (outcome !== OPEN && outcome !== REFUSED) return [];
  const wanted = outcome === OPEN ? UNKNOWN : FALSE;
  const counted = [...lacking.keys()].filter(({ truth }) => truth === wanted);
  const grants = counted.filter(({ ground }) => ground.gives === "grant");
  const asked = withoutAbsorbed(grants.length > 0 ? grants : counted);
  return missingFacts(
    asked.flatMap((seen) => lacking.get(seen)!),
    prepared,
  );
}

function missingFacts(lacking: readonly Lacking[], prepared: Prepared): readonly Missing[] {
  const states = new Map(lacking.map(({ fact, state }) => [fact, state]));
  return [...prepared.facts.values()].flatMap((fact) => {
    const state = states.get(fact.name);
    if (state === undefined) return [];
    return [
      {
        fact: fact.name,
        state,
        label: fact.label,
        ...(fact.question === undefined ? {} : { question: fact.question }),
        ...(fact.why === undefined ? {} : { why: fact.why }),
        provedBy: fact.provedBy.map((paper) => paperNeeded(prepared.pack, paper, [fact.name])),
      },
    ];
  });
}

/** Papers for the grounds that hold: the rule's own, then those that prove the facts it rests on. */
function papersOf(
  pack: Pack,
  shown: readonly GroundSeen[],
  prepared: Prepared,
): readonly PaperNeeded[] {
  const proves = new Map<string, Set<string>>();
  const need = (paper: string): Set<string> => {
    const known = proves.get(paper) ?? new Set<string>();
    proves.set(paper, known);
    return known;
  };
  for (const { ground, truth, tree } of shown) {
    if (truth !== TRUE || ground.gives !== "grant") continue;
    ground.rule.papers.forEach(need);
    for (const fact of leavesOf(tree))
      for (const paper of prepared.facts.get(fact)!.provedBy) need(paper).add(fact);
  }
  return [...proves].map(([paper, facts]) => paperNeeded(pack, paper, [...facts]));
}

function leavesOf(seen: Seen): readonly string[] {
  return seen.of.length === 0 ? [...factsOf(seen.core)] : seen.of.flatMap(leavesOf);
}

export function paperNeeded(pack: Pack, id: string, proves: readonly string[]): PaperNeeded {
  const paper = pack.vocabulary.papers.find((candidate) => candidate.id === id)!;
  const from = pack.vocabulary.departments.find(
    (department) => department.id === paper.from,
  )?.label;
  return { paper: id, label: paper.label, ...(from === undefined ? {} : { from }), proves };
}

function textInForce(text: Instrument): TextInForce {
  return {
    instrument: text.id,
    title: text.title,
    issued: text.issued === undefined ? null : formatDay(text.issued),
    from: formatDay(text.inForce.from),
    until: text.inForce.until === undefined ? null : formatDay(text.inForce.until),
    status: text.status,
    held: text.held,
  };
}
