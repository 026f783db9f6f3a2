import type { ExchangeAudit } from "../../../src/exchange/contract.ts";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";

/** Our own chains, each verified. */
export function LogsTable({ logs }: Pick<ExchangeAudit, "logs">) {
  const t = useTexts();
  const { logs: words } = t.exchange;
  const place = usePlace();
  return (
    <section aria-labelledby="our-logs">
      <h2 id="our-logs">{words.title}</h2>
      {logs.length === 0 ? <p>{words.empty}</p> : null}
      {logs.length === 0 ? null : (
        <table className="console-table">
          <thead>
            <tr>
              {Object.entries(words.columns).map(([name, label]) => (
                <th key={name} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {logs.map(({ county, entries, head, checkpoint, tail, faults }) => (
              <tr key={county}>
                <th scope="row">{place(county)}</th>
                <td data-label={words.columns.entries}>{t.number(entries)}</td>
                <td data-label={words.columns.head}>
                  <code className="console-hash">{head.slice(0, 16)}</code>
                </td>
                <td data-label={words.columns.checkpoint}>
                  {checkpoint === null
                    ? words.unsigned
                    : words.signed(t.number(checkpoint.seq), t.moment(checkpoint.signed))}
                </td>
                <td data-label={words.columns.tail} data-warn={tail > 0}>
                  {words.tail(t.number(tail))}
                </td>
                <td data-label={words.columns.state} data-bad={faults.length > 0}>
                  {faults.length === 0 ? words.whole : words.faults(t.number(faults.length))}
                  <Faults faults={faults} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** More of one chain tell nothing new. */
const mostShown = 50;

function Faults({ faults }: Pick<ExchangeAudit["logs"][number], "faults">) {
  const t = useTexts();
  const { logs: words } = t.exchange;
  if (faults.length === 0) return null;
  return (
    <ul className="differences">
      {faults.slice(0, mostShown).map(({ code, seq }) => (
        <li key={`${seq} ${code}`}>
          {seq === null ? null : `${words.at(t.number(seq))} `}
          {words.codes[code] ?? (t.faults[code] ?? t.otherFault).what}
        </li>
      ))}
    </ul>
  );
}
