import type { z } from "zod";
import type {
  letter,
  OwnCase,
  ownCases,
  OwnStep,
  stepReceipt,
} from "../../../../src/casework/contract.ts";

/** The server's answers as src/casework/contract.ts describes them; its own tests hold it to that. */
export type ListedCase = z.infer<typeof ownCases>[number];
export type Letter = z.infer<typeof letter>;
export type StepReceipt = z.infer<typeof stepReceipt>;
export type Happening = OwnCase["timeline"][number];
export type Word = OwnCase["words"][number];
export type { OwnCase, OwnStep };
