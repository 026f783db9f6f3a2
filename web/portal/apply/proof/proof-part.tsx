import type { DepartmentAsked } from "../../../../src/exchange/contract.ts";
import type { PaperNeeded } from "../../../../src/policy/browser.ts";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Opener } from "../../../ui/opener.tsx";
import { useOwn } from "../../my/use-my.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import type { Draft } from "../draft/draft.ts";
import type { Proofs } from "../draft/answers.ts";
import { useApplyWords } from "../use-words.ts";

type ProofPartProps = { readonly draft: Draft; readonly proofs: Proofs };

/** Which departments will be asked for what, by which clauses; and what only the person can show, and why. */
export function ProofPart({ draft, proofs }: ProofPartProps) {
  const { proof: words } = useApplyWords();
  return (
    <>
      <Departments draft={draft} />
      {proofs.fetched.length === 0 ? null : (
        <Papers id="papers-fetched" {...words.fetched} papers={proofs.fetched} icon="yes" />
      )}
      <Papers
        id="papers-yours"
        title={words.yours.title}
        note={proofs.yours.length === 0 ? words.noneYours : words.yours.note}
        papers={proofs.yours}
        icon="paper"
      />
    </>
  );
}

/** As the server works it out from the rules: the same that is asked once the application is handed in. */
export function useDepartments({ county, dossier }: Draft) {
  const { place } = dossier as { readonly place?: { readonly kind?: string } };
  const query = new URLSearchParams({
    county: String(county),
    ...(place?.kind === undefined ? {} : { kind: place.kind }),
  });
  return useOwn<readonly DepartmentAsked[]>(`/api/services/settlement/departments?${query}`).loaded;
}

function Departments({ draft }: { readonly draft: Draft }) {
  const { proof: words, waiting } = useApplyWords();
  const { m, say } = useSpeech();
  const loaded = useDepartments(draft);
  return (
    <section className="apply-part" aria-labelledby="departments-asked">
      <h2 id="departments-asked">{words.departments.title}</h2>
      <p className="soft">{words.departments.note}</p>
      {loaded.state === "loading" ? <p role="status">{waiting}</p> : null}
      {loaded.state === "failed" ? <p>{words.departmentsFailed}</p> : null}
      {loaded.state === "here" ? (
        <ul className="apply-departments">
          {loaded.value.map(({ department, departmentLabel, records, basis }) => (
            <li key={department}>
              <Icon name="clerk" />
              <div>
                <strong>{say(departmentLabel)}</strong>
                <p>{m.list(records.map(({ label }) => say(label)))}</p>
                <Opener look="link" summary={words.what}>
                  <ul>
                    {records.map(({ kind, label, fields }) => (
                      <li key={kind}>
                        {say(label)}: {m.list(fields.map(say))}
                      </li>
                    ))}
                  </ul>
                  <p className="soft">{words.basis(m.list(basis.map(m.clause)))}</p>
                </Opener>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="soft">{words.register}</p>
    </section>
  );
}

type PapersProps = {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly icon: "yes" | "paper";
  readonly papers: readonly PaperNeeded[];
};

function Papers({ id, title, note, icon, papers }: PapersProps) {
  const { proof: words } = useApplyWords();
  const { m, say } = useSpeech();
  const { pack } = usePortal();
  const labelOf = (name: string) => {
    const fact = pack.vocabulary.facts.find((each) => each.name === name);
    return fact === undefined ? [] : [say(fact.label)];
  };
  return (
    <section className="apply-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="soft">{note}</p>
      {papers.length === 0 ? null : (
        <ul className="apply-papers">
          {papers.map(({ paper, label, proves }) => {
            const facts = proves.flatMap(labelOf);
            return (
              <li key={paper}>
                <Icon name={icon} />
                <div>
                  {say(label)}
                  {facts.length === 0 ? null : (
                    <p className="soft">{words.proves(m.list(facts))}</p>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
