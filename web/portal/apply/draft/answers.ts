// What the person stated, in the dossier of a draft, and what the rules make of it.
import {
  askDossier,
  type Dossier,
  explainDossier,
  type Fact,
  type Pack,
  type PaperNeeded,
  parseDossier,
  type PlainValue,
} from "../../../../src/policy/browser.ts";
import { type Answer, kindFact } from "../../journey/journey.ts";
import type { Draft } from "./draft.ts";

type Stated = {
  readonly facts: Dossier["facts"];
  readonly unsure: readonly string[];
  readonly place: Dossier["place"];
};

const statedIn = ({ dossier }: Pick<Draft, "dossier">): Stated => {
  const { facts = {}, unsure = [], place } = dossier as Partial<Stated>;
  return { facts, unsure, place: place ?? { county: "" } };
};

/** Each answer, as the question page gives it. */
export function answersIn(draft: Pick<Draft, "dossier">): readonly Answer[] {
  const { facts, unsure, place } = statedIn(draft);
  return [
    ...(place.kind === undefined ? [] : [{ fact: kindFact, value: place.kind }]),
    ...Object.entries(facts).map(([fact, { value }]) => ({ fact, value })),
    ...unsure.map((fact) => ({ fact, value: null })),
  ];
}

/** `null`: the person was asked and does not know. */
export function withStated(
  draft: Draft,
  fact: string,
  value: PlainValue | null,
  today: string,
): Draft {
  const { facts, unsure, place } = statedIn(draft);
  if (fact === kindFact)
    return { ...draft, dossier: { ...draft.dossier, place: { ...place, kind: value } } };
  const others = Object.fromEntries(Object.entries(facts).filter(([name]) => name !== fact));
  return {
    ...draft,
    dossier: {
      ...draft.dossier,
      facts:
        value === null ? others : { ...others, [fact]: { value, source: "self", stated: today } },
      unsure: [...unsure.filter((name) => name !== fact), ...(value === null ? [fact] : [])],
    },
  };
}

/** What the rules say to the draft as it is, and which facts could still matter; undefined where they cannot be asked. */
export function judge(pack: Pack, draft: Pick<Draft, "dossier">, today: string) {
  const parsed = parseDossier(pack, { ...draft.dossier, on: today });
  if (!parsed.ok) return undefined;
  const explained = explainDossier(pack, parsed.value, { law: "all" });
  const asked = askDossier(pack, parsed.value, { law: "all" });
  if (!explained.ok || !asked.ok) return undefined;
  return { decision: explained.value.decision, open: asked.value.open };
}

export type Judged = NonNullable<ReturnType<typeof judge>>;

/** Whether departments answer it: every kind of record that it follows from is held by one (row E3). */
function isHeld({ vocabulary }: Pack, { records }: Fact): boolean {
  return (
    records.length > 0 &&
    records.every(
      (kind) => vocabulary.records.find(({ name }) => name === kind)?.heldBy !== undefined,
    )
  );
}

export type Proofs = {
  /** Papers that departments' records stand for. */
  readonly fetched: readonly PaperNeeded[];
  /** Papers that only the person has. */
  readonly yours: readonly PaperNeeded[];
  /** Facts that no department can answer and that were not asked yet. */
  readonly open: readonly Fact[];
};

/** Who proves what of a draft. */
export function proofsOf(
  pack: Pack,
  draft: Pick<Draft, "dossier">,
  judged: Judged | undefined,
): Proofs {
  if (judged === undefined) return { fetched: [], yours: [], open: [] };
  const { decision, open } = judged;
  const find = (name: string) => pack.vocabulary.facts.find((fact) => fact.name === name);
  const held = (name: string): boolean => {
    const fact = find(name);
    return fact !== undefined && isHeld(pack, fact);
  };
  const proving = decision.missing.flatMap(({ provedBy }) => provedBy);
  const papers = new Map(
    [...decision.papers, ...proving].map((each) => [each.paper, each] as const),
  );
  const given = new Set(answersIn(draft).map(({ fact }) => fact));
  // A paper that proves no fact says who somebody is: the register knows.
  const isFetched = ({ proves }: PaperNeeded) => proves.every(held);
  return {
    // While no ground holds, whatever might prove one would be a long list of what nobody has to bring.
    fetched: decision.papers.filter(isFetched),
    yours: [...papers.values()].filter((each) => !isFetched(each)),
    open: open.flatMap((name) => {
      const fact = find(name);
      return fact?.question === undefined || held(name) || given.has(name) ? [] : [fact];
    }),
  };
}
