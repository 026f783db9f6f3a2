import type { ApplicationDraft } from "../../../../src/casework/contract.ts";
import type { HomeOption, SettlementForm } from "../../../../src/services/settlement/contract.ts";

export type Home = HomeOption;
export type Participant = ApplicationDraft["people"][number];
export type Guardian = Participant["guardians"][number];
export type Tie = Participant["tie"];

/** An application for settling, as pages fill it in: homes may still be missing, and texts empty. */
export type Draft = Omit<ApplicationDraft, "form"> & { readonly form: SettlementForm };

const emptyForm: SettlementForm = { homes: [], chosen: 0, relations: [], declared: [] };

/** The server keeps forms of any service; what it gives back for settling is what a page of ours sent. */
export const asDraft = ({ form, ...rest }: ApplicationDraft): Draft => ({
  ...rest,
  form: { ...emptyForm, ...(form as Partial<SettlementForm>) },
});

/** As it is sent. */
export const asSent = ({ form, ...rest }: Draft): ApplicationDraft => ({
  ...rest,
  form: { ...form },
});

/** Family records of the dossier; the one at n is about the person at n + 1. */
export type FamilyRecord = Readonly<Record<string, string | boolean>>;

export function familyOf({ dossier }: Pick<Draft, "dossier">): readonly FamilyRecord[] {
  const { records } = dossier as { readonly records?: { readonly family?: unknown } };
  return Array.isArray(records?.family) ? (records.family as FamilyRecord[]) : [];
}

const withFamily = (draft: Draft, family: readonly FamilyRecord[]): Draft => {
  const { records } = draft.dossier as { readonly records?: object };
  return { ...draft, dossier: { ...draft.dossier, records: { ...records, family } } };
};

/** Somebody added last: with what the rules read of them, their relation to the head, and their papers where they have none here. */
export type Added = {
  readonly participant: Omit<Participant, "family">;
  readonly record: FamilyRecord;
  readonly relation: number | undefined;
  readonly declared: Omit<SettlementForm["declared"][number], "member"> | undefined;
};

export function withPerson(
  draft: Draft,
  { participant, record, relation, declared }: Added,
): Draft {
  const member = draft.people.length;
  const { form } = draft;
  return withFamily(
    {
      ...draft,
      people: [...draft.people, { ...participant, family: member - 1 }],
      form: {
        ...form,
        relations:
          relation === undefined ? form.relations : [...form.relations, { member, relation }],
        declared:
          declared === undefined ? form.declared : [...form.declared, { member, ...declared }],
      },
    },
    [...familyOf(draft), record],
  );
}

/** Everyone behind moves up by one. */
export function withoutPerson(draft: Draft, gone: number): Draft {
  const { form, people } = draft;
  const moved = <T extends { readonly member: number }>(items: readonly T[]): readonly T[] =>
    items.flatMap((item) =>
      item.member === gone
        ? []
        : [{ ...item, member: item.member > gone ? item.member - 1 : item.member }],
    );
  return withFamily(
    {
      ...draft,
      people: people
        .filter((_, member) => member !== gone)
        .map((each, member) => ({ ...each, family: member === 0 ? null : member - 1 })),
      form: { ...form, relations: moved(form.relations), declared: moved(form.declared) },
    },
    familyOf(draft).filter((_, place) => place !== gone - 1),
  );
}

/** Somebody as they are now; where somebody stands to the applicant is what the rules read too. */
export function withParticipant(draft: Draft, member: number, changed: Participant): Draft {
  const people = draft.people.map((each, place) => (place === member ? changed : each));
  const family = familyOf(draft).map((record, place) =>
    place === member - 1 ? { ...record, relation: changed.tie } : record,
  );
  return withFamily({ ...draft, people }, family);
}

export const withFamilyRecord = (draft: Draft, member: number, record: FamilyRecord): Draft =>
  withFamily(
    draft,
    familyOf(draft).map((each, place) => (place === member - 1 ? record : each)),
  );

export const relationIn = ({ form }: Draft, member: number): number | undefined =>
  form.relations.find((each) => each.member === member)?.relation;

export function withRelation(draft: Draft, member: number, relation: number | undefined): Draft {
  const others = draft.form.relations.filter((each) => each.member !== member);
  const relations = relation === undefined ? others : [...others, { member, relation }];
  return { ...draft, form: { ...draft.form, relations } };
}

/** Which homes there are, and which of them it is. */
export const withHomes = (draft: Draft, homes: readonly Home[], chosen: number): Draft => ({
  ...draft,
  form: { ...draft.form, homes, chosen },
});

export const chosenHome = ({ form }: Draft): Home | undefined => form.homes[form.chosen];
