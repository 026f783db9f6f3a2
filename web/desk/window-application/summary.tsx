import type { Pack } from "../../../src/policy/browser.ts";
import { useDesk } from "../use-desk.tsx";
import { headOf } from "../../portal/apply/draft/faults.ts";
import { askedWords, type WindowDraft } from "./draft.ts";
import { birthOfEntry, nameOfEntry } from "./entry.ts";
import { dayOf } from "../act/draft.ts";
import type { PaperFile } from "./paper-part.tsx";
import { useAnswerWords } from "./question-part.tsx";
import { useSignerNames } from "./signature-part.tsx";

type SummaryProps = {
  readonly draft: WindowDraft;
  readonly papers: readonly PaperFile[];
  readonly pack: Pack;
  readonly today: string;
};

/** All that is going to be handed in, to be gone through with the applicant. */
export function Summary({ draft, papers, pack, today }: SummaryProps) {
  const { d, say, codes, county } = useDesk();
  const words = d.window;
  const answerWords = useAnswerWords();
  const names = useSignerNames(draft.people);
  const { people, homes, chosen, answers, signatures } = draft;
  const home = homes[chosen];
  const head = headOf(draft.homes[draft.chosen]);
  const asked = askedWords(people, today);
  const waiting = asked.filter(({ id }) => signatures[id] === undefined);
  const given = asked.filter(({ id }) => signatures[id] !== undefined);
  const files = papers.filter(({ file }) => file !== null);
  const kind = pack.vocabulary.facts.find(({ name }) => name === "place.kind");
  const place =
    home === undefined ? "" : "address" in home ? home.address : "name" in home ? home.name : "";
  return (
    <dl className="facts">
      <div>
        <dt>{words.who}</dt>
        <dd>
          <ul className="plain">
            {people.map((each, member) => (
              <li key={each.key}>
                {nameOfEntry(each)} · {d.search.born(d.day(dayOf(birthOfEntry(each))))} ·{" "}
                {words.ties[member === 0 ? "self" : each.tie]}
                {each.relation === null || head === "nobody" || (head === "self" && member === 0)
                  ? ""
                  : ` · ${codes.label("relation", each.relation)}`}
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>{words.to}</dt>
        <dd>
          {codes.place(county)}
          {kind === undefined ? "" : ` · ${answerWords.value(kind, draft.kind)}`}
          {home === undefined ? "" : ` · ${words.homeKinds[home.kind]} ${place}`}
          {home !== undefined && "community" in home ? ` · ${home.community}` : ""}
        </dd>
      </div>
      <div>
        <dt>{words.answers}</dt>
        <dd>
          <ul className="plain">
            {Object.entries(answers).map(([name, value]) => {
              const fact = pack.vocabulary.facts.find((each) => each.name === name);
              return fact === undefined ? null : (
                <li key={name}>
                  {answerWords.label(fact)}: {answerWords.value(fact, value)}
                </li>
              );
            })}
          </ul>
          {Object.keys(answers).length === 0 ? d.none : null}
        </dd>
      </div>
      <div>
        <dt>{words.words}</dt>
        <dd>
          {given.length === 0 && asked.length > 0 ? <p>{words.noWords}</p> : null}
          <ul className="plain">
            {given.map((each) => (
              <li key={each.id}>{words.signedHere(names.signer(each), names.member(each))}</li>
            ))}
          </ul>
          {waiting.length === 0 ? null : (
            <p className="queue-nobody">
              {words.waits([...new Set(waiting.map(names.signer))].join("、"))}
            </p>
          )}
        </dd>
      </div>
      <div>
        <dt>{words.files}</dt>
        <dd>
          {files.length === 0 ? words.noFiles : null}
          <ul className="plain">
            {files.map(({ key, paper, file }) => {
              const label = pack.vocabulary.papers.find(({ id }) => id === paper)?.label;
              return (
                <li key={key}>
                  {label === undefined ? paper : say(label)} · {file?.name}
                </li>
              );
            })}
          </ul>
        </dd>
      </div>
    </dl>
  );
}
