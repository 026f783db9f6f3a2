import {
  findCollective,
  findDwelling,
  findFormerSeat,
  findStandings,
  type Register,
  type Standing,
} from "../../register/index.ts";
import type { Arrangement, Grant, MadeAct, Mover, Service, Undoing } from "../../casework/index.ts";
import { type HomeOption, type Particulars, settlementForm } from "./contract.ts";
import { settlement } from "./declaration.ts";
import { addressOrders } from "./domain/address-orders.ts";
import { correctingAct, type Found, type Origin, settlementEffect } from "./domain/effect.ts";
import { effectTexts } from "./effect-texts.ts";

/** Settling as casework runs it, over a register. */
export const settlementService = (register: Register): Service => ({
  declaration: settlement,
  formFault: (form) => settlementForm.safeParse(form).error?.issues[0]?.path.join("."),
  destinationOf,
  actOf: (grant, county, arrangement) => actOf(register, grant, county, arrangement),
  undoOf: (undoing, county, arrangement) => undoOf(register, undoing, county, arrangement),
  wordsFor: (code) => effectTexts.get(code),
});

function destinationOf(form: unknown): ReturnType<Service["destinationOf"]> {
  const { data } = settlementForm.safeParse(form);
  const home = data?.homes[data.chosen];
  if (home === undefined) return undefined;
  const { kind } = home;
  if ("address" in home)
    return { kind, address: home.address, community: home.community, name: null };
  const name = "name" in home ? home.name : (home.host?.name ?? null);
  return { kind, address: null, community: null, name };
}

async function actOf(
  register: Register,
  grant: Grant,
  county: number,
  arrangement: Arrangement,
): Promise<MadeAct> {
  const form = settlementForm.safeParse(grant.form);
  const home = form.success ? form.data.homes[form.data.chosen] : undefined;
  if (!form.success || home === undefined) return { ok: false, code: "form", clause: null };
  const standings = await standingsOf(register, grant.movers);
  const origins: Origin[] = [];
  let from: Found["from"] = null;
  for (const mover of grant.movers) {
    const declared = form.data.declared.find(({ member }) => member === mover.member);
    const stands = standingOf(standings, mover, county, declared);
    if (stands === undefined) return { ok: false, code: "particulars-missing", clause: "R10.2" };
    origins.push(stands.origin);
    if (stands.seat === null) continue;
    if (from !== null && from.household !== stands.seat.household)
      return { ok: false, code: "several-origins", clause: null };
    from = stands.seat;
  }
  const found: Found = {
    household: arrangement.household ?? (await householdOf(register, county, home)),
    dwelling: "address" in home ? ((await findDwelling(register, county, home)) ?? null) : null,
    origins,
    from,
    seats: arrangement.seats,
    leftBehind: arrangement.leftBehind,
  };
  const effect = settlementEffect(grant, found, addressOrders);
  return effect.ok ? effect : { ok: false, ...effect.refusal };
}

type Declared = { readonly place: string | null; readonly particulars: Particulars } | undefined;

type Standings = ReadonlyMap<string, Standing>;

const standingsOf = (register: Register, movers: readonly Mover[]): Promise<Standings> =>
  findStandings(
    register,
    movers.flatMap(({ participant }) => participant.citizen ?? []),
  );

/** Where a mover comes from, as the register shows it; undefined where nobody says who they are. */
function standingOf(
  standings: Standings,
  { participant: { citizen } }: Mover,
  county: number,
  declared: Declared,
): { readonly origin: Origin; readonly seat: Found["from"] } | undefined {
  const standing = citizen === null ? undefined : standings.get(citizen);
  if (standing === undefined) {
    if (declared === undefined) return undefined;
    const { place, particulars } = declared;
    const origin: Origin =
      place === null
        ? { from: "unregistered", particulars }
        : { from: "elsewhere", place, particulars };
    return { origin, seat: null };
  }
  const { person } = standing;
  if (standing.county === null)
    return { origin: { from: "returning", place: declared?.place ?? "—", person }, seat: null };
  return standing.county === county
    ? { origin: { from: "here", person }, seat: standing.seat }
    : { origin: { from: "county", county: standing.county, person }, seat: null };
}

const collectives = {
  "employer-collective": "employer",
  "school-collective": "school",
  "talent-centre-collective": "talent-centre",
  "community-collective": "community",
} as const;

/** The collective household that a form names; which family somebody joins only the clerk can say. */
async function householdOf(
  register: Register,
  county: number,
  home: HomeOption,
): Promise<number | null> {
  if (!("name" in home)) return null;
  const { name } = home;
  return (await findCollective(register, county, { kind: collectives[home.kind], name })) ?? null;
}

/** Back to the household that they left, in the county where it is. */
async function undoOf(
  register: Register,
  undoing: Undoing,
  county: number,
  { seats, leftBehind }: Arrangement,
): ReturnType<Service["undoOf"]> {
  const people: { readonly person: number; readonly relation: number }[] = [];
  let back: Awaited<ReturnType<typeof findFormerSeat>>;
  const standings = await standingsOf(register, undoing.movers);
  for (const { participant } of undoing.movers) {
    const { citizen } = participant;
    const standing = citizen === null ? undefined : standings.get(citizen);
    const former = standing && (await findFormerSeat(register, standing.person, county));
    if (standing === undefined || former === undefined)
      return { ok: false, code: "no-way-back", clause: null };
    if (back !== undefined && back.household !== former.household)
      return { ok: false, code: "several-origins", clause: null };
    back = former;
    people.push({ person: standing.person, relation: former.relation });
  }
  if (back === undefined) return { ok: false, code: "no-way-back", clause: null };
  const { ended, dwelling } = back;
  const household = ended ? null : back.household;
  const home = { kind: "known", dwelling } as const;
  const act = correctingAct(undoing, county, { household, home, people, seats, leftBehind });
  return { ok: true, act, county: back.county };
}
