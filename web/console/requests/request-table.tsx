import type { DepartmentLog, DepartmentRequests } from "../../../src/exchange/contract.ts";
import { clauseName } from "../../portal/my/clause-name.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import { WhyFields } from "./why-fields.tsx";

type Request = DepartmentRequests["requests"][number];

type RequestTableProps = {
  readonly pages: readonly DepartmentRequests[];
  readonly differing: DepartmentLog["differences"];
};

/** A row a request; on a phone each is a card. */
export function RequestTable({ pages, differing }: RequestTableProps) {
  const { requests: words } = useTexts();
  return (
    <table className="console-table requests">
      <caption className="unseen">{words.title}</caption>
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
        {pages.map(({ requests, rules }) =>
          requests.map((request) => (
            <RequestRow
              key={request.id}
              request={request}
              rules={rules}
              difference={differing.find((each) => each.request === request.id)?.code ?? null}
            />
          )),
        )}
      </tbody>
    </table>
  );
}

type RequestRowProps = {
  readonly request: Request;
  readonly rules: DepartmentRequests["rules"];
  readonly difference: string | null;
};

function RequestRow({ request, rules, difference }: RequestRowProps) {
  const t = useTexts();
  const { requests: words, exchange } = t;
  const { locale, say } = useStaff();
  const place = usePlace();
  const { asked, county, purpose, basis, records, state } = request;
  return (
    <tr>
      <th scope="row">
        {t.moment(asked)}
        <span className="console-soft">{place(county)}</span>
      </th>
      <td data-label={words.columns.why}>
        {t.looks.purposes[purpose]}
        <span className="console-soft">{words.case(request.case)}</span>
        <span className="console-soft">
          {words.basis(t.list(basis.map((clause) => clauseName(clause, locale))))}
        </span>
      </td>
      <td data-label={words.columns.what}>
        <ul>
          {records.map(({ kind, label, fields }) => (
            <li key={kind}>{words.fields(say(label), t.list(fields.map(say)))}</li>
          ))}
        </ul>
        <WhyFields request={request} rules={rules} />
      </td>
      <td data-label={words.columns.outcome}>
        <strong data-state={state}>{words.states[state]}</strong>
        <span className="console-soft">{outcomeOf(request, words)}</span>
        {difference === null ? null : (
          <strong className="console-error">{exchange.departments.codes[difference]}</strong>
        )}
        <details>
          <summary>{words.log}</summary>
          <ol className="log-entries">
            {request.log.map(({ seq, kind, at, hash }) => (
              <li key={seq}>
                {words.entry(t.number(seq), kindOf(words, kind), t.moment(at))}
                <code className="console-hash">{hash.slice(0, 16)}</code>
              </li>
            ))}
          </ol>
        </details>
      </td>
    </tr>
  );
}

type RequestWords = ReturnType<typeof useTexts>["requests"];

function outcomeOf({ state, asked, settled, refusal }: Request, words: RequestWords): string {
  const length = words.length(settled === null ? 0 : Date.parse(settled) - Date.parse(asked));
  switch (state) {
    case "waiting":
      return words.waiting;
    case "answered":
      return words.answered(length);
    case "refused":
      return words.refused(words.refusals[refusal ?? ""] ?? refusal ?? "");
    case "unreachable":
      return words.unreachable(length);
    case "called-off":
      return words.calledOff;
  }
}

function kindOf({ kinds }: RequestWords, kind: string): string {
  const known: Readonly<Record<string, string>> = kinds;
  return known[kind] ?? kind;
}
