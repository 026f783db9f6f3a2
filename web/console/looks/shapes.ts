import type { z } from "zod";
import type { auditedLookUp, lookUpPage } from "../../../src/register/contract.ts";

export type AuditedLookUp = z.infer<typeof auditedLookUp>;
export type LookUpPage = z.infer<typeof lookUpPage>;
