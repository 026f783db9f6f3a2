// A register on a test's own database, whose days and keys the test gives out.
import { createHash, randomBytes } from "node:crypto";
import type { Database } from "../../platform/postgres/index.ts";
import { soundOf } from "../../standards/index.ts";
import type { Act } from "../domain/act.ts";
import type { County, IsoDate } from "../domain/shapes.ts";
import type { Ids } from "../domain/view.ts";
import type { Looker } from "../look-up.ts";
import { type ActOutcome, performAct } from "../perform-act.ts";
import { previewAct } from "../preview-act.ts";
import { decideOnProposal, type VerdictOutcome } from "../proposals.ts";
import { openRegister, type Register } from "../register.ts";
import { readVersions } from "../versions.ts";
import { tables } from "./tables.ts";

export const clerk = { account: "0197-clerk", name: "林思齐" };
export const approver = { account: "0197-approver", name: "韩素梅" };

export const looker: Looker = {
  ...clerk,
  role: "window-clerk",
  department: "public-security",
  purpose: "application",
  reference: null,
};

/** A register on a day; `keys` is a folder for signing keys, where a test needs one. */
export function registerOn(
  database: Database,
  today: () => IsoDate = () => "2026-07-01",
  keys = "",
): Register {
  let milliseconds = 0;
  return openRegister({
    database,
    // Ten in the morning in China, and later every time.
    clock: () => new Date(Date.parse(`${today()}T02:00:00Z`) + (milliseconds += 1)),
    random: randomBytes,
    soundOf,
    tables,
    keys,
    keepers: [],
  });
}

/** The same register, giving out these keys. */
export const withKeys = (register: Register, ids: Ids): Register => ({
  ...register,
  blocks: { take: async () => ids },
});

/** A key of an act that is the same for the same text. */
export function actKey(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Looks at what an act would do, does it on that ground, and has it approved where four eyes are asked for. */
export async function doAct(
  register: Register,
  county: County,
  act: Act,
  key: string,
): Promise<ActOutcome | VerdictOutcome> {
  const { ifMatch } = await previewAct(register, county, act, looker);
  const seen = readVersions(ifMatch);
  if (seen === undefined) throw new Error(`a preview's versions cannot be read: ${ifMatch}`);
  const outcome = await performAct(register, { county, act, key: actKey(key), seen, actor: clerk });
  if (outcome.kind !== "proposed") return outcome;
  const { proposal } = outcome.proposal;
  const asked = { county, proposal, verdict: "approve", reason: "", actor: approver } as const;
  return decideOnProposal(register, asked);
}
