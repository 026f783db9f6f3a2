import type { Outcome } from "./decision.ts";
import { formatDay } from "../calendar/day.ts";
import { dimensionOf } from "../check/units.ts";
import {
  FALSE,
  type Slots,
  TRUE,
  highSlot,
  isKnown,
  lowSlot,
  slotKind,
  slotName,
} from "../fold/facts.ts";
import type { CodeTerm, Core, OrderedTerm } from "../syntax/core.ts";
import { type Text, locales, type Locale } from "../text.ts";
import { setValue } from "../diagram/partition.ts";
import type { Change } from "../fold/what-if.ts";
import type { Fact, FieldType } from "../vocabulary/vocabulary.ts";

/** Formulas and values in plain words of both languages. */

export type FactByName = ReadonlyMap<string, Fact>;

const both = (say: (locale: Locale) => string): Text =>
  Object.fromEntries(locales.map((locale) => [locale, say(locale)])) as Text;

const units: Readonly<Record<string, Text>> = {
  years: { "zh-CN": "年", en: "years" },
  months: { "zh-CN": "个月", en: "months" },
  days: { "zh-CN": "天", en: "days" },
  yuan: { "zh-CN": "元", en: "yuan" },
  people: { "zh-CN": "人", en: "people" },
};

function amount(value: number, unit: string | undefined, locale: Locale): string {
  if (unit === undefined || unit === "units") return String(value);
  const word = units[unit]?.[locale] ?? unit;
  return locale === "en"
    ? `${value} ${value === 1 ? word.replace(/s$/, "") : word}`
    : `${value} ${word}`;
}

function duration(months: number, locale: Locale): string {
  return months % 12 === 0
    ? amount(months / 12, "years", locale)
    : amount(months, "months", locale);
}

/** A fact's value, null while nothing is known; bounds are said as bounds. */
export function valueInWords(fact: Fact, slots: Slots): Text | null {
  const { type } = fact;
  if (slotKind(type) !== "ordered") {
    if (!isKnown(slots, fact.name, type)) return null;
    const value = slots[slotName(fact.name)]!;
    if (type.kind === "boolean")
      return value === TRUE ? { "zh-CN": "是", en: "yes" } : { "zh-CN": "否", en: "no" };
    return type.kind === "enum" ? type.values[value]!.label : both(() => String(value));
  }
  const [low, high] = [slots[lowSlot(fact.name)]!, slots[highSlot(fact.name)]!];
  const say = (value: number, locale: Locale): string =>
    type.kind === "number" ? amount(value, type.unit, locale) : formatDay(value);
  if (low === high)
    return Number.isFinite(low)
      ? both((locale) => say(low, locale))
      : { "zh-CN": "没有", en: "none" };
  if (Number.isFinite(low) && Number.isFinite(high))
    return both((locale) => `${say(low, locale)} – ${say(high, locale)}`);
  if (Number.isFinite(low)) {
    return both((locale) =>
      locale === "en"
        ? type.kind === "number"
          ? `at least ${say(low, locale)}`
          : `${say(low, locale)} or later`
        : type.kind === "number"
          ? `至少 ${say(low, locale)}`
          : `不早于 ${say(low, locale)}`,
    );
  }
  if (Number.isFinite(high)) {
    return both((locale) =>
      locale === "en"
        ? type.kind === "number"
          ? `at most ${say(high, locale)}`
          : `${say(high, locale)} or earlier`
        : type.kind === "number"
          ? `至多 ${say(high, locale)}`
          : `不晚于 ${say(high, locale)}`,
    );
  }
  return null;
}

/** A value as a record or a person states it; a code as it is written where `placeOf` knows no place. */
export function statedInWords(
  type: FieldType,
  value: unknown,
  placeOf: (code: string) => Text | undefined,
): Text {
  const plain = String(value);
  switch (type.kind) {
    case "boolean":
      return value === true ? { "zh-CN": "是", en: "yes" } : { "zh-CN": "否", en: "no" };
    case "enum":
      return type.values.find(({ id }) => id === value)?.label ?? both(() => plain);
    case "code":
      return placeOf(plain) ?? both(() => plain);
    case "number":
      return both((locale) => amount(Number(value), type.unit, locale));
    case "date":
    case "month":
    case "text":
      return both(() => plain);
  }
}

/** A condition without parts, in words. */
export function conditionInWords(core: Core, facts: FactByName): Text {
  switch (core.op) {
    case "constant":
      return core.value
        ? { "zh-CN": "总是成立", en: "always" }
        : { "zh-CN": "从不成立", en: "never" };
    case "holds":
      return labelOf(core.read, facts);
    case "not": {
      const inner = conditionInWords(core.of, facts);
      if (core.of.op === "le") return inequality(core.of.right, core.of.left, facts, true);
      return { "zh-CN": `并非：${inner["zh-CN"]}`, en: `not: ${inner.en}` };
    }
    case "is": {
      const { term, values } = core;
      return both(
        (locale) =>
          `${termInWords(term, facts)[locale]}${locale === "en" ? ": " : "："}${values.map((value) => codeInWords(term, value, facts)[locale]).join(locale === "en" ? " or " : "、")}`,
      );
    }
    case "same": {
      const [left, right] = [termInWords(core.left, facts), termInWords(core.right, facts)];
      return {
        "zh-CN": `${left["zh-CN"]}与${right["zh-CN"]}相同`,
        en: `${left.en} is the same as ${right.en}`,
      };
    }
    case "le":
      return inequality(core.left, core.right, facts, false);
    case "named":
      return facts.get(core.fact)?.label ?? both(() => core.fact);
    default:
      return { "zh-CN": "以下条件", en: "these conditions" };
  }
}

