import type { Particulars } from "../../../src/register/contract.ts";
import { dayOf } from "./draft.ts";

/** Particulars as they are typed: everything is text until it is checked. */
export type PersonDraft = {
  readonly name: string;
  readonly nameHan: string;
  readonly formerNames: string;
  readonly sex: string;
  readonly birthDate: string;
  readonly birthCounty: string;
  readonly idNumber: string;
  readonly marital: string;
  readonly education: string;
  readonly mother: string;
  readonly father: string;
};

export const emptyPerson: PersonDraft = {
  name: "",
  nameHan: "",
  formerNames: "",
  sex: "",
  birthDate: "",
  birthCounty: "",
  idNumber: "",
  marital: "",
  education: "",
  mother: "",
  father: "",
};

const numberOrNull = (text: string): number | null => (text.trim() === "" ? null : Number(text));
const textOrNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/** One typed field as the register holds it; what cannot be read is left for the act's check to refuse. */
export function readParticular(field: keyof PersonDraft, text: string): unknown {
  switch (field) {
    case "name":
      return text.trim();
    case "formerNames":
      return text
        .split(/[、,，;；]/)
        .map((name) => name.trim())
        .filter((name) => name !== "");
    case "sex":
      return text === "" ? null : Number(text);
    case "birthDate":
      return dayOf(text);
    case "nameHan":
      return textOrNull(text);
    case "idNumber":
      return textOrNull(text)?.toUpperCase() ?? null;
    default:
      return numberOrNull(text);
  }
}

export const particularsOf = (draft: PersonDraft): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    (Object.keys(draft) as (keyof PersonDraft)[]).map((field) => [
      field,
      readParticular(field, draft[field]),
    ]),
  );

/** What the register holds, as text to be changed. */
export function draftOf(particulars: Partial<Record<keyof Particulars, unknown>>): PersonDraft {
  const write = (value: unknown) => {
    if (Array.isArray(value)) return value.join("、");
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  return Object.fromEntries(
    (Object.keys(emptyPerson) as (keyof PersonDraft)[]).map((field) => [
      field,
      write(particulars[field]),
    ]),
  ) as PersonDraft;
}
