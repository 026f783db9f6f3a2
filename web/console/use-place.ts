import { useStandards } from "../staff/use-standards.tsx";
import { useTexts } from "./use-texts.ts";

/** A county by its name and its code. */
export function usePlace(): (county: number) => string {
  const t = useTexts();
  const { place } = useStandards();
  return (county) => {
    const name = place(county);
    return t.place(name === String(county) ? null : name, String(county));
  };
}
