// The act of the register that a decision comes to, under a key of its own.
import { createHash } from "node:crypto";
import { findNames } from "../identity/index.ts";
import { type Arrangement, type Casework, getService, type MadeAct } from "./casework.ts";
import { type Case, lastDecision } from "./domain/case.ts";
import { grantOf, undoingOf } from "./domain/grant.ts";
import { refusalTexts } from "./domain/refusal.ts";

export type Made =
  | {
      readonly ok: true;
      readonly act: Extract<MadeAct, { ok: true }>["act"];
      /** County whose clerks do the act. */
      readonly county: number;
      readonly members: readonly number[];
      readonly corrects: number | null;
    }
  | Extract<MadeAct, { ok: false }>;

/** The act of the register: registers those granted and willing, or takes a registration back. */
export async function makeAct(
  casework: Casework,
  county: number,
  { household, seats, leftBehind }: Arrangement,
  state: Case,
  today: string,
): Promise<Made> {
  const service = getService(casework, state.service);
  const arrangement: Arrangement = { household, seats, leftBehind };
  const undoing = undoingOf(state, today);
  if (undoing !== undefined) {
    const made = await service.undoOf(undoing, county, arrangement);
    if (!made.ok) return made;
    const members = undoing.movers.map(({ member }) => member);
    const corrects = state.effects.findIndex(({ receipt }) => receipt === undoing.receipt);
    return { ...made, members, corrects };
  }
  const grant = grantOf(state, today);
  if (grant === undefined)
    return { ok: false, code: "consent-missing", clause: refusalTexts["consent-missing"].clause };
  const made = await service.actOf(grant, county, arrangement);
  if (!made.ok) return made;
  return { ...made, county, members: grant.movers.map(({ member }) => member), corrects: null };
}

/** The other person of a decision, whom the register names beside the one who carries it out. */
export async function secondOf({ register }: Casework, state: Case, actor: string) {
  const decision = lastDecision(state);
  const second = [decision?.approvedBy, decision?.by].find(
    (account) => typeof account === "string" && account !== actor,
  );
  if (typeof second !== "string") return null;
  const names = await findNames(register.database, [second]);
  return { account: second, name: names.get(second) ?? second };
}

/** A UUID that follows from the case and the decision (RFC 9562, version 8). */
export function keyOf(county: number, key: string, decision: number): string {
  const bytes = createHash("sha256").update(`${county}/${key}/${decision}`).digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex", 0, 16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
