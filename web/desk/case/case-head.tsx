import { Button, Tag } from "antd";
import type { DeskCase } from "../../../src/casework/desk/contract.ts";
import { clauseName } from "../../portal/my/clause-name.ts";
import { PageHeading } from "../../staff/heading.tsx";
import { useDesk } from "../use-desk.tsx";
import { useCaseWork } from "./case-work.ts";

/** What a clerk has to know before anything else: which case, how far, whose, and until when. */
export function CaseHead() {
  const { d, say } = useDesk();
  const { seen, reload } = useCaseWork();
  const words = d.case;
  const { handler, submitted } = seen;
  return (
    <header className="case-head">
      <PageHeading>{words.title(say(seen.title), seen.reference)}</PageHeading>
      <dl className="case-facts">
        <div>
          <dt>{words.stage}</dt>
          <dd>
            <strong data-stage={seen.stage}>{d.queue.stages[seen.stage]}</strong>
            {submitted === null ? null : (
              <span className="soft">{words.submitted(d.day(submitted))}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.handler}</dt>
          <dd>
            {handler === null ? (
              <span className="soft">{words.nobody}</span>
            ) : (
              `${handler.name}${handler.own ? ` (${words.you})` : ""}`
            )}
          </dd>
        </div>
        <div className="case-deadlines">
          <dt>{words.deadlines}</dt>
          <dd>
            <Deadlines deadlines={seen.deadlines} />
          </dd>
        </div>
      </dl>
      <Button className="case-refresh" onClick={reload}>
        {words.refresh}
      </Button>
    </header>
  );
}

/** Every clock of the case; what is late is said, not only coloured. */
function Deadlines({ deadlines }: Pick<DeskCase, "deadlines">) {
  const { d, say, locale } = useDesk();
  const words = d.case;
  if (deadlines.length === 0) return <span className="soft">{words.noDeadline}</span>;
  return (
    <ul className="plain">
      {deadlines.map(({ limit, kind, label, clause, due, left, overdue }) => (
        <li key={`${limit}-${kind}`} title={kind === "statutory" ? clauseName(clause, locale) : ""}>
          {say(label)} <Tag>{words.kinds[kind]}</Tag>
          {due === null || left === null ? (
            <span className="soft">{words.still}</span>
          ) : (
            <>
              <span data-late={overdue}>
                {overdue ? words.late(Math.abs(left)) : words.left(left)}
              </span>{" "}
              <span className="soft">{words.due(d.day(due))}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
