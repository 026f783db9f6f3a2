import { Tag } from "antd";
import { settlementForm, type SettlementForm } from "../../../src/services/settlement/contract.ts";
import { ParticularsList } from "../person/particulars-list.tsx";
import { useDesk } from "../use-desk.tsx";
import { useCaseWork } from "./case-work.ts";
import { PapersList } from "./papers-list.tsx";
import { useNames, useValue } from "./use-words.ts";

/** What the applicant handed in and filled in; where departments say otherwise it is marked. */
export function Evidence() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const words = d.case.evidence;
  const form = settlementForm.safeParse(seen.application.form);
  return (
    <section aria-labelledby="case-evidence" className="case-block">
      <h2 id="case-evidence">{words.title}</h2>
      <div className="evidence">
        <PapersList />
        {form.success ? <Form form={form.data} /> : null}
        <Facts />
      </div>
    </section>
  );
}

/** The form of settling: addresses, relations, people whom no register knows. */
function Form({ form }: { readonly form: SettlementForm }) {
  const { d, codes } = useDesk();
  const names = useNames();
  const words = d.case.evidence;
  return (
    <div>
      <h3>{words.form}</h3>
      <dl className="lines">
        {form.homes.map((home, place) => (
          <div key={`${home.kind}-${"address" in home ? home.address : place}`}>
            <dt>
              {words.homeKinds[home.kind]}
              {form.chosen === place && form.homes.length > 1 ? (
                <Tag color="processing">{words.chosen}</Tag>
              ) : null}
            </dt>
            <dd>
              {"address" in home ? `${home.address} · ${home.community}` : null}
              {"name" in home ? home.name : null}
              {home.kind === "rented-home" ? (
                <span className="soft">
                  {home.landlord === null ? words.noLandlord : words.landlord(home.landlord.name)}
                </span>
              ) : null}
              {home.kind === "relatives-home" ? (
                <span className="soft">
                  {home.host === null ? words.noHost : words.host(home.host.name)}
                </span>
              ) : null}
            </dd>
          </div>
        ))}
        {form.relations.length === 0 ? null : (
          <div>
            <dt>{words.relations}</dt>
            <dd>
              {form.relations
                .map(
                  ({ member, relation }) =>
                    `${names([member])} ${codes.label("relation", relation)}`,
                )
                .join(" · ")}
            </dd>
          </div>
        )}
      </dl>
      {form.declared.map(({ member, place, particulars }) => (
        <details key={member} className="folded">
          <summary>
            {words.declared}: {names([member])} <span className="soft">{place}</span>
          </summary>
          <ParticularsList particulars={particulars} />
        </details>
      ))}
    </div>
  );
}

function Facts() {
  const { d, say } = useDesk();
  const { seen } = useCaseWork();
  const value = useValue();
  const words = d.case.evidence;
  const own = seen.advice?.records.filter(({ department }) => department === null) ?? [];
  const { stated } = seen.application;
  return (
    <div>
      <h3>{words.facts}</h3>
      {stated.length === 0 && own.length === 0 ? <p className="soft">{words.noFacts}</p> : null}
      <dl className="lines">
        {stated.map((each) => (
          <div key={each.fact} data-differs={each.differs}>
            <dt>{say(each.label)}</dt>
            <dd>
              {value(say(each.value))}
              {each.differs ? <Tag color="warning">{words.differs}</Tag> : null}
            </dd>
          </div>
        ))}
        {own.map(({ kind, label, lines }, place) => (
          // Records have no names of their own, and never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={`${kind}-${place}`}>
            <dt>{say(label)}</dt>
            <dd>
              {lines.map((line) => `${say(line.label)}: ${value(say(line.value))}`).join(" · ")}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
