import type { z } from "zod";
import type { chainStatus, fault, verification } from "../../../src/register/contract.ts";

export type ChainStatus = z.infer<typeof chainStatus>;
export type Fault = z.infer<typeof fault>;
export type Verification = z.infer<typeof verification>;
