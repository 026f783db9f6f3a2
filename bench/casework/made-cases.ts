// The cases of the queue, one after the other: each played, and what of it is kept beside its actions.
import { randomBytes } from "node:crypto";
import { type Advised, adviseOn } from "../../src/casework/advise.ts";
import { type Casework, getService, termsOf } from "../../src/casework/casework.ts";
import type { Application } from "../../src/casework/domain/application.ts";
import type { Stage } from "../../src/casework/domain/case.ts";
import { needsSecond } from "../../src/casework/domain/declaration.ts";
import { staffView } from "../../src/casework/domain/view.ts";
import { missingItems } from "../../src/casework/missing.ts";
import { givenIn } from "../../src/casework/plan-step.ts";
import { indexOf } from "../../src/casework/save-steps.ts";
import type { CaseRow } from "../../src/casework/store/cases.ts";
import { type Chance, chanceOf } from "../../src/demo-data/chance.ts";
import type { PlainRecord } from "../../src/policy/index.ts";
import { uuidAt } from "../../src/register/uuid.ts";
import { applicationOf } from "./application.ts";
import { type Course, drawStanding, type Decider, playCase } from "./course.ts";
import type { Family } from "./families.ts";
import { drawGround, type Ground, recordsOf } from "./grounds.ts";

/** A case as it is loaded. */
export type MadeCase = {
  readonly row: CaseRow & { readonly stage: Stage };
  readonly course: Course;
  readonly family: Family;
  readonly ground: Ground;
  /** Departments were asked, and have answered. */
  readonly isAsked: boolean;
  readonly address: string;
  /** As staff see it. */
  readonly version: number;
  /** Who is willing to be registered. */
  readonly willing: readonly number[];
  /** A clerk can finish it in one visit. */
  readonly isReady: boolean;
};

export type Office = {
  readonly casework: Casework;
  readonly county: number;
  readonly today: string;
  /** Record kinds that departments hold for the rules. */
  readonly kinds: readonly string[];
  /** Accounts of those who work there. */
  readonly clerks: readonly string[];
  readonly approvers: readonly string[];
  /** Share of the cases in which departments were asked. */
  readonly asked: number;
};

/** One case for each family. */
export function* makeCases(office: Office, families: Iterable<Family>): Generator<MadeCase> {
  const chance = chanceOf(5);
  const ground = drawGround(office.county);
  const advise = adviser(office);
  let place = 0;
  for (const family of families)
    yield makeCase(office, { family, chance, ground, advise, place: place++ });
}

type Making = {
  readonly family: Family;
  readonly chance: Chance;
  readonly ground: (chance: Chance) => Ground;
  readonly advise: Adviser;
  readonly place: number;
};

const open: ReadonlySet<Stage> = new Set(["submitted", "accepted", "checked"]);

function makeCase(
  office: Office,
  { family, chance, ground: draw, advise, place }: Making,
): MadeCase {
  const { casework, county, today, kinds, clerks, approvers } = office;
  const terms = termsOf(casework, getService(casework, "settlement"));
  const standing = drawStanding(chance);
  let ground = draw(chance);
  while (standing === "granted" && ground.outcome !== "granted") ground = draw(chance);
  const isAsked = chance.odds(office.asked);
  const address = `团结西路${1 + Math.floor(place / 400)}号${1 + (place % 40)}栋${1 + Math.floor((place % 400) / 40)}01室`;
  const application = applicationOf({ county, family, ground, isAsked, today, address }, kinds);
  const row = rowOf(office, family, chance, place);
  const advised = advise(application, family, ground, isAsked);
  const item = missingItems(casework.exchange.pack, advised)("home.lease-registered");
  const course = playCase(
    {
      application,
      standing,
      today,
      terms,
      hands: { clerk: chance.pick(clerks), approver: chance.pick(approvers) },
      decide: decider(casework, county, advised),
      missing: item === undefined ? [] : [{ ...item, arisen: null }],
      isReviewed: chance.odds(0.3),
    },
    chance,
  );
  const { state, actions } = course;
  const opened = `${actions[0]?.on}T02:00:00.000Z`;
  const view = staffView("settlement", actions, today);
  const isReady =
    open.has(state.stage) &&
    ground.outcome === "granted" &&
    view.willing.length === family.members.length;
  const { stage } = state;
  return {
    row: { ...row, opened, ...indexOf(state, terms, today), stage },
    course,
    family,
    ground,
    isAsked,
    address,
    version: view.case.version,
    willing: view.willing,
    isReady,
  };
}

const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

function rowOf({ county, today }: Office, { members }: Family, chance: Chance, place: number) {
  // No number twice: the place in the queue, in another order.
  let left = (place * 15_485_863) % letters.length ** 6;
  let said = "";
  for (let digit = 0; digit < 6; digit++, left = Math.floor(left / letters.length))
    said += letters[left % letters.length];
  const at = new Date(Date.parse(`${today}T00:00:00Z`) - chance.below(40 * 86_400_000));
  return {
    county,
    case: uuidAt(at, randomBytes),
    reference: `${today.replaceAll("-", "")}-${said}`,
    service: "settlement",
    person: members[0]?.person ?? null,
  };
}

type Adviser = (
  application: Application,
  family: Family,
  ground: Ground,
  isAsked: boolean,
) => Advised;

/** The engine's advice, asked once for each ground and each shape of a family. */
function adviser({ casework, kinds, today }: Office): Adviser {
  const known = new Map<string, Advised>();
  return (application, family, ground, isAsked) => {
    const shape = application.people.map(({ tie, guardians }) => `${tie}${guardians.length > 0}`);
    const key = JSON.stringify([ground.name, isAsked, shape]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const answers = {
      records: isAsked ? stated(recordsOf(ground, family, today), today) : {},
      complete: isAsked ? kinds.filter((kind) => !ground.open.includes(kind)) : [],
      open: [],
    };
    const matter = { service: "settlement", today, submitted: today };
    const advised = adviseOn(casework.exchange.pack, application, answers, matter);
    if (!advised.ok) throw new Error(JSON.stringify(advised.problems));
    if (advised.value.advice.outcome !== ground.outcome)
      throw new Error(`${key} is ${advised.value.advice.outcome}`);
    known.set(key, advised.value);
    return advised.value;
  };
}

const stated = (
  records: Readonly<Record<string, readonly PlainRecord[]>>,
  today: string,
): Readonly<Record<string, readonly PlainRecord[]>> =>
  Object.fromEntries(
    Object.entries(records).map(([kind, list]) => [
      kind,
      list.map((record) => ({ source: "public-security", stated: today, ...record })),
    ]),
  );

function decider(casework: Casework, county: number, advised: Advised): Decider {
  const { declaration } = getService(casework, "settlement");
  return (application, granted, on) => {
    const advice = { ...advised.advice, on };
    const against = granted.length > 0 ? null : "到现场看过，不住在那里";
    const said = { do: "decide" as const, granted: [...granted], clause: null, against };
    const given = givenIn(casework, county, advised, said);
    const second = needsSecond(declaration, application, { granted, advice });
    return { do: "decide", ...given, advice, second };
  };
}
