import type { z } from "zod";
import type { Challenge, OwnExchange } from "../../../src/exchange/contract.ts";
import type { entry, household, lookUp, member, person } from "../../../src/register/contract.ts";

/** The server's answers as src/register/contract.ts describes them; its own tests hold it to that. */
export type Person = z.infer<typeof person>;
export type Household = z.infer<typeof household>;
export type Member = z.infer<typeof member>;
export type Entry = z.infer<typeof entry>;
export type LookUp = z.infer<typeof lookUp>;
export type { Challenge, OwnExchange };
