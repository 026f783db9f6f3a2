import type { z } from "zod";
import type { caseAudit, overridePage } from "../../../src/casework/audit/contract.ts";

export type CaseAudit = z.infer<typeof caseAudit>;
export type OverridePage = z.infer<typeof overridePage>;
export type Override = OverridePage["overrides"][number];
