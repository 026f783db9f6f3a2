import { fill } from "../problem/problem.ts";
import type { Rule } from "../rulebook/pack.ts";
import { type Locale, locales, type Text } from "../text.ts";
import type { FindingKind } from "./finding.ts";

const templates: Readonly<Record<FindingKind, Text>> = {
  unreachable: {
    "zh-CN": "规则 {first} 没有人能够符合",
    en: "nobody can meet rule {first}",
  },
  "needless-condition": {
    "zh-CN": "规则 {first} 里的“{part}”不起作用：去掉它，结果不变",
    en: 'in rule {first}, "{part}" makes no difference: the rule says the same without it',
  },
  overlap: {
    "zh-CN": "凡符合 {first} 的人都已经符合 {second}",
    en: "whoever meets {first} already meets {second}",
  },
  gap: {
    "zh-CN": "{instrument} 对这样的地方没有任何规定：那里所有人都得到“不符合”",
    en: "{instrument} says nothing about such a place: everybody there is refused",
  },
  cliff: {
    "zh-CN": "“{fact}”多过一天（或多一个月），就从符合变成不符合",
    en: 'one day (or month) more of "{fact}" turns a yes into a no',
  },
  "stricter-than-above": {
    "zh-CN": "上位文件的 {first}（{firstClause}）允许这个人，当地文件不允许",
    en: "{first} ({firstClause}) of a text above allows this person, the local text does not",
  },
  "depends-on": {
    "zh-CN": "结果取决于“{fact}”：{first}时{firstOutcome}，{second}时{secondOutcome}",
    en: 'the answer depends on "{fact}": {first} gives {firstOutcome}, {second} gives {secondOutcome}',
  },
  "clauses-conflict": {
    "zh-CN": "{secondClause} 比 {firstClause} 宽：这个人按前者可以，按后者不可以",
    en: "{secondClause} is wider than {firstClause}: it would allow this person, who is not granted otherwise",
  },
};

/** A finding in words. */
export function messages(
  kind: FindingKind,
  rules: readonly Rule[],
  words: Readonly<Record<string, Text | string>>,
): Text {
  const say = (locale: Locale): string => {
    const [first, second] = rules;
    const own = Object.fromEntries(
      Object.entries(words).map(([name, word]) => [
        name,
        typeof word === "string" ? word : word[locale],
      ]),
    );
    return fill(templates[kind][locale], {
      first: first?.id ?? "",
      second: second?.id ?? "",
      firstClause: first?.clause ?? "",
      secondClause: second?.clause ?? "",
      ...own,
    });
  };
  return Object.fromEntries(locales.map((locale) => [locale, say(locale)])) as Text;
}
