import { Alert } from "antd";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import type { Fault } from "./shapes.ts";

/** What verification found, by county: which event, what is wrong, what it means, what to do. */
export function FaultList({ faults }: { readonly faults: readonly Fault[] }) {
  const { chains: words } = useTexts();
  const place = usePlace();
  const counties = [...new Set(faults.map(({ county }) => county))];
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={words.found(faults.length)}
        description={words.foundNote}
      />
      {counties.map((county) => (
        <section key={county} className="fault-county" aria-label={place(county)}>
          <h2>{place(county)}</h2>
          <ol className="fault-list">
            {faults
              .filter((fault) => fault.county === county)
              .map((fault) => (
                <FaultItem key={JSON.stringify(fault)} fault={fault} />
              ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function FaultItem({ fault }: { readonly fault: Fault }) {
  const t = useTexts();
  const { chains: words } = t;
  const { what, means, todo } = t.faults[fault.code] ?? t.otherFault;
  const values = Object.entries(fault.values);
  return (
    <li>
      <h3>
        {fault.seq === null ? words.whole : words.event(t.number(fault.seq))} {what}
      </h3>
      <dl className="console-facts">
        <div>
          <dt>{words.means}</dt>
          <dd>{means}</dd>
        </div>
        <div>
          <dt>{words.todo}</dt>
          <dd>{t.todos[todo]}</dd>
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
