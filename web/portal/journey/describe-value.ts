import type { Fact, Pack, Text } from "../../../src/policy/browser.ts";
import type { Messages } from "../../i18n/messages.ts";
import { notYet, type Answer } from "./journey.ts";

/** A given answer in words. */
export function describeAnswer(
  fact: Fact,
  { value }: Answer,
  pack: Pack,
  m: Messages,
  say: (text: Text) => string,
): string {
  const { type } = fact;
  if (value === null) return m.said.unsure;
  if (value === notYet) return m.question.notYet;
  switch (type.kind) {
    case "boolean":
      return value === true ? m.question.yes : m.question.no;
    case "number":
      return `${value} ${m.unit(type.unit, Number(value))}`;
    case "date":
      return m.day(String(value));
    case "enum": {
      const chosen = type.values.find(({ id }) => id === value);
      return chosen === undefined ? String(value) : say(chosen.label);
    }
    case "code": {
      const place = pack.places.find(({ code }) => code.startsWith(String(value)));
      return place === undefined ? String(value) : say(place.name);
    }
  }
}
