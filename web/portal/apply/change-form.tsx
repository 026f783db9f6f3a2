import type { ApplicationDraft } from "../../../src/casework/contract.ts";
import { useMy } from "../my/use-my.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { proofsOf } from "./draft/answers.ts";
import { asDraft, asSent, type Draft } from "./draft/draft.ts";
import { homeFaults } from "./draft/faults.ts";
import { isKin } from "./draft/kin.ts";
import { HomePart } from "./home/home-part.tsx";
import { ordersOf } from "./home/order.ts";
import { AnswersPart } from "./proof/answers-part.tsx";
import { useJudged } from "./use-judged.ts";
import "./apply.css";

type ChangeFormProps = {
  readonly application: ApplicationDraft;
  readonly onChange: (application: ApplicationDraft) => void;
};

/** What may change of an application while a notice is answered: what was said, and the homes. Who applies stays. */
export function ChangeForm({ application, onChange }: ChangeFormProps) {
  const { pack } = usePortal();
  const { record, members } = useMy();
  const draft = asDraft(application);
  const judged = useJudged(application.dossier);
  const change = (changed: Draft) => onChange(asSent(changed));
  return (
    <div className="apply-part">
      <AnswersPart draft={draft} asked={proofsOf(pack, draft, judged).open} onChange={change} />
      <HomePart
        draft={draft}
        self={record.person}
        kin={members.filter(isKin)}
        orders={ordersOf(judged?.decision)}
        faults={homeFaults(draft)}
        onChange={change}
      />
    </div>
  );
}
