import type { Problem } from "../problem/problem.ts";
import type { Text } from "../text.ts";
import { coverageProblems } from "./coverage-checks.ts";
import { type SkeletonSentence, readCoverageFiles } from "./coverage-files.ts";
import type { PackFile } from "./load.ts";
import type { Pack } from "./pack.ts";

/** What carries a sentence of a document: the rulebook, rows still to come, or nothing, where it only informs. */
export type Became = {
  readonly rules: readonly string[];
  /** Facts that carry a definition. */
  readonly facts: readonly string[];
  readonly prohibitions: readonly string[];
  readonly rows: readonly string[];
  readonly information: boolean;
};

export type CoveredSentence = {
  readonly sentence: number;
  /** In our own words. */
  readonly says: Text;
  readonly became: Became;
  /** The page that tells which safe form is built instead. */
  readonly departure: string | null;
};

export type CoveredArticle = {
  readonly part: Text;
  readonly clause: string;
  readonly title: Text;
  /** How many sentences the document has here. */
  readonly sentences: number;
  readonly covered: readonly CoveredSentence[];
};

export type CoveredDocument = {
  readonly instrument: string;
  readonly title: Text;
  readonly articles: readonly CoveredArticle[];
};

/** Sentences by what became of them; one sentence can count under several kinds. */
export type CoverageTotals = {
  readonly sentences: number;
  readonly rules: number;
  readonly facts: number;
  readonly prohibitions: number;
  readonly rows: number;
  readonly information: number;
  readonly departures: number;
  /** Of which nobody said what became. */
  readonly open: number;
};

export type Coverage = {
  readonly documents: readonly CoveredDocument[];
  readonly rows: readonly { readonly row: string; readonly title: Text }[];
  readonly totals: CoverageTotals;
  readonly problems: readonly Problem[];
};

/**
 * What became of every sentence of the documents that a pack puts into force, and what is unaccounted for.
 * @param files the folder's files; those that are no coverage files are passed over
 */
export function coverageOf(pack: Pack, files: readonly PackFile[]): Coverage {
  const skeletons = readCoverageFiles(files);
  const documents = pack.instruments
    .map(({ id, title }) => ({
      instrument: id,
      title,
      articles: skeletons.articles
        .filter(({ instrument }) => instrument === id)
        .map(({ part, clause, title: name, sentences }) => ({
          part,
          clause,
          title: name,
          sentences,
          covered: skeletons.sentences
            .filter((entry) => entry.instrument === id && entry.clause === clause)
            .toSorted((a, b) => a.sentence - b.sentence)
            .map(covered),
        })),
    }))
    .filter(({ articles }) => articles.length > 0);
  return {
    documents,
    rows: skeletons.rows.map(({ row, title }) => ({ row, title })),
    totals: totalsOf(documents),
    problems: coverageProblems(pack, skeletons),
  };
}

function covered({ sentence, says, became, departure }: SkeletonSentence): CoveredSentence {
  const { rules = [], facts = [], prohibitions = [], rows = [], information = false } = became;
  return {
    sentence,
    says,
    became: { rules, facts, prohibitions, rows, information },
    departure: departure ?? null,
  };
}

function totalsOf(documents: readonly CoveredDocument[]): CoverageTotals {
  const articles = documents.flatMap((document) => document.articles);
  const sentences = articles.reduce((sum, article) => sum + article.sentences, 0);
  const entries = articles.flatMap((article) => {
    const counted = article.covered.filter(({ sentence }) => sentence <= article.sentences);
    return [...new Map(counted.map((entry) => [entry.sentence, entry])).values()];
  });
  const having = (has: (entry: CoveredSentence) => boolean): number => entries.filter(has).length;
  return {
    sentences,
    rules: having(({ became }) => became.rules.length > 0),
    facts: having(({ became }) => became.facts.length > 0),
    prohibitions: having(({ became }) => became.prohibitions.length > 0),
    rows: having(({ became }) => became.rows.length > 0),
    information: having(({ became }) => became.information),
    departures: having(({ departure }) => departure !== null),
    open: sentences - entries.length,
  };
}
