import type { z } from "zod";
import type { auditedLookUp, lookUpPage } from "../../../src/register/contract.ts";

export type AuditedLookUp = z.infer<typeof auditedLookUp>;
export type LookUpPage = z.infer<typeof lookUpPage>;

/** What the form narrows down; empty text leaves a side open. */
export type LookUpFilter = {
  readonly county: string;
  readonly purpose: string;
  readonly role: string;
  readonly from: string;
  readonly until: string;
};

export const openFilter: LookUpFilter = { county: "", purpose: "", role: "", from: "", until: "" };

/** The filter as the query of an address: codes and days, nothing about a person. */
export function writeFilter(filter: LookUpFilter): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== "")).toString();
}

export function readFilter(query: Readonly<Record<string, string>>): LookUpFilter {
  const { county = "", purpose = "", role = "", from = "", until = "" } = query;
  return { county, purpose, role, from, until };
}
