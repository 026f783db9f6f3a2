import { useSpeech } from "../../../i18n/use-messages.tsx";
import type { ParticularName } from "../messages.ts";
import { useLabels } from "../use-labels.ts";
import { useMy } from "../use-my.tsx";
import { useWords } from "../use-words.ts";

/** One item of the person's own record in words; null where the register has nothing. */
export function useDescribe(): (name: ParticularName) => string | null {
  const { record: words } = useWords();
  const { m } = useSpeech();
  const labels = useLabels();
  const { record, members } = useMy();
  const { particulars } = record;
  /** By name where they are of the household; else only that they are known. */
  const parentName = (parent: number | null) =>
    parent === null
      ? null
      : (members.find(({ person }) => person === parent)?.name ?? words.parentKnown);
  return (name) => {
    switch (name) {
      case "name":
        return particulars.name ?? words.erasedName;
      case "formerNames":
        return particulars.formerNames.length === 0 ? null : m.list(particulars.formerNames);
      case "sex":
        return labels.code("sex", particulars.sex);
      case "birthDate":
        return particulars.birthDate === null ? words.erasedName : m.day(particulars.birthDate);
      case "birthCounty":
        return particulars.birthCounty === null ? null : labels.county(particulars.birthCounty);
      case "marital":
        return particulars.marital === null
          ? null
          : labels.code("marital-status", particulars.marital);
      case "education":
        return particulars.education === null
          ? null
          : labels.code("education", particulars.education);
      case "mother":
      case "father":
        return parentName(particulars[name]);
      case "nameHan":
        return particulars.nameHan === particulars.name ? null : particulars.nameHan;
      case "idNumber":
        return particulars.idNumber;
    }
  };
}
