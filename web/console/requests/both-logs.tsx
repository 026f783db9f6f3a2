import { Alert, Button } from "antd";
import type { DepartmentLog } from "../../../src/exchange/contract.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import type { Loaded } from "../../staff/use-load.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { Waiting } from "../../staff/waiting.tsx";
import { Differences } from "../exchange/differences.tsx";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";

type BothLogsProps = { readonly loaded: Loaded<DepartmentLog>; readonly onAgain: () => void };

/** Whether the department and we logged the same, and whether our own chain holds. */
export function BothLogs({ loaded, onAgain }: BothLogsProps) {
  const t = useTexts();
  const { both: words } = t.requests;
  const place = usePlace();
  return (
    <section aria-labelledby="both-logs" className="both-logs">
      <h2 id="both-logs">{words.title}</h2>
      {loaded.state === "failed" ? (
        <ProblemNotice problem={loaded.problem} onAgain={onAgain} />
      ) : null}
      {loaded.state === "loading" ? <Waiting slow={loaded.slow} rows={1} /> : null}
      {loaded.state === "here" ? (
        <>
          <Compared log={loaded.value} onAgain={onAgain} />
          <ul className="both-chains">
            {loaded.value.logs.map(({ county, entries, faults }) => (
              <li key={county} data-bad={faults.length > 0}>
                {faults.length === 0
                  ? words.chain(place(county), t.number(entries))
                  : words.broken(place(county), t.number(faults.length))}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

type ComparedProps = { readonly log: DepartmentLog; readonly onAgain: () => void };

function Compared({ log: { compared, differences }, onAgain }: ComparedProps) {
  const t = useTexts();
  const { t: staff } = useStaff();
  const { both: words } = t.requests;
  if (compared === null) {
    return (
      <Alert
        type="warning"
        showIcon
        title={words.unread}
        description={words.unreadNote}
        action={<Button onClick={onAgain}>{staff.again}</Button>}
      />
    );
  }
  if (differences.length > 0) {
    return (
      <Alert
        type="error"
        showIcon
        title={words.differs(t.number(differences.length))}
        description={
          <>
            <p>{words.differsNote}</p>
            <Differences differences={differences} />
          </>
        }
      />
    );
  }
  return compared === 0 ? (
    <p>{words.none}</p>
  ) : (
    <Alert
      type="success"
      showIcon
      title={words.same(t.number(compared))}
      description={words.sameNote}
    />
  );
}
