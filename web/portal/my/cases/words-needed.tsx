import { useId, useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { isolate } from "../../../ui/isolate.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Opener } from "../../../ui/opener.tsx";
import { Block } from "../../answer/block.tsx";
import { clauseName } from "../clause-name.ts";
import { useLabels } from "../use-labels.ts";
import { useMy } from "../use-my.tsx";
import { type Heard, HeardChoice } from "./heard-choice.tsx";
import type { Word } from "./shapes.ts";
import { isToSignAgain } from "./standing.ts";
import { StepButton, StepFault } from "./step-button.tsx";
import { useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";
import { usePlaceWords } from "./use-place-words.ts";

/** Everyone's own word: for oneself, and for each child or ward. What others said is nowhere. */
export function WordsNeeded() {
  const { word: words } = useCaseWords();
  const { seen } = useCase();
  // An applicant agreed by handing it in, and takes that back by withdrawing.
  const mine = seen.words.filter(
    ({ member, says }) => !seen.registered.includes(member) && (member !== 0 || says !== "yes"),
  );
  if (!seen.allowed.includes("consent") || mine.length === 0) return null;
  const isAsked = mine.some(({ says }) => says === null);
  return (
    <Block title={isAsked ? words.title : words.given}>
      {isAsked ? (
        <AgreedTo />
      ) : (
        <Opener look="link" summary={words.toWhat}>
          <div className="block">
            <AgreedTo />
          </div>
        </Opener>
      )}
      {mine.map((word) => (
        <OneWord key={word.member} word={word} />
      ))}
    </Block>
  );
}

/** To what one agrees, who applied, with whom, where. */
function AgreedTo() {
  const { word: words } = useCaseWords();
  const { seen } = useCase();
  const { m } = useSpeech();
  const labels = useLabels();
  const { record } = useMy();
  const place = usePlaceWords();
  const [applicant] = seen.people;
  return (
    <>
      <p>{seen.application === null ? words.lead(applicant?.name ?? "") : words.own}</p>
      <dl className="facts">
        <div>
          <dt>{words.where}</dt>
          <dd>{place}</dd>
        </div>
        <div>
          <dt>{words.who}</dt>
          <dd>
            <bdi className="name">{m.list(seen.people.map(({ name }) => isolate(name)))}</bdi>
          </dd>
        </div>
        {seen.words.some(({ self }) => self) ? (
          <div>
            <dt>{words.from}</dt>
            <dd>{labels.county(record.county)}</dd>
          </div>
        ) : null}
      </dl>
      <div className="word-terms">
        <Terms title={words.changes} items={words.changing} />
        <Terms title={words.keeps} items={words.keeping} />
      </div>
    </>
  );
}

type TermsProps = { readonly title: string; readonly items: readonly string[] };

function Terms({ title, items }: TermsProps) {
  return (
    <div>
      <h3 className="block-title">{title}</h3>
      <ul>
        {items.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function OneWord({ word }: { readonly word: Word }) {
  const { word: words } = useCaseWords();
  const { seen, take } = useCase();
  const { locale } = useSpeech();
  const id = useId();
  const [heard, setHeard] = useState<Heard | null>(null);
  const [isUnheard, setUnheard] = useState(false);
  const { member, self, says, hear } = word;
  const name = seen.people[member]?.name ?? "";
  const step = `consent ${member}`;
  const say = (answer: "yes" | "no") => {
    const missing = answer === "yes" && hear && heard === null;
    setUnheard(missing);
    if (missing) document.querySelector<HTMLElement>(`[name="${id}"]`)?.focus();
    else {
      const told = answer === "yes" && hear ? heard : null;
      void take(`${step} ${answer}`, { do: "consent", member, says: answer, heard: told }).then(
        // The button that was pressed makes room for the other one.
        (isTaken) => (isTaken ? document.getElementById(`${id}-title`)?.focus() : undefined),
      );
    }
  };
  return (
    <section className="word" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className="block-title" tabIndex={-1}>
        {self ? words.self : words.charge(name)}
      </h3>
      {says === null && isToSignAgain(seen.timeline) ? (
        <Notice tone="unknown" icon="again">
          <p>{words.again}</p>
        </Notice>
      ) : null}
      <div role="status">
        {says === null ? null : (
          <Notice icon={says === "yes" ? "yes" : "no"}>
            <p>{says === "yes" ? words.saidYes : self ? words.saidNo : words.saidNoFor}</p>
          </Notice>
        )}
      </div>
      {says === null ? (
        <Terms
          title={self ? words.free : words.charging}
          items={self ? words.freely : words.forCharge(name)}
        />
      ) : null}
      {hear && says !== "yes" ? (
        <HeardChoice
          id={id}
          title={words.heard(name)}
          hint={`${words.heardHint} ${clauseName(words.clause, locale)}`}
          chosen={heard}
          fault={isUnheard && heard === null ? words.unheard : null}
          onChoose={setHeard}
        />
      ) : null}
      <StepFault name={`${step} yes`} />
      <StepFault name={`${step} no`} />
      {/* Alike to look at: a page does not lean to either answer. */}
      <div className="actions">
        {says === "yes" ? null : (
          <StepButton name={`${step} yes`} look="quiet" onPress={() => say("yes")}>
            {self ? words.yes : words.yesFor(name)}
          </StepButton>
        )}
        {says === "no" ? null : (
          <StepButton name={`${step} no`} look="quiet" onPress={() => say("no")}>
            {says === "yes"
              ? self
                ? words.takeBack
                : words.takeBackFor(name)
              : self
                ? words.no
                : words.noFor(name)}
          </StepButton>
        )}
      </div>
    </section>
  );
}
