import type { z } from "zod";
import type { act, listedProposal, preview } from "../../../src/register/contract.ts";

export type Preview = z.infer<typeof preview>;
export type Proposal = z.infer<typeof listedProposal>;
export type EraseAct = Extract<z.infer<typeof act>, { act: "erase" }>;

/** What the officer has typed so far. */
export type ErasureDraft = {
  readonly county: string;
  readonly person: string;
  readonly basis: string;
  readonly paper: string;
  readonly signer: string;
  readonly signed: string;
};

/** Fields that are not filled in as they should be. */
export function listFaults(draft: ErasureDraft): readonly (keyof ErasureDraft)[] {
  const empty = (Object.keys(draft) as (keyof ErasureDraft)[]).filter(
    (name) => draft[name].trim() === "",
  );
  const wrong = /^[1-9]\d{0,15}$/.test(draft.person.trim()) ? [] : (["person"] as const);
  return [...new Set([...empty, ...wrong])];
}

/** The act as the register takes it. */
export function eraseAct(draft: ErasureDraft, today: string): EraseAct {
  return {
    act: "erase",
    on: today,
    ground: {
      clause: draft.basis.trim(),
      papers: [{ kind: draft.paper.trim() }],
      signatures: [{ signer: draft.signer.trim(), as: "self", for: [0], signed: draft.signed }],
    },
    person: Number(draft.person.trim()),
  };
}
