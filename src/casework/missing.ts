// What is missing, in the rulebook's words, and why the person is asked although a department holds it (row E3).
import type { Pack } from "../policy/index.ts";
import type { Advised } from "./advise.ts";
import type { MissingItem } from "./domain/action.ts";

const notFetched = {
  waiting: {
    "zh-CN": "已向有关部门查询，还没有答复",
    en: "the department was asked and has not answered yet",
  },
  refused: {
    "zh-CN": "有关部门没有提供",
    en: "the department did not give it",
  },
  unreachable: {
    "zh-CN": "联系不上有关部门",
    en: "the department cannot be reached",
  },
  "called-off": {
    "zh-CN": "申请撤回后不再查询",
    en: "nobody is asked any more since the application was withdrawn",
  },
};

/** Finds a fact or a paper of the rulebook by its name, as a notice names it. */
export function missingItems(
  { vocabulary, rules }: Pack,
  advised: Advised | undefined,
): (key: string) => Omit<MissingItem, "arisen"> | undefined {
  return (key) => {
    const fact = vocabulary.facts.find(({ name }) => name === key);
    if (fact !== undefined) {
      const ground = advised?.explanation.decision.grounds.find(({ missing }) =>
        missing.some((each) => each.fact === key),
      );
      const away = advised?.open.find(({ kinds }) =>
        kinds.some((kind) => fact.records.includes(kind)),
      );
      return {
        key,
        label: fact.label,
        clause: ground?.clause ?? advised?.advice.grounds[0]?.clause ?? "E3",
        notFetched: away === undefined ? null : notFetched[away.state],
      };
    }
    const paper = vocabulary.papers.find(({ id }) => id === key);
    const asking = rules.find(({ papers }) => papers.includes(key));
    return (
      paper && {
        key,
        label: paper.label,
        clause: asking?.clause ?? "K3",
        notFetched: null,
      }
    );
  };
}

/** What the rules would still have to know: what waits for a department is not asked of the person yet. */
export function missingIn(pack: Pack, advised: Advised): readonly Omit<MissingItem, "arisen">[] {
  const find = missingItems(pack, advised);
  const waiting = new Set(
    advised.open.flatMap(({ state, kinds }) => (state === "waiting" ? kinds : [])),
  );
  return advised.explanation.decision.missing.flatMap(({ fact, state }) => {
    if (state === "unmet") return [];
    const records = pack.vocabulary.facts.find(({ name }) => name === fact)?.records ?? [];
    if (records.some((kind) => waiting.has(kind))) return [];
    const item = find(fact);
    return item === undefined ? [] : [item];
  });
}

/** What else a notice can name: other open facts of the grounds, and papers that prove what is missing or that a ground asks. */
export function askableIn(pack: Pack, advised: Advised): readonly Omit<MissingItem, "arisen">[] {
  const find = missingItems(pack, advised);
  const known = new Set(missingIn(pack, advised).map(({ key }) => key));
  const { grounds, papers } = advised.explanation.decision;
  const facts = grounds.flatMap(({ missing }) =>
    missing.flatMap(({ fact, state }) => (state === "unmet" ? [] : [fact])),
  );
  const proving = [...known, ...facts].flatMap(
    (fact) => pack.vocabulary.facts.find(({ name }) => name === fact)?.provedBy ?? [],
  );
  const keys = new Set([...facts, ...papers.map(({ paper }) => paper), ...proving]);
  return [...keys].filter((key) => !known.has(key)).flatMap((key) => find(key) ?? []);
}
