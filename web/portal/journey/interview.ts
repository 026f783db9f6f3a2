import {
  askDossier,
  type Dossier,
  type Fact,
  type Interview,
  type Pack,
  type PlainValue,
  type Question,
} from "../../../src/policy/browser.ts";

type Asked = {
  readonly pack: Pack;
  readonly dossier: Dossier;
  readonly question: Question;
  readonly interview: Interview;
};

/**
 * The engine's best question; or one of the subject that was begun, where that is expected to take no
 * more questions. Jumping between home, work and family tires, but less than being asked in vain.
 */
export function chooseQuestion(asked: Asked, lastFact: string | undefined): Fact | undefined {
  const { pack, interview } = asked;
  const find = (name: string | undefined) =>
    pack.vocabulary.facts.find((fact) => fact.name === name);
  const best = find(interview.next?.fact);
  const topic = find(lastFact)?.topic;
  if (best === undefined || topic === undefined || best.topic === topic) return best;
  const limit = costOf(best, asked);
  if (limit === undefined) return best;
  return (
    interview.open
      .map(find)
      .find(
        (fact) =>
          fact?.topic === topic &&
          fact.question !== undefined &&
          (costOf(fact, asked) ?? Infinity) <= limit + 1e-9,
      ) ?? best
  );
}

/** Questions likely left after this one, on average over its answers; undefined where those are no short list. */
function costOf({ name, type }: Fact, { pack, dossier, question }: Asked): number | undefined {
  const values: readonly PlainValue[] | undefined =
    type.kind === "boolean" ? [true, false] : undefined;
  if (values === undefined) return undefined;
  let sum = 0;
  for (const value of values) {
    const facts = { ...dossier.facts, [name]: { value } };
    const after = askDossier(pack, { ...dossier, facts }, question);
    if (!after.ok) return undefined;
    sum += after.value.expected;
  }
  return sum / values.length;
}
