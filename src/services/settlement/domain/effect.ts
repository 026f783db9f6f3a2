// From a decided case to the act of the register. It reads the grant, the form and what the register shows - and
// nothing about land: settling touches no right in it (R14, F4).
import {
  type Act,
  type Grant,
  headRelation,
  type HomeOption,
  type HouseholdKind,
  type Particulars,
  type Seat,
  settlementForm,
  type SettlementForm,
  type Undoing,
} from "../contract.ts";
import { type AddressOrder, choices, findOrder } from "./address.ts";

type Settle = Extract<Act, { act: "settle" }>;

/** Where a mover is registered until now, as the register shows it. */
export type Origin =
  | { readonly from: "here"; readonly person: number }
  | { readonly from: "county"; readonly county: number; readonly person: number }
  | { readonly from: "returning"; readonly place: string; readonly person: number }
  /** Nobody kept here knows them: their papers speak. */
  | { readonly from: "elsewhere"; readonly place: string; readonly particulars: Particulars }
  | { readonly from: "unregistered"; readonly particulars: Particulars };

/** What the register shows of the place they go to and of those they leave. */
export type Found = {
  /** The household at the address, or the collective one by its name; null where one begins. */
  readonly household: number | null;
  /** The dwelling at the address, where the register knows it. */
  readonly dwelling: number | null;
  /** In the order of the movers. */
  readonly origins: readonly Origin[];
  /** The one household of the county that those registered here leave; null where nobody is. */
  readonly from: {
    readonly household: number;
    readonly kind: HouseholdKind;
    readonly members: number;
  } | null;
  /** Relations that change for those who live there. */
  readonly seats: readonly Seat[];
  /** Relations of those who stay where somebody leaves. */
  readonly leftBehind: readonly { readonly household: number; readonly seats: readonly Seat[] }[];
};

export type EffectRefusal = {
  readonly code:
    | "form"
    | "address-order"
    | "landlord-consent"
    | "host-consent"
    | "household-unknown"
    | "relation-unstated"
    | "several-origins";
  readonly clause: string | null;
};

type Effect =
  | { readonly ok: true; readonly act: Act }
  | { readonly ok: false; readonly refusal: EffectRefusal };

/** The act that registers those granted who are willing: `settle`, or within the county a move. */
export function settlementEffect(
  grant: Grant,
  found: Found,
  orders: readonly AddressOrder[],
): Effect {
  const parsed = settlementForm.safeParse(grant.form);
  const home = parsed.success ? parsed.data.homes[parsed.data.chosen] : undefined;
  if (!parsed.success || home === undefined) return refuse("form");
  const wrong = whyNotThere(home, parsed.data, grant.clause, found, orders);
  if (wrong !== undefined) return { ok: false, refusal: wrong };
  const seats = seatsOf(grant, parsed.data, home, found);
  if (seats === undefined) return refuse("relation-unstated");
  return actOf(grant, home, found, seats);
}

const refuse = (code: EffectRefusal["code"], clause: string | null = null): Effect => ({
  ok: false,
  refusal: { code, clause },
});

function whyNotThere(
  home: HomeOption,
  { homes, chosen }: SettlementForm,
  clause: string,
  found: Found,
  orders: readonly AddressOrder[],
): EffectRefusal | undefined {
  if (home.kind === "rented-home" && home.landlord === null)
    return { code: "landlord-consent", clause: "D1.3" };
  if (home.kind === "relatives-home" && home.host === null)
    return { code: "host-consent", clause: "K1" };
  if (!choices(clause, homes, orders).includes(chosen))
    return { code: "address-order", clause: findOrder(clause, orders)?.source ?? null };
  const begins = home.kind === "own-home" || home.kind === "rented-home";
  return !begins && found.household === null
    ? { code: "household-unknown", clause: null }
    : undefined;
}

/** A household that people join; collective households are never founded by a case. */
const intoOf = (home: HomeOption, found: Found): Settle["into"] => {
  if (found.household !== null) return { kind: "known", household: found.household };
  const { address, community } = "address" in home ? home : { address: "", community: "" };
  return {
    kind: "new",
    type: "family",
    name: null,
    home:
      found.dwelling === null
        ? { kind: "new", address, community }
        : { kind: "known", dwelling: found.dwelling },
  };
};

const kinds: Readonly<Record<HomeOption["kind"], HouseholdKind>> = {
  "own-home": "family",
  "rented-home": "family",
  "relatives-home": "family",
  "employer-collective": "employer",
  "school-collective": "school",
  "talent-centre-collective": "talent-centre",
  "community-collective": "community",
};

