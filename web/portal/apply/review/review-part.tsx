import { useState, type ReactNode } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { describeAnswer } from "../../journey/describe-value.ts";
import { useLabels } from "../../my/use-labels.ts";
import { usePortal } from "../../shell/use-portal.tsx";
import { answersIn } from "../draft/answers.ts";
import type { Kin } from "../draft/kin.ts";
import { useDepartments } from "../proof/proof-part.tsx";
import type { Step } from "../progress.tsx";
import { useApplyWords } from "../use-words.ts";
import type { Work } from "../work.ts";
import { HomeRows } from "./home-rows.tsx";
import { Part } from "./part.tsx";
import { PersonRows } from "./person-rows.tsx";
import { Statement } from "./statement.tsx";

type ReviewPartProps = {
  readonly work: Work;
  readonly kin: readonly Kin[];
  /** Steps with something not filled in. */
  readonly incomplete: readonly Step[];
  readonly busy: boolean;
  readonly onSubmit: () => void;
};

/** The whole application as it would stand on paper, the statement, and the signature. */
export function ReviewPart({ work, kin, incomplete, busy, onSubmit }: ReviewPartProps) {
  const words = useApplyWords();
  const { m, say } = useSpeech();
  const { pack, go } = usePortal();
  const labels = useLabels();
  const departments = useDepartments(work.draft);
  const [signed, setSigned] = useState(false);
  const [tried, setTried] = useState(false);
  const { draft, documents, kept } = work;
  const { review } = words;
  const key = kept?.case ?? null;
  const answers = answersIn(draft).flatMap((answer) => {
    const fact = pack.vocabulary.facts.find((each) => each.name === answer.fact);
    return fact === undefined
      ? []
      : [[say(fact.label), describeAnswer(fact, answer, pack, m, say)] as const];
  });
  const part = (step: Step, title: string, children: ReactNode) => (
    <Part title={title} onEdit={() => go({ page: "apply", part: step, draft: key })}>
      {children}
    </Part>
  );
  const submit = () => {
    setTried(true);
    if (!signed) document.getElementById("signature")?.focus();
    else if (!busy && incomplete.length === 0) onSubmit();
  };
  return (
    <>
      <article className="apply-sheet">
        <header>
          <h2>{review.form}</h2>
          <p>
            {review.at}: {review.office(labels.county(draft.county))}
          </p>
        </header>
        {draft.people.map((_, member) => (
          <div key={member}>
            {part(
              "people",
              member === 0 ? review.applicant : review.person(member),
              <PersonRows draft={draft} member={member} kin={kin} />,
            )}
          </div>
        ))}
        {part("home", review.home, <HomeRows draft={draft} />)}
        {part(
          "proof",
          review.said,
          <dl>
            {answers.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>,
        )}
        {departments.state === "here" ? (
          <Part title={review.departments}>
            <ul>
              {departments.value.map(({ department, departmentLabel, records }) => (
                <li key={department}>
                  {say(departmentLabel)}: {m.list(records.map(({ label }) => say(label)))}
                </li>
              ))}
            </ul>
          </Part>
        ) : null}
        {part(
          "proof",
          review.papers,
          documents.length === 0 ? (
            <p>{review.noPapers}</p>
          ) : (
            <ul>
              {documents.map(({ document, label }) => (
                <li key={document}>{say(label)}</li>
              ))}
            </ul>
          ),
        )}
        <Statement signed={signed} tried={tried} onSign={setSigned} />
      </article>
      {incomplete.length === 0 ? null : (
        <Notice tone="unknown" icon="warning">
          <p>
            {review.incomplete}{" "}
            {incomplete.map((step) => (
              <Button
                key={step}
                look="link"
                onPress={() => go({ page: "apply", part: step, draft: key })}
              >
                {words.steps[step]}
              </Button>
            ))}
          </p>
        </Notice>
      )}
      <div className="actions screen-only">
        <Button onPress={submit}>{busy ? review.submitting : review.submit}</Button>
        <Button look="quiet" onPress={() => window.print()}>
          <Icon name="print" />
          {review.print}
        </Button>
        <Button look="link" onPress={() => go({ page: "apply", part: "start", draft: null })}>
          {review.later}
        </Button>
      </div>
    </>
  );
}
