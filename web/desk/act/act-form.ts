import type { ReactNode } from "react";
import type { z } from "zod";
import type { ActName, preview } from "../../../src/register/contract.ts";
import type { Household } from "../household/household-page.tsx";
import type { Person } from "../person/person-page.tsx";
import type { FoundPerson } from "./arriving.ts";
import type { Declarant, SharedDraft } from "./draft.ts";

export type Preview = z.infer<typeof preview>;

/** Whom a form was opened for. */
export type FormContext = {
  readonly household: Household | null;
  readonly person: Person | null;
  /** Someone of another county who is to be settled here. */
  readonly arriving: FoundPerson | null;
};

export type FieldsProps<D> = {
  readonly draft: D;
  readonly onChange: (next: D) => void;
  readonly context: FormContext;
  /** The last answer of the server, which may show people whom the desk cannot look up itself. */
  readonly seen: Preview | null;
};

/** What one act's form is made of; steps, preview and receipt are the same for all. */
export type ActForm<D extends SharedDraft> = {
  readonly act: ActName;
  /** Clauses it may rest on, the usual one first. */
  readonly clauses: readonly string[];
  readonly start: (context: FormContext) => Omit<D, keyof SharedDraft>;
  /** Who has to sign, in the order of the act's list of people (K1). */
  readonly declarants: (draft: D, context: FormContext) => readonly Declarant[];
  /** The act but for its day and ground. */
  readonly toAct: (draft: D, context: FormContext) => Readonly<Record<string, unknown>>;
  /** `others`: declared by family, neighbours or whoever asks, since nobody's own registration is at stake. */
  readonly signedBy: "own" | "others";
  readonly Fields: (props: FieldsProps<D>) => ReactNode;
};

export const regulations = (article: number): string =>
  `Household Registration Regulations 1958 art. ${article}`;
