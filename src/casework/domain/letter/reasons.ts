// From the engine's tree of reasons to sentences that a resident reads: what holds, or what stands in the way.
import type { Explanation, FactSeen, GroundReasons, Reason, Text } from "../../../policy/index.ts";
import type { GivenReason } from "../action.ts";
import { both, joined } from "./letter.ts";

/** What is decided, as far as the reasons depend on it. */
type Deciding = { readonly grants: boolean; readonly clause: string };

/**
 * For a grant, the grounds that hold with the facts they rest on; for a refusal, every ground with what it lacks. Where
 * the decision is not what the rules come to, that is said instead: the person's own reason stands below.
 */
export function reasonsOf(
  explanation: Explanation,
  { grants, clause }: Deciding,
): readonly GivenReason[] {
  const { decision, grounds } = explanation;
  const granted = decision.outcome === "granted";
  if (grants) {
    if (!granted) return [{ clause, text: foundByPerson }];
    return grounds.filter(({ outcome }) => outcome === "granted").map(whyGranted);
  }
  if (granted) return [{ clause, text: notFollowed }];
  return [
    ...grounds.filter(({ outcome }) => outcome !== "granted").map(whyNot),
    ...unheld(explanation),
  ];
}

const foundByPerson = both(
  "规则没有得出准予的结论；经办人认定符合这一条，理由写在下面。",
  "The rules did not come to a grant. The person who decided finds that this clause is met, for the reason below.",
);

const notFollowed = both(
  "规则的意见是符合；经办人没有采纳，理由写在下面。",
  "The rules advise a grant. The person who decided did not follow them, for the reason below.",
);

/** Texts that count there and are not kept here refuse nobody by themselves. */
function unheld({ decision }: Explanation): readonly GivenReason[] {
  const texts = decision.asOf.texts.filter(({ held }) => !held);
  if (texts.length === 0) return [];
  const titles = (locale: "zh-CN" | "en") => texts.map(({ title }) => title[locale]);
  const text = both(
    `${titles("zh-CN")
      .map((title) => `《${title}》`)
      .join("")}没有收录，规则不能替它们得出不予的结论，由经办人判断。`,
    `Texts that are not kept here also count (${titles("en").join("; ")}); the rules cannot refuse for them, so a person decides.`,
  );
  return [{ clause: "K3", text }];
}

function whyGranted({ title, clause, tree }: GroundReasons): GivenReason {
  const facts = said(tree, "true");
  const text = both(`符合“${title["zh-CN"]}”这一条`, `The ground "${title.en}" holds`);
  return { clause, text: withDetail(text, facts) };
}

function whyNot({ title, clause, tree, outcome }: GroundReasons): GivenReason {
  if (outcome === "refer") {
    const text = both(
      `“${title["zh-CN"]}”这一条要由有权机关决定`,
      `The ground "${title.en}" is for another authority to decide`,
    );
    return { clause, text: withDetail(text, []) };
  }
  const open = outcome === "unknown";
  const text = open
    ? both(`“${title["zh-CN"]}”这一条还定不下来`, `The ground "${title.en}" is still open`)
    : both(`不符合“${title["zh-CN"]}”这一条`, `The ground "${title.en}" does not hold`);
  return { clause, text: withDetail(text, said(tree, open ? "unknown" : "false")) };
}

function withDetail(text: Text, details: readonly Text[]): Text {
  if (details.length === 0) return both(`${text["zh-CN"]}。`, `${text.en}.`);
  const detail = joined(details);
  return both(`${text["zh-CN"]}：${detail["zh-CN"]}。`, `${text.en}: ${detail.en}.`);
}

/** What makes a tree true, false or unknown: the conditions that force it, in words, with what is known about each. */
function said(tree: Reason, truth: Reason["truth"]): readonly Text[] {
  if (tree.kind === "condition")
    return tree.truth === truth && !(truth === "true" && isPlace(tree)) ? [condition(tree)] : [];
  if (tree.kind === "not") {
    const inner = truth === "true" ? "false" : truth === "false" ? "true" : "unknown";
    return tree.of.flatMap((part) => said(part, inner));
  }
  if (tree.kind === "named") {
    const of = tree.of.flatMap((part) => said(part, truth));
    return of.length > 0 || tree.truth !== truth ? of : [withState(tree.label, truth)];
  }
  const parts = tree.of.map((part) => said(part, truth)).filter((texts) => texts.length > 0);
  // One of these would have been enough, and none is there.
  if (tree.kind === "any" && truth !== "true" && parts.length > 1) {
    const choice = joined(parts.map((texts) => joined(texts)));
    return [both(`以下各项都不具备（${choice["zh-CN"]}）`, `none of these is met (${choice.en})`)];
  }
  return parts.flat();
}

const isPlace = ({ facts }: Extract<Reason, { kind: "condition" }>): boolean =>
  facts.every(({ sources }) => sources.some(({ record }) => record === "place"));

/** A condition with what is known about each of its facts; the place was chosen and proves nothing. */
function condition({ text, truth, facts }: Extract<Reason, { kind: "condition" }>): Text {
  const known = facts.flatMap((fact) => factInWords(fact, text.en === fact.label.en) ?? []);
  const state = withState(text, truth);
  if (known.length === 0) return state;
  const detail = joined(known);
  return both(`${state["zh-CN"]}（${detail["zh-CN"]}）`, `${state.en} (${detail.en})`);
}

const withState = (text: Text, truth: Reason["truth"]): Text =>
  truth === "true"
    ? text
    : truth === "false"
      ? both(`不满足：${text["zh-CN"]}`, `not met: ${text.en}`)
      : both(`还不知道：${text["zh-CN"]}`, `not known yet: ${text.en}`);

/** The value of a fact and who said so; where the condition is the fact itself, only who said so. */
function factInWords({ label, value, sources }: FactSeen, isItself: boolean): Text | undefined {
  if (value === null) return undefined;
  const from = sourcesInWords(sources);
  if (isItself) return from && both(`据${from["zh-CN"]}`, `according to ${from.en}`);
  const [zh, en] = [`${label["zh-CN"]}：${value["zh-CN"]}`, `${label.en}: ${value.en}`];
  return from === undefined
    ? both(zh, en)
    : both(`${zh}，据${from["zh-CN"]}`, `${en}, according to ${from.en}`);
}

function sourcesInWords(sources: FactSeen["sources"]): Text | undefined {
  const said = sources
    .filter(({ record }) => record !== "place")
    .map(({ by, stated }) =>
      stated === null ? by : both(`${by["zh-CN"]}${stated}`, `${by.en} on ${stated}`),
    );
  const each = [...new Map(said.map((text) => [text.en, text])).values()];
  return each.length === 0 ? undefined : joined(each);
}
