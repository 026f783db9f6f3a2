import { nameOf } from "../household/member-table.tsx";
import type { Declarant } from "./draft.ts";
import type { PersonDraft } from "./person-draft.ts";
import type { Member } from "./seats-draft.ts";

/** Members who have to sign, or may. */
export const membersSign = (members: readonly Member[], required = true): readonly Declarant[] =>
  members.map((member) => ({
    key: String(member.person),
    name: nameOf(member) ?? "",
    birthDate: member.birthDate ?? "",
    required,
  }));

/** Somebody new, as far as their particulars are typed. */
export const newcomerSigns = (key: string, person: PersonDraft): Declarant => ({
  key,
  name: person.nameHan.trim() === "" ? person.name : person.nameHan,
  birthDate: person.birthDate,
  required: true,
});
