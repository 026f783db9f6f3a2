import type { Act } from "../../../src/register/contract.ts";
import { useShowField } from "../person/particulars-list.tsx";
import { useDesk } from "../use-desk.tsx";

/** What a proposed act says, in the words of its form: who, what is to be, on what ground and papers. */
export function ActSummary({ act }: { readonly act: Act }) {
  const { d, codes } = useDesk();
  const words = d.acts.form;
  const clauses: Readonly<Record<string, string>> = d.acts.clauses;
  const { ground, on } = act;
  return (
    <dl className="facts">
      <ActWho act={act} />
      <div>
        <dt>{words.on}</dt>
        <dd>{d.day(on)}</dd>
      </div>
      <div>
        <dt>{words.clause}</dt>
        <dd>{clauses[ground.clause] ?? ground.clause}</dd>
      </div>
      <div>
        <dt>{words.papers}</dt>
        <dd>
          {ground.papers.length === 0
            ? d.none
            : ground.papers
                .map(({ kind, number, issuer, issued }) =>
                  [codes.paper(kind), number, issuer, issued].filter(Boolean).join(" · "),
                )
                .join("；")}
        </dd>
      </div>
      <div>
        <dt>{words.signatures}</dt>
        <dd>
          {ground.signatures.length === 0
            ? d.none
            : ground.signatures
                .map(({ signer, as, signed }) => `${signer}（${words.asKinds[as]}，${signed}）`)
                .join("、")}
        </dd>
      </div>
      {ground.note === undefined ? null : (
        <div>
          <dt>{words.note}</dt>
          <dd>{ground.note}</dd>
        </div>
      )}
    </dl>
  );
}

function ActWho({ act }: { readonly act: Act }) {
  const { d, codes } = useDesk();
  const show = useShowField();
  const words = d.acts.form;
  const names: Readonly<Record<string, string>> = d.person.fields;
  return (
    <>
      {"person" in act && act.person !== null ? (
        <div>
          <dt>{words.who}</dt>
          <dd>
            <a href={`#/people/${act.person}`}>
              {d.person.title} {act.person}
            </a>
          </dd>
        </div>
      ) : null}
      {act.act === "correct"
        ? Object.entries(act.after).map(([field, value]) => (
            <div key={field}>
              <dt>
                {names[field] ?? field} {words.newValue}
              </dt>
              <dd>{show(field, value)}</dd>
            </div>
          ))
        : null}
      {act.act === "restore" ? (
        <div>
          <dt>{words.cause}</dt>
          <dd>{words.causes[act.cause]}</dd>
        </div>
      ) : null}
      {act.act === "settle"
        ? act.arrivals.map((arrival) => (
            <div key={JSON.stringify(arrival)}>
              <dt>{words.arrivals}</dt>
              <dd>
                {"particulars" in arrival
                  ? `${arrival.particulars.nameHan ?? arrival.particulars.name} · ${arrival.particulars.birthDate} · `
                  : ""}
                {words.fromKinds[arrival.from]} · {codes.label("relation", arrival.relation)}
              </dd>
            </div>
          ))
        : null}
    </>
  );
}
