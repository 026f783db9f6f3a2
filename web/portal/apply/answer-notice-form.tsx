import type { ApplicationDraft } from "../../../src/casework/contract.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { judge, proofsOf } from "./draft/answers.ts";
import { asDraft, asSent, type Draft } from "./draft/draft.ts";
import type { Fault } from "./draft/faults.ts";
import { HomePart } from "./home/home-part.tsx";
import { ordersOf } from "./home/order.ts";
import { AnswersPart } from "./proof/answers-part.tsx";
import "./apply.css";

type AnswerNoticeFormProps = {
  readonly application: ApplicationDraft;
  /** Facts and papers that the notice names. */
  readonly missing: readonly string[];
  readonly faults: readonly Fault[];
  readonly onChange: (application: ApplicationDraft) => void;
};

/** A notice of what is missing, answered in its place: the facts it names first, then what was said, and the homes. */
export function AnswerNoticeForm({
  application,
  missing,
  faults,
  onChange,
}: AnswerNoticeFormProps) {
  const { pack, today } = usePortal();
  const draft = asDraft(application);
  const judged = judge(pack, draft, today);
  const noticed = missing.filter((key) =>
    pack.vocabulary.facts.some(({ name, question }) => name === key && question !== undefined),
  );
  const open = proofsOf(pack, draft, judged).open.map(({ name }) => name);
  const change = (changed: Draft) => onChange(asSent(changed));
  return (
    <div className="apply-part">
      <AnswersPart
        draft={draft}
        asked={[...new Set([...noticed, ...open])]}
        noticed={noticed}
        onChange={change}
      />
      <HomePart
        draft={draft}
        orders={ordersOf(judged?.decision)}
        faults={faults}
        onChange={change}
      />
    </div>
  );
}
