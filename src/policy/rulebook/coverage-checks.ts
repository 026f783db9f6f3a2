import { suggested } from "../check/suggest.ts";
import type { Place, Problem } from "../problem/problem.ts";
import type { SkeletonArticle, SkeletonSentence, Skeletons } from "./coverage-files.ts";
import type { Pack, Rule } from "./pack.ts";

/** Everything that is unaccounted for, counted wrongly or named wrongly. */
export function coverageProblems(pack: Pack, skeletons: Skeletons): readonly Problem[] {
  const { articles, sentences, rows } = skeletons;
  // A file that cannot be read would leave all its sentences open as well.
  if (skeletons.problems.length > 0) return skeletons.problems;
  return [
    ...undescribed(pack, skeletons),
    ...repeated(
      articles.map(({ instrument, clause, at }) => ({ key: instrument, name: clause, at })),
    ),
    ...repeated(rows.map(({ row, at }) => ({ key: "", name: row, at }))),
    ...uncounted(skeletons),
    ...sentences.flatMap((sentence) => misnamed(sentence, pack, skeletons)),
    ...unnamed(pack, skeletons),
  ];
}

/** A text that decides somewhere needs a skeleton, and a skeleton needs a text. */
function undescribed(
  { chains, instruments, rules }: Pack,
  skeletons: Skeletons,
): readonly Problem[] {
  const known = instruments.map(({ id }) => id);
  const own = new Set(chains.map((chain) => chain.instruments.at(-1)!));
  const missing = [...own].filter(
    (id) =>
      rules.some(({ instrument }) => instrument === id) &&
      !skeletons.articles.some(({ instrument }) => instrument === id),
  );
  return [
    ...missing.map((name) => ({ code: "no-coverage", params: { name }, at: { file: "coverage" } })),
    ...skeletons.instruments
      .filter(({ id }) => !known.includes(id))
      .map(({ id, at }) => ({
        code: "unknown-instrument",
        params: { name: id },
        at,
        ...suggested(id, known),
      })),
  ];
}

type Declared = { readonly key: string; readonly name: string; readonly at: Place };

const repeated = (declared: readonly Declared[]): readonly Problem[] =>
  declared
    .filter(
      ({ key, name }, index) =>
        declared.findIndex((other) => other.key === key && other.name === name) < index,
    )
    .map(({ name, at }) => ({ code: "declared-twice", params: { name }, at }));

const keyOf = ({ instrument, clause }: SkeletonArticle | SkeletonSentence): string =>
  `${instrument} ${clause}`;

/** The sentences of each article are 1 to n, as counted in the source, each once. */
function uncounted({ articles, sentences }: Skeletons): readonly Problem[] {
  const counts = new Map(articles.map((article) => [keyOf(article), article.sentences]));
  const seen = new Set<string>();
  const wrong = sentences.flatMap((entry): readonly Problem[] => {
    const { clause, sentence, instrument, place } = entry;
    const params = { name: clause, sentence };
    const count = counts.get(keyOf(entry));
    if (count === undefined) {
      const known = articles.filter((article) => article.instrument === instrument);
      const near = suggested(
        clause,
        known.map((article) => article.clause),
      );
      return [{ code: "unknown-clause", params, at: place("clause"), ...near }];
    }
    if (sentence > count)
      return [{ code: "no-such-sentence", params: { ...params, count }, at: place("sentence") }];
    const key = `${keyOf(entry)} ${sentence}`;
    if (seen.has(key)) return [{ code: "covered-twice", params, at: place("sentence") }];
    seen.add(key);
    return [];
  });
  const gaps = articles.flatMap((article) => {
    const { clause: name, sentences: count, at } = article;
    return Array.from({ length: count }, (_, index) => index + 1)
      .filter((sentence) => !seen.has(`${keyOf(article)} ${sentence}`))
      .map((sentence) => ({ code: "unaccounted-for", params: { name, sentence, count }, at }));
  });
  return [...wrong, ...gaps];
}

/** Names under `became` that there are not, and rules that rest on another clause. */
function misnamed(
  { became, clause, instrument, place }: SkeletonSentence,
  pack: Pack,
  { rows }: Skeletons,
): readonly Problem[] {
  const unknown = (
    key: "rules" | "facts" | "prohibitions" | "rows",
    code: string,
    known: readonly string[],
  ): readonly Problem[] =>
    (became[key] ?? []).flatMap((name, index) =>
      known.includes(name)
        ? []
        : [{ code, params: { name }, at: place("became", key, index), ...suggested(name, known) }],
    );
  const elsewhere = (became.rules ?? []).flatMap((name, index): readonly Problem[] => {
    const versions = pack.rules.filter(({ id }) => id === name);
    const [rule] = versions;
    if (rule === undefined || versions.some((version) => restsOn(version, instrument, clause)))
      return [];
    const params = { name, clause, found: `${rule.instrument} ${rule.clause}` };
    return [{ code: "rule-of-other-clause", params, at: place("became", "rules", index) }];
  });
  return [
    ...unknown(
      "rules",
      "unknown-rule",
      pack.rules.map(({ id }) => id),
    ),
    ...elsewhere,
    ...unknown(
      "facts",
      "unknown-name",
      pack.vocabulary.facts.map(({ name }) => name),
    ),
    ...unknown(
      "prohibitions",
      "unknown-prohibition",
      pack.prohibitions.map(({ id }) => id),
    ),
    ...unknown(
      "rows",
      "unknown-row",
      rows.map(({ row }) => row),
    ),
  ];
}

/** The rule's clause is the sentence's, the article around it or an item in it; what answers a text's silence has none. */
const restsOn = (rule: Rule, instrument: string, clause: string): boolean =>
  rule.instrument === instrument &&
  (rule.clause === "—" ||
    `${rule.clause}.`.startsWith(`${clause}.`) ||
    `${clause}.`.startsWith(`${rule.clause}.`));

/** Rules of a described document that no sentence of it names: nobody could say what they rest on. */
function unnamed(pack: Pack, { articles, sentences }: Skeletons): readonly Problem[] {
  const described = new Set(articles.map(({ instrument }) => instrument));
  const named = new Set(
    sentences.flatMap(({ instrument, became }) =>
      (became.rules ?? []).map((rule) => `${instrument} ${rule}`),
    ),
  );
  return pack.rules
    .filter(({ id, instrument }, index) => {
      const version = pack.rules.findIndex(
        (other) => other.id === id && other.instrument === instrument,
      );
      return version === index && described.has(instrument) && !named.has(`${instrument} ${id}`);
    })
    .map(({ id, clause, at }) => ({ code: "unnamed-rule", params: { name: id, clause }, at }));
}