const self = 1;

/**
 * Each mover's relation in the household: in a collective one they are themselves; in one that begins the applicant is
 * the head; else as the form states.
 */
function seatsOf(
  { movers }: Grant,
  { relations }: SettlementForm,
  home: HomeOption,
  { household }: Found,
): readonly number[] | undefined {
  const seats = movers.flatMap(({ member }) => {
    if (kinds[home.kind] !== "family") return [self];
    if (member === 0 && household === null) return [headRelation];
    return relations.find((stated) => stated.member === member)?.relation ?? [];
  });
  return seats.length === movers.length ? seats : undefined;
}

function actOf(grant: Grant, home: HomeOption, found: Found, relations: readonly number[]): Effect {
  const { origins } = found;
  const shared = { on: grant.on, ground: groundOf(grant, home) };
  const into = intoOf(home, found);
  const here = origins.flatMap((origin) => (origin.from === "here" ? [origin] : []));
  if (here.length === 0) {
    const { seats, leftBehind } = found;
    const arrivals = origins.flatMap((origin, place) =>
      arrivalOf(origin, relations[place] ?? self),
    );
    return { ok: true, act: { act: "settle", ...shared, into, arrivals, seats, leftBehind } };
  }
  // D2.3: a move inside the district is served in the same way, and is a move in the register.
  const { from, seats } = found;
  if (from === null || here.length < origins.length) return refuse("several-origins");
  const left = found.leftBehind.find(({ household }) => household === from.household)?.seats ?? [];
  const movers = here.map(({ person }, place) => ({ person, relation: relations[place] ?? self }));
  const act = "move-within";
  const as = moveOf(home, found.household === null, from.kind, movers.length === from.members);
  return {
    ok: true,
    act: { act, ...shared, as, from: from.household, movers, into, left, seats },
  };
}

/** What the register calls a move inside the county. */
function moveOf(
  home: HomeOption,
  begins: boolean,
  from: HouseholdKind,
  empties: boolean,
): "split" | "merger" | "move" {
  if (from !== "family" || kinds[home.kind] !== "family") return "move";
  if (begins) return empties ? "move" : "split";
  return empties ? "merger" : "move";
}

function arrivalOf(origin: Origin, relation: number): Settle["arrivals"] {
  switch (origin.from) {
    case "here":
      return [];
    case "county":
    case "returning":
    case "elsewhere":
    case "unregistered":
      return [{ ...origin, relation }];
  }
}

/** Clause, papers seen, everyone's signed will, and the consent of landlord or host. */
function groundOf(
  { clause, papers, signatures, movers, on }: Grant,
  home: HomeOption,
): Act["ground"] {
  const everyone = movers.map((_, place) => place);
  const host = home.kind === "relatives-home" ? home.host : null;
  const landlord = home.kind === "rented-home" ? home.landlord : null;
  return {
    clause,
    papers: [
      ...papers,
      ...(landlord === null
        ? []
        : [{ kind: "landlord-consent", issuer: landlord.name, issued: landlord.signed }]),
    ].slice(0, 20),
    signatures: [
      ...signatures,
      ...(host === null || host.signed > on
        ? []
        : [{ signer: host.name, as: "head" as const, for: everyone, signed: host.signed }]),
    ],
  };
}

/** What the register shows of the place that somebody goes back to. */
export type Back = Pick<Found, "seats" | "leftBehind"> & {
  /** Null where it ended when they left: they found it anew. */
  readonly household: number | null;
  readonly home: Extract<Settle["into"], { kind: "new" }>["home"];
  /** Each of those who go back, in their order, and their relation there. */
  readonly people: readonly Seat[];
};

/**
 * Whoever a review gives the old registration back to arrives again where they were: the correcting act, done in that
 * county.
 *
 * @param county where the act that is put right had registered them
 */
export const correctingAct = (undoing: Undoing, county: number, back: Back): Settle => ({
  act: "settle",
  on: undoing.on,
  ground: {
    clause: undoing.clause,
    papers: [...undoing.papers].slice(0, 20),
    signatures: [...undoing.signatures],
    note: `puts right ${undoing.receipt}`,
  },
  into:
    back.household === null
      ? { kind: "new", type: "family", name: null, home: back.home }
      : { kind: "known", household: back.household },
  arrivals: back.people.map((seat) => ({ from: "county", county, ...seat })),
  seats: back.seats,
  leftBehind: back.leftBehind,
});
