// Settlement: what its form holds, and the shapes of the register and of casework that it joins.
import { z } from "zod";
import { particulars, relation } from "../../register/contract.ts";

export {
  type Declaration,
  declaration,
  type Grant,
  type Undoing,
} from "../../casework/contract.ts";
export {
  type Act,
  act,
  headRelation,
  type HouseholdKind,
  type Particulars,
  type Seat,
} from "../../register/contract.ts";

export { choices, findOrder } from "./domain/address.ts";
export { addressOrders } from "./domain/address-orders.ts";

const name = z.string().trim().min(1).max(120);
const address = {
  address: z.string().trim().min(2).max(200),
  /** Residents' or villagers' committee. */
  community: z.string().trim().min(1).max(100),
};

/** Somebody else's written consent: of the landlord, of the head of the relatives' household. */
const consentOfOther = z.strictObject({ name, signed: z.iso.date() });

/** An address that the person has to offer. Nothing here asks for land, or for giving any of it up (R14, F4). */
const homeOption = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("own-home"), ...address }),
  z.strictObject({
    kind: z.literal("rented-home"),
    ...address,
    /** Null where the landlord does not agree. */
    landlord: consentOfOther.nullable(),
  }),
  z.strictObject({
    kind: z.literal("relatives-home"),
    /** Head of the household that takes them in. */
    host: consentOfOther.nullable(),
  }),
  z.strictObject({ kind: z.literal("employer-collective"), name }),
  z.strictObject({ kind: z.literal("school-collective"), name }),
  z.strictObject({ kind: z.literal("talent-centre-collective"), name }),
  z.strictObject({ kind: z.literal("community-collective"), name }),
]);
export type HomeOption = Readonly<z.infer<typeof homeOption>>;
export type HomeKind = HomeOption["kind"];

const member = z.int().min(0).max(29);

export const settlementForm = z.strictObject({
  /** Every address that the person has to offer; which of them comes first is the clause's order. */
  homes: z.array(homeOption).min(1).max(10).readonly(),
  /** Place of the one chosen. */
  chosen: z.int().min(0),
  /** Each one's relation to the head of the household joined or founded (GB/T 4761). */
  relations: z.array(z.strictObject({ member, relation })).max(30).readonly(),
  /** Those whom no register kept here knows, by their papers. */
  declared: z
    .array(z.strictObject({ member, place: name.nullable(), particulars }))
    .max(30)
    .readonly(),
});
export type SettlementForm = Readonly<z.infer<typeof settlementForm>>;
