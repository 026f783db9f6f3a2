import { Button } from "antd";
import { useState } from "react";
import { clauseName } from "../../portal/my/clause-name.ts";
import { readToday } from "../../portal/shell/today.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { writeCsv } from "../shared/csv.ts";
import type { Pages } from "../shared/use-pages.ts";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import type { Override, OverridePage } from "./shapes.ts";

/** Paper, or a table for a spreadsheet: of every decision that the filter asks for, not only of those shown. */
export function ExportBar({ fetchAll, busy }: Pick<Pages<OverridePage>, "fetchAll" | "busy">) {
  const { cases: words, number } = useTexts();
  const rowOf = useRow();
  const [exported, setExported] = useState<number | null>(null);
  const print = async () => {
    if ((await fetchAll()) !== null) window.print();
  };
  const save = async () => {
    setExported(null);
    const all = (await fetchAll())?.flatMap(({ overrides }) => overrides);
    if (all === undefined) return;
    const text = writeCsv([Object.values(words.file), ...all.map(rowOf)]);
    saveFile(`${words.fileName}-${readToday(new Date())}.csv`, "text/csv", text);
    setExported(all.length);
  };
  return (
    <p className="console-actions filter-buttons no-print">
      <Button onClick={() => void print()}>{words.print}</Button>
      <Button onClick={() => void save()}>{words.export}</Button>
      <span role="status">
        {busy ? words.fetching : null}
        {exported === null || busy ? null : words.exported(number(exported))}
      </span>
    </p>
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
