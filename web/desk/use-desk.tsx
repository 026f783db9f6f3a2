import type { Locale } from "../../src/policy/browser.ts";
import { useStaff, useWords, type Staff } from "../staff/use-staff.tsx";
import { deskEn } from "./texts-en.ts";
import { deskZhCN, type DeskTexts } from "./texts-zh-cn.ts";
import { useStandards, type Standards } from "../staff/use-standards.tsx";

const catalogues: Readonly<Record<Locale, DeskTexts>> = { "zh-CN": deskZhCN, en: deskEn };

/** What every page of the desk has at hand: who works, the words, the codes, the county. */
export function useDesk(): Staff & {
  readonly d: DeskTexts;
  readonly codes: Standards;
  readonly county: number;
} {
  const staff = useStaff();
  const d = useWords(catalogues);
  const codes = useStandards();
  if (staff.county === null) throw new Error("a clerk without a county");
  return { ...staff, d, codes, county: staff.county };
}

/** Path of the clerk's own county in the server's routes. */
export const countyPath = (county: number, rest: string): string =>
  `/api/counties/${county}${rest}`;
