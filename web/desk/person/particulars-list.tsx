import type { Particulars } from "../../../src/register/contract.ts";
import { useDesk } from "../use-desk.tsx";

/** As the register answers: the name and day of birth are gone once somebody was erased. */
export type ShownParticulars = Partial<
  Omit<Particulars, "name" | "birthDate"> & {
    readonly name: string | null;
    readonly birthDate: string | null;
  }
>;

export const particularFields = [
  "name",
  "nameHan",
  "formerNames",
  "sex",
  "birthDate",
  "birthCounty",
  "idNumber",
  "marital",
  "education",
  "mother",
  "father",
] as const;
export type ParticularField = (typeof particularFields)[number];

export function ParticularsList({ particulars }: { readonly particulars: ShownParticulars }) {
  const { d } = useDesk();
  const show = useShowField();
  return (
    <dl className="facts">
      {particularFields.map((field) => (
        <div key={field}>
          <dt>{d.person.fields[field]}</dt>
          <dd>{show(field, particulars[field])}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One field in words: codes by their labels, parents as links to their pages. */
export function useShowField() {
  const { d, codes } = useDesk();
  return (field: string, value: unknown) => {
    if (Array.isArray(value)) return value.length === 0 ? d.none : value.join("、");
    if (typeof value !== "string" && typeof value !== "number") return d.unknown;
    if (field === "birthDate") return d.day(String(value));
    if (field === "birthCounty") return codes.place(Number(value));
    if (field === "sex") return codes.label("sex", Number(value));
    if (field === "marital") return codes.label("marital-status", Number(value));
    if (field === "education") return codes.label("education", Number(value));
    if (field === "mother" || field === "father")
      return <a href={`#/people/${value}`}>{d.person.fields[field]} ›</a>;
    return String(value);
  };
}
