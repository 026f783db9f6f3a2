// What a clerk asks the register to do. An act carries what is declared; events carry what follows.
import { z } from "zod";
import {
  county,
  ground,
  householdId,
  householdKind,
  isoDate,
  line,
  particulars,
  personId,
  relation,
  seat,
} from "./shapes.ts";

const shared = { on: isoDate, ground };

/** A dwelling that the register knows, or a new one by its address. */
const home = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("known"), dwelling: z.int().positive() }),
  z.strictObject({
    kind: z.literal("new"),
    address: line(2, 200),
    community: line(1, 100),
  }),
]);

/** The household that people join: one that is there, or one that begins. */
const joined = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("known"), household: householdId }),
  z.strictObject({
    kind: z.literal("new"),
    type: householdKind,
    /** Name of the employer, school, centre or community; null for a family. */
    name: line(1, 120).nullable(),
    home,
  }),
]);

/** Who declares what: known people by key, new ones by their particulars. */
const arrival = z.discriminatedUnion("from", [
  /** Registered in another county kept here: both counties change in one transaction. */
  z.strictObject({ from: z.literal("county"), county, person: personId, relation }),
  /** Registered elsewhere until now, by a move-in permit or a household moved out. */
  z.strictObject({
    from: z.literal("elsewhere"),
    place: line(1, 120),
    particulars,
    relation,
  }),
  /** Never registered anywhere (R10, N1-N6). */
  z.strictObject({ from: z.literal("unregistered"), particulars, relation }),
  /** Was registered here or in a county kept here, moved out, comes back. */
  z.strictObject({
    from: z.literal("returning"),
    place: line(1, 120),
    person: personId,
    relation,
  }),
]);

/** The new relations of those who stay where the head leaves; empty where nothing changes. */
const seats = z.array(seat).max(60).readonly();

export const act = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("register-birth"),
    ...shared,
    household: householdId,
    child: z.strictObject({ particulars, relation }),
  }),
  z.strictObject({
    act: z.literal("settle"),
    ...shared,
    into: joined,
    arrivals: z.array(arrival).min(1).max(30).readonly(),
    /** Relations that change for members already there. */
    seats,
    /** For each household that a move leaves behind: relations of those who stay. */
    leftBehind: z
      .array(z.strictObject({ household: householdId, seats }))
      .max(10)
      .readonly(),
  }),
  z.strictObject({
    act: z.literal("move-out"),
    ...shared,
    household: householdId,
    leavers: z.array(personId).min(1).max(30).readonly(),
    to: line(1, 120),
    seats,
  }),
  /** `split`: into a household that begins; `merger`: everyone, and the old one ends; `move`: anything else. */
  z.strictObject({
    act: z.literal("move-within"),
    ...shared,
    as: z.enum(["split", "merger", "move"]),
    from: householdId,
    movers: z.array(seat).min(1).max(60).readonly(),
    into: joined,
    /** Relations of those who stay in `from`. */
    left: seats,
    /** Relations that change in the household joined. */
    seats,
  }),
  z.strictObject({ act: z.literal("change-address"), ...shared, household: householdId, home }),
  z.strictObject({
    act: z.literal("change-head"),
    ...shared,
    household: householdId,
    /** Everyone's relation to the new head, who has 2. */
    seats,
  }),
  z.strictObject({
    act: z.literal("correct"),
    ...shared,
    person: personId,
    after: particulars.partial(),
  }),
  z.strictObject({
    act: z.literal("register-death"),
    ...shared,
    person: personId,
    died: isoDate,
    seats,
  }),
  z.strictObject({
    act: z.literal("restore"),
    ...shared,
    person: personId,
    cause: z.enum(["declaration-revoked", "cancelled-in-error"]),
    into: joined,
    relation,
    seats,
  }),
  z.strictObject({
    act: z.literal("withhold-booklet"),
    ...shared,
    household: householdId,
    person: personId,
    step: z.enum(["reported", "mediated", "notified", "settled"]),
  }),
  z.strictObject({
    act: z.literal("issue-booklet"),
    ...shared,
    household: householdId,
    person: personId.nullable(),
  }),
  z.strictObject({ act: z.literal("erase"), ...shared, person: personId }),
]);
export type Act = z.infer<typeof act>;
export type ActName = Act["act"];
