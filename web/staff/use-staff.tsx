import { createContext, useContext } from "react";
import type { Locale, Text } from "../../src/policy/browser.ts";
import type { Answer, CallOptions } from "./api.ts";
import type { Purpose } from "./purpose.ts";
import type { Session } from "./session.ts";
import type { StaffTexts } from "./texts.ts";
import { staffEn } from "./texts-en.ts";
import { staffZhCN } from "./texts-zh-cn.ts";

export const staffCatalogues: Readonly<Record<Locale, StaffTexts>> = {
  "zh-CN": staffZhCN,
  en: staffEn,
};

/** What every page of the desk and the console has at hand. */
export type Staff = {
  readonly locale: Locale;
  readonly t: StaffTexts;
  readonly say: (text: Text) => string;
  readonly session: Session;
  /** The county the clerk works for now; null for roles without one. */
  readonly county: number | null;
  readonly purpose: Purpose | null;
  readonly changePurpose: (purpose: Purpose | null) => void;
  /** Asks the server in the page's language, with the purpose of the look-up. */
  readonly call: <T>(path: string, options?: CallOptions) => Promise<Answer<T>>;
};

export const StaffContext = createContext<Staff | null>(null);

export function useStaff(): Staff {
  const staff = useContext(StaffContext);
  if (staff === null) throw new Error("useStaff outside StaffApp");
  return staff;
}

/** The words of a face in the language of the page. */
export function useWords<T>(catalogues: Readonly<Record<Locale, T>>): T {
  return catalogues[useStaff().locale];
}
