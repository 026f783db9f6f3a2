import { useState } from "react";
import type { ChallengePage } from "../../../src/exchange/contract.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import { AnswerForm } from "./answer-form.tsx";
import { Challenged } from "./challenged.tsx";

type ChallengeCardProps = {
  readonly challenge: ChallengePage["challenges"][number];
  /** In the list, from 1. */
  readonly place: number;
  readonly onAnswered: () => void;
};

const dayLong = 86_400_000;

/** One objection: what the person says, what was looked at, and the answer or the form for it. */
export function ChallengeCard({ challenge, place, onAnswered }: ChallengeCardProps) {
  const t = useTexts();
  const { challenges: words } = t;
  const { t: staff } = useStaff();
  const placeName = usePlace();
  const { id, about, county, reason, made, challenged } = challenge;
  const [now] = useState(() => Date.now());
  const waited = challenge.answered === null ? Math.floor((now - Date.parse(made)) / dayLong) : 0;
  return (
    <li className="challenge" aria-labelledby={`challenge-${id}`}>
      <h2 id={`challenge-${id}`}>
        {place}. {words.about[about]}
      </h2>
      <p className="console-soft">
        {words.made(t.moment(made), waited)} · {placeName(county)}
      </p>
      <blockquote aria-label={words.reason}>{reason}</blockquote>
      {challenged === null ? <p>{words.gone}</p> : <Challenged challenged={challenged} />}
      {challenge.answered === null ? (
        <AnswerForm id={id} place={place} onAnswered={onAnswered} />
      ) : (
        <div className="challenge-answer">
          <p>
            <strong>{words.verdicts[challenge.justified ? "justified" : "unjustified"]}</strong>
          </p>
          <p className="console-words">{challenge.answer}</p>
          <p className="console-soft">
            {words.answered(
              `${challenge.answeredBy ?? ""} · ${staff.roles["data-protection-officer"]}`,
              t.moment(challenge.answered),
            )}
          </p>
        </div>
      )}
    </li>
  );
}
