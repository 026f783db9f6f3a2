import { Alert } from "antd";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import type { ConsoleTexts } from "../texts.ts";
import type { ChainStatus, Fault } from "./shapes.ts";

/** More of one county tell nothing new. */
const mostShown = 50;

type FaultListProps = {
  readonly faults: readonly Fault[];
  readonly chains: readonly ChainStatus[];
};

/** What verification found, by county: which event, what is wrong, what it means, what to do. */
export function FaultList({ faults, chains }: FaultListProps) {
  const t = useTexts();
  const { chains: words } = t;
  const place = usePlace();
  const countOf = (county: number) =>
    chains.find((chain) => chain.county === county)?.verified?.faults ?? 0;
  const counties = [...new Set(faults.map(({ county }) => county))];
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={words.found(counties.reduce((sum, county) => sum + countOf(county), 0))}
        description={words.foundNote}
      />
      {counties.map((county) => {
        const shown = faults.filter((fault) => fault.county === county).slice(0, mostShown);
        const inDoubt = shown.some(
          ({ code }) => (t.faults[code] ?? t.otherFault).todo === "tampered",
        );
        const hidden = countOf(county) - shown.length;
        return (
          <section key={county} className="fault-county" aria-label={place(county)}>
            <h2>{place(county)}</h2>
            <ol className="fault-list">
              {shown.map((fault) => (
                <FaultItem key={JSON.stringify(fault)} fault={fault} inDoubt={inDoubt} />
              ))}
            </ol>
            {hidden > 0 ? <p>{words.more(hidden)}</p> : null}
          </section>
        );
      })}
    </>
  );
}

type FaultItemProps = {
  readonly fault: Fault;
  /** Whether events of the county were changed: then nothing may be rebuilt from them. */
  readonly inDoubt: boolean;
};

function FaultItem({ fault, inDoubt }: FaultItemProps) {
  const t = useTexts();
  const { chains: words } = t;
  const { what, means, todo } = t.faults[fault.code] ?? t.otherFault;
  const values = Object.entries(fault.values);
  return (
    <li>
      <h3>
        {nameOf(fault, t)} {what}
      </h3>
      <dl className="console-facts">
        <div>
          <dt>{words.means}</dt>
          <dd>{means}</dd>
        </div>
        <div>
          <dt>{words.todo}</dt>
          <dd>{t.todos[inDoubt && todo === "rebuild" ? "wait" : todo]}</dd>
        </div>
      </dl>
      <details>
        <summary>{words.details}</summary>
        <p>
          <code className="console-hash">
            {[
              fault.code,
              ...(fault.event === null ? [] : [fault.event]),
              ...values.map(([name, value]) => `${name}=${value}`),
            ].join(" · ")}
          </code>
        </p>
      </details>
    </li>
  );
}

/** The event by its number, the row by its table and key, else the chain. */
function nameOf({ seq, values }: Fault, { chains: words, number }: ConsoleTexts): string {
  if (seq !== null) return words.event(number(seq));
  const { table, key = "" } = values;
  if (table === undefined) return words.whole;
  return words.row(words.tables[table] ?? String(table), String(key));
}
