import { Button } from "antd";
import { useState } from "react";
import { clauseName } from "../../portal/my/clause-name.ts";
import { readToday } from "../../portal/shell/today.ts";
import type { Problem } from "../../staff/api.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useStaff } from "../../staff/use-staff.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { writeCsv } from "../shared/csv.ts";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import { overridesAddress } from "./overrides-address.ts";
import type { Override, OverridePage } from "./shapes.ts";

/** Paper, or a table for a spreadsheet: of every decision that the filter asks for, not of the page that is shown. */
export function ExportBar({ asked }: { readonly asked: string }) {
  const { cases: words, number } = useTexts();
  const { call } = useStaff();
  const rowOf = useRow();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [state, setState] = useState<"ready" | "busy" | number>("ready");
  const save = async () => {
    setState("busy");
    setProblem(null);
    const all: Override[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const answer = await call<OverridePage>(overridesAddress(asked, after));
      if (!answer.ok) {
        setState("ready");
        return setProblem(answer.problem);
      }
      all.push(...answer.value.overrides);
      after = answer.value.next;
    }
    const text = writeCsv([Object.values(words.file), ...all.map(rowOf)]);
    saveFile(`${words.fileName}-${readToday(new Date())}.csv`, "text/csv", text);
    return setState(all.length);
  };
  return (
    <>
      <p className="console-actions filter-buttons no-print">
        <Button onClick={() => window.print()}>{words.print}</Button>
        <Button loading={state === "busy"} onClick={() => void save()}>
          {words.export}
        </Button>
        <span role="status">
          {state === "busy" ? words.exporting : null}
          {typeof state === "number" ? words.exported(number(state)) : null}
        </span>
      </p>
      {problem === null ? null : <ProblemNotice problem={problem} />}
    </>
  );
}

/** The cells of a decision, in the order of the headings. */
function useRow(): (override: Override) => readonly (string | number)[] {
  const { overrides: said, services } = useTexts().cases;
  const { locale } = useStaff();
  const place = usePlace();
  return ({ county, reference, service, on, from, advised, granted, people, clause, against }) => [
    reference,
    place(county),
    services[service] ?? service,
    on,
    said.from[from],
    advised === null ? said.noAdvice : (said.advised[advised] ?? advised),
    granted,
    people,
    clauseName(clause, locale),
    against,
  ];
}
