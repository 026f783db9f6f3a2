import type { ReactNode } from "react";
import type { Explanation, Reason } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { hasClause } from "../../ui/clause.tsx";
import { Icon } from "../../ui/icon.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { listSaid } from "./list-said.ts";
import { unwrap } from "./unwrap.ts";
import type { Density } from "./use-fitted-sheet.ts";
import { truthIcons } from "./signs.ts";

type Props = { readonly explanation: Explanation; readonly density: Density };

/** How many items of a long list each density prints. */
const most: Readonly<Record<Density, number>> = { 0: 40, 1: 40, 2: 40, 3: 40, 4: 24, 5: 12, 6: 6 };

export function PrintDetails({ explanation, density }: Props) {
  const { m, say } = useSpeech();
  const { pack, journey } = usePortal();
  const { decision, grounds } = explanation;
  const { outcome, authority, missing, papers, covers } = decision;
  const acting = outcome === "granted" || outcome === "refer";
  const decisive = grounds.filter((ground) => ground.outcome === outcome);
  const told = listSaid(pack, journey, m, say);
  const relatives = covers.flatMap(({ label, members }) =>
    members.some(({ state }) => state === "covered") ? [say(label)] : [],
  );
  return (
    <>
      {outcome === "refer" ? (
        <Part title={m.answer.authority.title}>
          <p>
            {authority === null
              ? m.answer.authority.unnamed
              : m.answer.authority.text(say(authority.label))}
          </p>
        </Part>
      ) : null}
      {acting ? (
        <Part title={m.answer.covers.title}>
          <p>{m.list([m.answer.covers.self, ...relatives])}</p>
        </Part>
      ) : null}
      {acting && papers.length > 0 ? (
        <Part title={m.answer.papers.title}>
          <ul className="sheet-papers">
            {papers.slice(0, most[density]).map(({ paper, label, from }) => (
              <li key={paper}>
                <span className="sheet-box" /> {say(label)}
                {from === undefined ? null : (
                  <span className="soft"> {m.answer.papers.from(say(from))}</span>
                )}
              </li>
            ))}
          </ul>
          <More count={papers.length - most[density]} />
        </Part>
      ) : null}
      {missing.length > 0 ? (
        <Part title={outcome === "refused" ? m.answer.missing.unmetTitle : m.answer.missing.title}>
          <ul className="sheet-papers">
            {missing.slice(0, most[density]).map(({ fact, label }) => (
              <li key={fact}>
                <span className="sheet-box" /> {say(label)}
              </li>
            ))}
          </ul>
          <More count={missing.length - most[density]} />
        </Part>
      ) : null}
      {acting ? (
        <Part title={m.answer.why.title}>
          {decisive.slice(0, density < 5 ? 3 : 1).map((ground) => (
            <div key={ground.rule} className="sheet-ground">
              <p>
                <strong>
                  {hasClause(ground.clause) ? m.clause(ground.clause) : ""} {say(ground.title)}
                </strong>{" "}
                {say(ground.plain)}
              </p>
              <ul>
                <Branch reason={unwrap(ground.tree)} />
              </ul>
            </div>
          ))}
        </Part>
      ) : null}
      <Part title={m.said.title}>
        <ul className="sheet-said">
          {told.slice(0, most[density]).map(({ key, label, value }) => (
            <li key={key}>
              <span className="soft">{label}:</span> {value}
            </li>
          ))}
        </ul>
        <More count={told.length - most[density]} />
      </Part>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <p className="sheet-title">{title}</p>
      {children}
    </section>
  );
}

function More({ count }: { readonly count: number }) {
  const { m } = useSpeech();
  return count > 0 ? <p className="soft">{m.answer.printMore(count)}</p> : null;
}

/** The tree as it reads on paper: everything open. */
function Branch({ reason }: { readonly reason: Reason }) {
  const { m, say } = useSpeech();
  const icon = <Icon name={truthIcons[reason.truth]} size={1} />;
  if (reason.kind === "condition") {
    const seen = reason.facts.map(
      ({ label, value }) =>
        `${say(label)}: ${value === null ? m.answer.notStated : m.days(say(value))}`,
    );
    return (
      <li>
        <p className="sheet-leaf">
          {icon}
          <span>
            {m.days(say(reason.text))} <span className="soft">({m.sentences(seen)})</span>
          </span>
        </p>
      </li>
    );
  }
  return (
    <li>
      <p className="sheet-leaf">
        {icon}
        <span>{reason.kind === "named" ? say(reason.label) : m.answer.tree[reason.kind]}</span>
      </p>
      <ul>
        {reason.of.map((part, index) => (
          // A reason has no name of its own, and its parts never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <Branch key={index} reason={unwrap(part)} />
        ))}
      </ul>
    </li>
  );
}
