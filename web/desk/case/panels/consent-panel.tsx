import { SelectField } from "../../act/fields/select-field.tsx";
import { useDesk } from "../../use-desk.tsx";
import { useCaseWork } from "../case-work.ts";
import { StepForm } from "../step-form.tsx";
import { useStepDraft } from "../use-step-draft.ts";
import { Radios } from "./radios.tsx";
import { type PaperDraft, PaperFields, readPaper, startPaper } from "./signed-paper.tsx";
import { readSigner, SignerField } from "./signer-field.tsx";

type ConsentDraft = {
  readonly member: string;
  readonly signer: string;
  readonly says: "yes" | "no" | null;
  readonly heard: "agrees" | "disagrees" | null;
  readonly paper: PaperDraft;
};

/** One person's own will, said alone at the window on a signed paper. */
export function ConsentPanel() {
  const { d } = useDesk();
  const { seen } = useCaseWork();
  const { draft, change, form } = useStepDraft<ConsentDraft>("consent", () => ({
    member: "",
    signer: "",
    says: null,
    heard: null,
    paper: startPaper(),
  }));
  const words = d.case.panel;
  const { says, heard } = draft;
  const person = seen.people.find(({ member }) => String(member) === draft.member);
  const hears = person?.hear === true && says === "yes";
  const signer = readSigner(draft.signer, person);
  const paper = readPaper(draft.paper);
  const faults = new Map([
    ...(person === undefined ? [["member", words.choose] as const] : []),
    ...(signer === undefined ? [["signer", words.signerWrong] as const] : []),
    ...(says === null ? [["says", words.choose] as const] : []),
    ...(hears && heard === null ? [["heard", words.choose] as const] : []),
    ...(paper === undefined ? [["issued", words.wrongDay] as const] : []),
  ]);
  const isFilled = person !== undefined && signer !== undefined && says !== null;
  const body =
    !isFilled || paper === undefined || (hears && heard === null)
      ? null
      : ({
          do: "consent",
          member: person.member,
          says,
          heard: hears ? heard : null,
          window: { signer, paper },
        } as const);
  return (
    <StepForm {...form} lead={words.alone} faults={faults} body={body}>
      <div className="fields">
        <SelectField
          path="member"
          label={words.member}
          prompt={words.choose}
          value={draft.member}
          choices={seen.people
            .filter(({ member }) => !seen.registered.includes(member))
            .map(({ member, name, alone, guardians }) => ({
              code: member,
              label: alone ? name : `${name} (${d.case.people.guardians(d.case.list(guardians))})`,
            }))}
          onChange={(member) => change({ ...draft, member })}
        />
        <SignerField
          person={person}
          value={draft.signer}
          onChange={(next) => change({ ...draft, signer: next })}
        />
      </div>
      <Radios
        path="says"
        legend={words.says}
        choices={[
          ["yes", words.yes],
          ["no", words.no],
        ]}
        value={says}
        onChange={(next) => change({ ...draft, says: next })}
      />
      {hears ? (
        <Radios
          path="heard"
          legend={words.heard}
          choices={[
            ["agrees", words.heards.agrees],
            ["disagrees", words.heards.disagrees],
          ]}
          value={heard}
          onChange={(next) => change({ ...draft, heard: next })}
        />
      ) : null}
      <PaperFields value={draft.paper} onChange={(next) => change({ ...draft, paper: next })} />
    </StepForm>
  );
}
