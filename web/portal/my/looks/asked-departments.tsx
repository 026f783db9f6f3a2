import { useSpeech } from "../../../i18n/use-messages.tsx";
import { clauseName } from "../clause-name.ts";
import type { Challenge, OwnExchange } from "../shapes.ts";
import { useLabels } from "../use-labels.ts";
import { useWords } from "../use-words.ts";
import { Objection } from "./objection.tsx";

type AskedProps = {
  readonly exchanges: readonly OwnExchange[];
  readonly challengeOf: (about: Challenge["about"], id: string) => Challenge | undefined;
  readonly onMade: () => void;
};

/** What other departments were asked about the person, for which case, by which clause, and whether they answered. */
export function AskedDepartments({ exchanges, challengeOf, onMade }: AskedProps) {
  const { asked } = useWords().looks;
  return (
    <section className="my-asked">
      <h2>{asked.title}</h2>
      <p className="hint">{asked.lead}</p>
      {exchanges.length === 0 ? (
        <p>{asked.none}</p>
      ) : (
        <ol className="looks">
          {exchanges.map((exchange) => (
            <AskedDepartment
              key={exchange.id}
              exchange={exchange}
              made={challengeOf("exchange", exchange.id)}
              onMade={onMade}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

type OneProps = {
  readonly exchange: OwnExchange;
  readonly made: Challenge | undefined;
  readonly onMade: () => void;
};

function AskedDepartment({ exchange, made, onMade }: OneProps) {
  const words = useWords();
  const { m, locale } = useSpeech();
  const labels = useLabels();
  const { looks } = words;
  const { records, basis, state } = exchange;
  const department = exchange.departmentLabel[locale];
  return (
    <li>
      <p className="soft">
        <time dateTime={exchange.asked}>{words.moment(exchange.asked)}</time> ·{" "}
        {labels.county(exchange.county)}
      </p>
      <h3>{department}</h3>
      <dl className="look-facts">
        <div>
          <dt>{looks.asked.by}</dt>
          <dd>{exchange.by}</dd>
        </div>
        <div>
          <dt>{looks.why}</dt>
          <dd>{m.list([looks.purposes[exchange.purpose], looks.reference(exchange.case)])}</dd>
        </div>
        <div>
          <dt>{looks.asked.basis}</dt>
          <dd>{m.list(basis.map((clause) => clauseName(clause, locale)))}</dd>
        </div>
        <div>
          <dt>{looks.asked.what}</dt>
          <dd>
            <ul>
              {records.map(({ kind, label, fields }) => (
                <li key={kind}>
                  {m.labelled(label[locale], m.list(fields.map((field) => field[locale])))}
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{looks.asked.outcome}</dt>
          <dd>{looks.asked.states[state]}</dd>
        </div>
      </dl>
      <Objection about="exchange" id={exchange.id} entry={department} made={made} onMade={onMade} />
    </li>
  );
}
