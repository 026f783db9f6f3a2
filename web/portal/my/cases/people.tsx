import { useSpeech } from "../../../i18n/use-messages.tsx";
import { isolate } from "../../../ui/isolate.ts";
import { Block } from "../../answer/block.tsx";
import { listRelations } from "../../family/family.ts";
import { usePortal } from "../../shell/use-portal.tsx";
import { useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";
import { usePlaceWords } from "./use-place-words.ts";

/** Who would be registered; nothing here tells what anybody said. */
export function People() {
  const { people: words, word } = useCaseWords();
  const place = usePlaceWords();
  const { seen } = useCase();
  const { pack } = usePortal();
  const { m, say } = useSpeech();
  const relations = listRelations(pack.vocabulary);
  const tieOf = (tie: string) => {
    const known = relations.find(({ id }) => id === tie);
    return known === undefined ? words.applicant : say(known.label);
  };
  const isMe = (member: number) => seen.words.some((word) => word.self && word.member === member);
  return (
    <Block title={words.title} hint={m.labelled(word.where, place)}>
      <ul className="case-people">
        {seen.people.map(({ member, name, birthDate, citizen, tie, guardians }) => (
          <li key={member}>
            <h3>
              <bdi className="name">{name}</bdi>
              {isMe(member) ? <span className="you">{words.you}</span> : null}
            </h3>
            <p>
              {[
                tieOf(tie),
                words.born(m.day(birthDate)),
                ...(seen.registered.includes(member) ? [words.registered] : []),
              ].join(" · ")}
            </p>
            {citizen === null ? null : <p className="soft">{words.number(citizen)}</p>}
            {guardians.length === 0 ? null : (
              <p className="soft">{words.guardians(m.list(guardians.map(isolate)))}</p>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}
