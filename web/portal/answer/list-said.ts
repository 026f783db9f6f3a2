import type { Pack, PlainRecord, Text } from "../../../src/policy/browser.ts";
import type { Messages } from "../../i18n/messages.ts";
import { findServiceWords } from "../../i18n/services.ts";
import { isolate } from "../../ui/isolate.ts";
import { listRelations, readName, readTogether } from "../family/family.ts";
import { describeAnswer } from "../journey/describe-value.ts";
import type { Journey } from "../journey/journey.ts";
import { describePlaceAndKind } from "./decisive.ts";

export type SaidItem = {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** Undefined for what came with a file and has no page of its own. */
  readonly edit?: { readonly page: "service" | "place" | "family" | "question" };
};

/** Service, place, each answer, family, as the person gave them. */
export function listSaid(
  pack: Pack,
  journey: Journey,
  m: Messages,
  say: (text: Text) => string,
): readonly SaidItem[] {
  const { place } = describePlaceAndKind(pack, journey, say);
  const answers = journey.answers.flatMap((answer): readonly SaidItem[] => {
    const fact = pack.vocabulary.facts.find(({ name }) => name === answer.fact);
    if (fact === undefined) return [];
    const value = describeAnswer(fact, answer, pack, m, say);
    return [{ key: fact.name, label: say(fact.label), value, edit: { page: "question" } }];
  });
  const { service } = journey;
  const family = journey.family?.map((member) => describeMember(pack, member, m, say));
  const held = Object.values(journey.kept?.records ?? {}).flat().length;
  const items: readonly (SaidItem | false)[] = [
    service !== null && {
      key: "service",
      label: m.said.service,
      value: findServiceWords(m, service).title,
      edit: { page: "service" },
    },
    place !== "" && { key: "place", label: m.said.place, value: place, edit: { page: "place" } },
    ...answers,
    family !== undefined && {
      key: "family",
      label: m.said.family,
      value: family.length === 0 ? m.said.alone : m.list(family),
      edit: { page: "family" },
    },
    held > 0 && { key: "records", label: m.said.records, value: m.said.recordsHeld(held) },
  ];
  return items.filter((item) => item !== false);
}

function describeMember(
  pack: Pack,
  member: PlainRecord,
  m: Messages,
  say: (text: Text) => string,
): string {
  const relation = listRelations(pack.vocabulary).find(({ id }) => id === member["relation"]);
  const own = relation === undefined ? String(member["relation"]) : say(relation.label);
  const name = readName(member);
  const label = name === "" ? own : `${own} ${isolate(name)}`;
  return readTogether(member) === "no" ? m.said.apart(label) : label;
}
