import { useRef, useState } from "react";
import type { z } from "zod";
import { act as actShape, type proposal, type receipt } from "../../../src/register/contract.ts";
import type { Problem } from "../../staff/api.ts";
import { readOfficeToday } from "../shared/day.ts";
import { countyPath, useDesk } from "../use-desk.tsx";
import type { ActForm, FormContext, Preview } from "./act-form.ts";
import { emptyShared, dayOf, groundOf, type SharedDraft } from "./draft.ts";
import { nameField } from "./faults.tsx";
import type { Fault } from "./fault-list.tsx";
import { useKeptDraft } from "./kept-draft.ts";
import { namer, sayIssues, sayRemark, type Said } from "./remarks.ts";

export type Receipt = z.infer<typeof receipt>;
type Proposal = z.infer<typeof proposal>;

type Stage =
  | { readonly stage: "fill"; readonly said: readonly Fault[]; readonly problem: Problem | null }
  | { readonly stage: "check"; readonly preview: Preview; readonly problem: Problem | null }
  | { readonly stage: "done"; readonly receipt: Receipt | null }
  | { readonly stage: "lost"; readonly problem: Problem };

/** What one form goes through: filled in, checked by the server, done or lost to somebody quicker. */
export function useActFlow<D extends SharedDraft>(form: ActForm<D>, context: FormContext) {
  const { d, call, county } = useDesk();
  const start = () =>
    ({ ...emptyShared(readOfficeToday(), form.clauses[0] ?? ""), ...form.start(context) }) as D;
  const [kept, change, renew, drop] = useKeptDraft<D>(start);
  const [stage, setStage] = useState<Stage>({ stage: "fill", said: [], problem: null });
  const [seen, setSeen] = useState<Preview | null>(null);
  const busy = useRef(false);
  const { draft, key } = kept;
  const declarants = form.declarants(draft, context);
  const writeAct = () => ({
    act: form.act,
    on: dayOf(draft.on),
    ground: groundOf(draft, declarants),
    ...form.toAct(draft, context),
  });
  const fill = (said: readonly Said[], problem: Problem | null) =>
    setStage({
      stage: "fill",
      // The form calls its fields by name; what it does not show has none.
      said: said.map((each) => ({
        ...each,
        field: each.path === null ? "" : nameField(each.path),
      })),
      problem,
    });
  const sayProblems = (problem: Problem, shown: Preview | null) =>
    problem.problems.map((each) =>
      sayRemark(
        { ...each, clause: each.clause ?? null },
        d,
        namer(context, shown, d.acts.form.unnamed(1)),
      ),
    );

  /** One request at a time: a second press of a button does nothing. */
  const alone = async (work: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    try {
      await work();
    } finally {
      busy.current = false;
    }
  };

  const check = () =>
    alone(async () => {
      const act = writeAct();
      const parsed = actShape.safeParse(act);
      if (!parsed.success) return fill(sayIssues(parsed.error, act, d), null);
      const answer = await call<Preview>(countyPath(county, "/acts/preview"), {
        method: "POST",
        body: act,
      });
      if (!answer.ok) {
        const { problem } = answer;
        return problem.status === 422 ? fill(sayProblems(problem, seen), null) : fill([], problem);
      }
      const preview = answer.value;
      setSeen(preview);
      const name = namer(context, preview, d.acts.form.unnamed(1));
      if (preview.refusals.length > 0)
        return fill(
          preview.refusals.map((each) => sayRemark(each, d, name)),
          null,
        );
      setStage({ stage: "check", preview, problem: null });
    });

  const confirm = (preview: Preview) =>
    alone(async () => {
      const answer = await call<Receipt | Proposal>(countyPath(county, "/acts"), {
        method: "POST",
        body: writeAct(),
        headers: { "idempotency-key": key, "if-match": preview.ifMatch },
      });
      if (answer.ok) {
        drop();
        const receipt = "events" in answer.value ? answer.value : null;
        return setStage({ stage: "done", receipt });
      }
      const { problem } = answer;
      if (problem.status === 412 || problem.status === 409)
        return setStage({ stage: "lost", problem });
      if (problem.status === 422) return fill(sayProblems(problem, preview), null);
      setStage({ stage: "check", preview, problem });
    });

  return {
    stage,
    draft,
    seen,
    declarants,
    change,
    check,
    confirm,
    back: () => fill([], null),
    /** Empties the form. */
    discard: () => {
      renew(start());
      setSeen(null);
      fill([], null);
    },
    /** The same content as a form of its own. */
    afresh: () => {
      renew(draft);
      fill([], null);
    },
  };
}
