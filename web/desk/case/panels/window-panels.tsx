// What people say at a window, each alone, on a paper they signed.
import { SelectField } from "../../act/fields/select-field.tsx";
import { TextField } from "../../act/fields/text-field.tsx";
import { readDay, readOfficeToday } from "../../shared/day.ts";
import { useDesk } from "../../use-desk.tsx";
import { useCaseWork } from "../case-work.ts";
import { StepForm } from "../step-form.tsx";
import { useStepDraft } from "../use-step-draft.ts";
import { Radios } from "./radios.tsx";

type PaperDraft = { readonly kind: string; readonly number: string; readonly issued: string };

const startPaper = (): PaperDraft => ({
  kind: "written-will",
  number: "",
  issued: readOfficeToday(),
});

const readPaper = ({ kind, number, issued }: PaperDraft) => {
  const day = readDay(issued);
  return day === undefined
    ? undefined
    : { kind, issued: day, ...(number.trim() === "" ? {} : { number: number.trim() }) };
};

type PaperFieldsProps = {
  readonly value: PaperDraft;
  readonly onChange: (next: PaperDraft) => void;
};

function PaperFields({ value, onChange }: PaperFieldsProps) {
  const { d, codes } = useDesk();
  const words = d.case.panel;
  return (
    <div className="fields">
      <SelectField
        path="paper"
        label={words.paper}
        value={value.kind}
        choices={codes.choices("register-paper")}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      <TextField
        path="issued"
        label={words.paperIssued}
        maxLength={20}
        value={value.issued}
        onChange={(issued) => onChange({ ...value, issued })}
      />
      <TextField
        path="number"
        label={words.paperNumber}
        maxLength={80}
        value={value.number}
        onChange={(number) => onChange({ ...value, number })}
      />
    </div>
  );
}

export function WithdrawPanel() {
  const { d } = useDesk();
  const { draft, change, form } = useStepDraft("withdraw", startPaper);
  const words = d.case.panel;
  const onPaper = readPaper(draft);
  return (
    <StepForm
      {...form}
      lead={words.withdrawLead}
      faults={new Map(onPaper === undefined ? [["issued", words.wrongDay]] : [])}
      body={onPaper === undefined ? null : { do: "withdraw", onPaper }}
    >
      <PaperFields value={draft} onChange={change} />
    </StepForm>
  );
}

type ConsentDraft = {
  readonly member: string;
  readonly signer: string;
  readonly says: "yes" | "no" | null;
  readonly heard: "agrees" | "disagrees" | null;
  readonly paper: PaperDraft;
};

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
  const person = seen.people.find(({ member }) => String(member) === draft.member);
  const hears = person?.hear === true && draft.says === "yes";
  const signer = draft.signer.trim().toUpperCase();
  const known = /^(\d{17}[\dX]|SELF)$/.test(signer);
  const paper = readPaper(draft.paper);
  const faults = new Map([
    ...(person === undefined ? [["member", words.choose] as const] : []),
    ...(known ? [] : [["signer", words.signerWrong] as const]),
    ...(draft.says === null ? [["says", words.choose] as const] : []),
    ...(hears && draft.heard === null ? [["heard", words.choose] as const] : []),
    ...(paper === undefined ? [["issued", words.wrongDay] as const] : []),
  ]);
  const body =
    faults.size > 0 || person === undefined || draft.says === null || paper === undefined
      ? null
      : ({
          do: "consent",
          member: person.member,
          says: draft.says,
          heard: hears ? draft.heard : null,
          window: { signer: signer === "SELF" ? ("self" as const) : signer, paper },
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
              label: alone ? name : `${name} (${d.case.people.guardians(guardians.join("、"))})`,
            }))}
          onChange={(member) => change({ ...draft, member })}
        />
        <TextField
          path="signer"
          label={words.signer}
          hint={words.signerHint}
          maxLength={18}
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
        value={draft.says}
        onChange={(says) => change({ ...draft, says })}
      />
      {hears ? (
        <Radios
          path="heard"
          legend={words.heard}
          choices={[
            ["agrees", words.heards.agrees],
            ["disagrees", words.heards.disagrees],
          ]}
          value={draft.heard}
          onChange={(heard) => change({ ...draft, heard })}
        />
      ) : null}
      <PaperFields value={draft.paper} onChange={(next) => change({ ...draft, paper: next })} />
    </StepForm>
  );
}
