import type { ReactNode } from "react";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useLoad } from "../../staff/use-load.ts";
import { Waiting } from "../../staff/waiting.tsx";
import type { Household } from "../household/household-page.tsx";
import { NothingPage } from "../nothing-page.tsx";
import type { Person } from "../person/person-page.tsx";
import { countyPath, useDesk } from "../use-desk.tsx";
import { ActFlow } from "./act-flow.tsx";
import type { ActForm, FormContext } from "./act-form.ts";
import { readArriving } from "./arriving.ts";
import type { SharedDraft } from "./draft.ts";
import { addressForm } from "./forms/address-form.tsx";
import { birthForm } from "./forms/birth-form.tsx";
import { issueForm, withholdForm } from "./forms/booklet-forms.tsx";
import { correctForm } from "./forms/correct-form.tsx";
import { deathForm } from "./forms/death-form.tsx";
import { headForm } from "./forms/head-form.tsx";
import { leaveForm } from "./forms/leave-form.tsx";
import { restoreForm } from "./forms/restore-form.tsx";
import { settleForm } from "./forms/settle-form.tsx";
import { mergerForm, moveForm, splitForm } from "./forms/within-form.tsx";

type Open = (name: string, context: FormContext) => ReactNode;

/** Each form keeps its own kind of draft to itself. */
const open =
  <D extends SharedDraft>(form: ActForm<D>): Open =>
  (name, context) => <ActFlow name={name} form={form} context={context} />;

/** `needs`: what it is opened for and cannot do without. */
const forms: Readonly<
  Record<string, { readonly open: Open; readonly needs: "household" | "person" | "nothing" }>
> = {
  "register-birth": { open: open(birthForm), needs: "household" },
  settle: { open: open(settleForm), needs: "nothing" },
  "move-out": { open: open(leaveForm), needs: "household" },
  split: { open: open(splitForm), needs: "household" },
  merger: { open: open(mergerForm), needs: "household" },
  move: { open: open(moveForm), needs: "household" },
  "change-address": { open: open(addressForm), needs: "household" },
  "change-head": { open: open(headForm), needs: "household" },
  correct: { open: open(correctForm), needs: "person" },
  "register-death": { open: open(deathForm), needs: "person" },
  restore: { open: open(restoreForm), needs: "person" },
  "withhold-booklet": { open: open(withholdForm), needs: "household" },
  "issue-booklet": { open: open(issueForm), needs: "household" },
};

type ActPageProps = {
  readonly name: string;
  readonly query: Readonly<Record<string, string>>;
};

/** Fetches whom the form is for, as they are now, and opens it. */
export function ActPage({ name, query }: ActPageProps) {
  const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
  const household = useOne<Household>("households", query["household"]);
  const person = useOne<Person>("people", query["person"]);
  if (form === undefined) return <NothingPage />;
  if (form.needs !== "nothing" && query[form.needs] === undefined) return <NothingPage />;
  for (const { loaded, reload } of [household, person]) {
    if (loaded?.state === "failed")
      return <ProblemNotice problem={loaded.problem} onAgain={reload} />;
    if (loaded?.state === "loading") return <Waiting slow={loaded.slow} rows={8} />;
  }
  return form.open(name, {
    household: household.loaded?.state === "here" ? household.loaded.value : null,
    person: person.loaded?.state === "here" ? person.loaded.value : null,
    arriving: readArriving(query["arriving"]),
  });
}

function useOne<T>(kind: string, id: string | undefined) {
  const { call, county } = useDesk();
  const path = id === undefined ? null : countyPath(county, `/${kind}/${Number(id)}`);
  const { loaded, reload } = useLoad<T>(path, (signal) => call(path ?? "", { signal }));
  return { loaded: path === null ? null : loaded, reload };
}
