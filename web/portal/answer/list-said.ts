import type { Pack, PlainRecord, Text } from "../../../src/policy/browser.ts";
import type { Messages } from "../../i18n/messages.ts";
import { listRelations, readTogether } from "../family/family.ts";
import { describeAnswer } from "../journey/describe-value.ts";
import type { Journey } from "../journey/journey.ts";
import { describePlaceAndKind } from "./decisive.ts";

export type SaidItem = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly edit: { readonly page: "place" | "kind" | "family" | "question" };
};

/** Place, kind, family, then each answer, as the person gave them. */
export function listSaid(
  pack: Pack,
  journey: Journey,
  m: Messages,
  say: (text: Text) => string,
): readonly SaidItem[] {
  const { place, kind } = describePlaceAndKind(pack, journey, say);
  const answers = journey.answers.flatMap((answer): readonly SaidItem[] => {
    const fact = pack.vocabulary.facts.find(({ name }) => name === answer.fact);
    if (fact === undefined) return [];
    const value = describeAnswer(fact, answer, pack, m, say);
    return [{ key: fact.name, label: say(fact.label), value, edit: { page: "question" } }];
  });
  const family = (journey.family ?? []).map((member) => describeMember(pack, member, m, say));
  return [
    ...(place === ""
      ? []
      : [{ key: "place", label: m.said.place, value: place, edit: { page: "place" } } as const]),
    ...(kind === ""
      ? []
      : [{ key: "kind", label: m.said.kind, value: kind, edit: { page: "kind" } } as const]),
    ...(journey.family === null
      ? []
      : [
          {
            key: "family",
            label: m.said.family,
            value: family.length === 0 ? m.said.alone : m.list(family),
            edit: { page: "family" },
          } as const,
        ]),
    ...answers,
  ];
}

function describeMember(
  pack: Pack,
  member: PlainRecord,
  m: Messages,
  say: (text: Text) => string,
): string {
  const relation = listRelations(pack.vocabulary).find(({ id }) => id === member["relation"]);
  const label = relation === undefined ? String(member["relation"]) : say(relation.label);
  return readTogether(member) === "no" ? m.said.apart(label) : label;
}
