import {
  canBeNone,
  type Dossier,
  type Fact,
  type Pack,
  type PlainValue,
  type Text,
} from "../policy/index.ts";

/** What a line typed as an answer means. */
export type Answer =
  | { readonly kind: "back" | "why" | "quit" | "unsure" | "nothing" }
  | { readonly kind: "value"; readonly value: PlainValue }
  /** No answer of the kind that is asked for. */
  | { readonly kind: "other" };

const commands: ReadonlyMap<string, "back" | "why" | "quit" | "unsure" | "nothing"> = new Map([
  ["", "nothing"],
  ...["?", "不知道", "不清楚"].map((word) => [word, "unsure"] as const),
  ...["b", "back", "返回", "上一题"].map((word) => [word, "back"] as const),
  ...["w", "why", "为什么"].map((word) => [word, "why"] as const),
  ...["q", "quit", "exit", "退出"].map((word) => [word, "quit"] as const),
]);

const truths: ReadonlyMap<string, boolean> = new Map([
  ...["y", "yes", "是", "有", "对"].map((word) => [word, true] as const),
  ...["n", "no", "否", "没有", "不是", "不"].map((word) => [word, false] as const),
]);

const noneWords: ReadonlySet<string> = new Set(["none", "没有", "无"]);

/** Reads a line as an answer to the question about a fact; whether the value will do, the dossier's reader says. */
export function readAnswer(line: string, fact: Fact, { places }: Pack): Answer {
  // Full-width letters, digits and marks, as Chinese keyboards write them, count as plain ones.
  const text = line.normalize("NFKC").trim();
  const word = text.toLowerCase();
  const command = commands.get(word);
  if (command !== undefined) return { kind: command };
  const { type } = fact;
  switch (type.kind) {
    case "boolean":
      return valueOr(truths.get(word));
    case "number":
      return valueOr(/^-?\d{1,9}(?:\.\d{1,6})?$/.test(text) ? Number(text) : undefined);
    case "enum": {
      const chosen = /^\d{1,3}$/.test(text) ? type.values[Number(text) - 1] : undefined;
      const said = type.values.find(({ id, label }) => id === word || isNamed(label, word));
      return valueOr((chosen ?? said)?.id);
    }
    case "date":
      if (canBeNone(fact) && noneWords.has(word)) return { kind: "value", value: "none" };
      return valueOr(/\d/.test(text) ? text : undefined);
    case "code":
      return valueOr(
        places.find(({ name }) => isNamed(name, word))?.code ??
          (/^\d+$/.test(text) ? text : undefined),
      );
  }
}

const isNamed = (name: Text, word: string): boolean =>
  Object.values(name).some((own) => own.normalize("NFKC").toLowerCase() === word);

const valueOr = (value: PlainValue | undefined): Answer =>
  value === undefined ? { kind: "other" } : { kind: "value", value };

/** The dossier with one more answer, still to be checked: the place's own facts belong to the place. */
export function withAnswer(dossier: Dossier, fact: string, value: PlainValue): unknown {
  if (fact.startsWith("place."))
    return { ...dossier, place: { ...dossier.place, [fact.slice("place.".length)]: value } };
  return { ...dossier, facts: { ...dossier.facts, [fact]: { value, source: "self" } } };
}