/** `left <= right`, or `left < right` when strict. */
function inequality(
  left: OrderedTerm,
  right: OrderedTerm,
  facts: FactByName,
  strict: boolean,
): Text {
  if (left.op === "add-months" && right.op === "on" && !strict) {
    const start = orderedInWords(left.of, facts);
    return {
      "zh-CN": `${start["zh-CN"]}：到所问那天已满 ${duration(left.months, "zh-CN")}`,
      en: `${start.en}: ${duration(left.months, "en")} or more before the day asked about`,
    };
  }
  const unit = unitOf(left, facts) ?? unitOf(right, facts);
  const isDay = datesIn(left, facts) || datesIn(right, facts);
  const [a, b] = [
    orderedInWords(left, facts, unit, isDay),
    orderedInWords(right, facts, unit, isDay),
  ];
  if (left.op === "number")
    return both((locale) => `${b[locale]} ${strict ? ">" : "≥"} ${a[locale]}`);
  return both((locale) => `${a[locale]} ${strict ? "<" : "≤"} ${b[locale]}`);
}

function orderedInWords(term: OrderedTerm, facts: FactByName, unit?: string, isDay = false): Text {
  switch (term.op) {
    case "number":
      return isDay
        ? both(() => formatDay(term.value))
        : both((locale) =>
            amount(term.value / (unit === undefined ? 1 : dimensionOf(unit).factor), unit, locale),
          );
    case "on":
      return { "zh-CN": "所问那天", en: "the day asked about" };
    case "read-ordered":
      return labelOf(term.read, facts);
    case "add-months": {
      const of = orderedInWords(term.of, facts, unit, isDay);
      return both(
        (locale) =>
          `${of[locale]} ${term.months < 0 ? "−" : "+"} ${duration(Math.abs(term.months), locale)}`,
      );
    }
    case "add": {
      const [left, right] = [
        orderedInWords(term.left, facts, unit, isDay),
        orderedInWords(term.right, facts, unit, isDay),
      ];
      return both((locale) => `${left[locale]} + ${right[locale]}`);
    }
    case "scale": {
      const of = orderedInWords(term.of, facts, unit, isDay);
      return both((locale) =>
        term.by === 12 || term.by === 7 ? of[locale] : `${term.by} × ${of[locale]}`,
      );
    }
    default:
      return both((locale) => (locale === "en" ? "a computed value" : "计算所得的值"));
  }
}

function unitOf(term: OrderedTerm, facts: FactByName): string | undefined {
  if (term.op === "read-ordered" && term.read.from === "fact") {
    const type = facts.get(term.read.name)?.type;
    return type?.kind === "number" ? type.unit : undefined;
  }
  if (term.op === "add" || term.op === "min" || term.op === "max")
    return unitOf(term.left, facts) ?? unitOf(term.right, facts);
  return term.op === "scale" || term.op === "divide" ? unitOf(term.of, facts) : undefined;
}

function datesIn(term: OrderedTerm, facts: FactByName): boolean {
  if (term.op === "on") return true;
  if (term.op === "read-ordered" && term.read.from === "fact")
    return facts.get(term.read.name)?.type.kind === "date";
  if (term.op === "add") return datesIn(term.left, facts) || datesIn(term.right, facts);
  return term.op === "add-months";
}

function labelOf(
  read:
    | { readonly from: "fact"; readonly name: string }
    | { readonly from: "item"; readonly field: string },
  facts: FactByName,
): Text {
  const name = read.from === "fact" ? read.name : read.field;
  return facts.get(name)?.label ?? both(() => name);
}

function termInWords(term: CodeTerm, facts: FactByName): Text {
  if (term.op === "read-code") return labelOf(term.read, facts);
  if (term.op === "prefecture") {
    const of = termInWords(term.of, facts);
    return { "zh-CN": `${of["zh-CN"]}所在的地（州、市）`, en: `prefecture of ${of.en}` };
  }
  return both(() => "");
}

function codeInWords(term: CodeTerm, value: number, facts: FactByName): Text {
  const fact =
    term.op === "read-code" && term.read.from === "fact" ? facts.get(term.read.name) : undefined;
  return fact?.type.kind === "enum" ? fact.type.values[value]!.label : both(() => String(value));
}

/** An outcome, inside a sentence. */
export function outcomeInWords(outcome: Outcome): Text {
  return {
    granted: { "zh-CN": "符合", en: "yes" },
    refused: { "zh-CN": "不符合", en: "no" },
    unknown: { "zh-CN": "还不清楚", en: "not known yet" },
    refer: { "zh-CN": "由人决定", en: "a person decides" },
  }[outcome];
}

export const truthName = (truth: number): "true" | "false" | "unknown" =>
  truth === TRUE ? "true" : truth === FALSE ? "false" : "unknown";

/** What is taken to go on: in the vocabulary's own words, or by the fact's label. */
export function assumptionInWords(fact: Fact): Text {
  if (fact.goesOn !== undefined) return fact.goesOn;
  return {
    "zh-CN": `${fact.label["zh-CN"]}：一直继续，没有中断`,
    en: `${fact.label.en}: this goes on without a break`,
  };
}

/** What a proposed change would make so. */
export function changeInWords({ fact, value, low, high }: Change): Text {
  if (slotKind(fact.type) !== "ordered" || low === high) {
    const slots: Slots = {};
    setValue(slots, fact, value);
    return valueInWords(fact, slots) ?? both(() => String(value));
  }
  const slots: Slots = { [lowSlot(fact.name)]: low, [highSlot(fact.name)]: high };
  return valueInWords(fact, slots) ?? { "zh-CN": "任意", en: "any" };
}
