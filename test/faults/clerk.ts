// A clerk at a counter: looks, previews, sends, and sends again until told what became of it.
import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { type Chance, drawFrom } from "../../src/demo-data/chance.ts";
import type { preview, proposal } from "../../src/register/contract.ts";
import { type Act, todayOf } from "../../src/register/index.ts";
import { dayAfter } from "../../src/register/testing/made-up.ts";
import { errands, type Household } from "./acts.ts";
import type { Entry, Ledger, Receipt } from "./ledger.ts";
import type { Newcomers } from "./newcomers.ts";
import type { Answer, Request, Session } from "./session.ts";
import type { Town } from "./town.ts";

export type Clerk = {
  readonly county: number;
  readonly session: Session;
  /** Who approves in the county, if somebody does. */
  readonly approver: Session | undefined;
  readonly chance: Chance;
};

export type Office = {
  readonly town: Town;
  readonly ledger: Ledger;
  readonly newcomers: Newcomers;
  readonly said: (answer: Answer) => void;
  /** Nothing new is begun any more. */
  readonly closing: () => boolean;
  /** Nothing is waited for any more. */
  readonly signal: AbortSignal;
};

type Preview = z.infer<typeof preview>;
type Proposal = z.infer<typeof proposal>;

/** How often something untidy happens that is nobody's kill: in a hundred. */
const closesPage = 0.03;
const pressesTwice = 0.03;
const asksAgain = 0.03;
const sendsRefused = 0.2;
const rejects = 0.15;

/** Milliseconds for which one request is sent again and again. */
const patience = 90_000;

const looking = { "luohu-purpose": "registry-check" };
const drawErrand = drawFrom(errands);

/** Works until the office closes; what was begun is brought to its end. */
export async function work(clerk: Clerk, office: Office): Promise<void> {
  while (!office.closing() && !office.signal.aborted) await serveOne(clerk, office);
}

async function serveOne(clerk: Clerk, office: Office): Promise<void> {
  const { county, session, chance } = clerk;
  const { town, newcomers } = office;
  const asked = town.pick(county, chance);
  const path = `api/counties/${county}/households/${asked}`;
  const looked = await session.send({ method: "GET", path, headers: looking });
  if (looked?.status !== 200 && looked?.status !== 404) return pause(chance);
  const household = looked.status === 200 ? (looked.body as Household) : undefined;
  town.note(county, asked, household);
  if (household === undefined || !town.isHome(household)) return;
  const make = drawErrand(chance);
  const act = make({
    county,
    today: todayOf(new Date()),
    chance,
    newcomers,
    household,
    second: town.seenIn(county, chance, asked),
    elsewhere: town.seenBeside(county, chance),
  });
  if (act !== undefined) await bring(clerk, office, act);
}

/** Previews an act, puts its day right if need be, and sends it. */
async function bring(clerk: Clerk, office: Office, act: Act): Promise<void> {
  const { county, session, chance, approver } = clerk;
  const look = async (act: Act): Promise<Preview | undefined> => {
    const path = `api/counties/${county}/acts/preview`;
    const answer = await session.send({ method: "POST", path, body: act, headers: looking });
    return answer?.status === 200 ? (answer.body as Preview) : undefined;
  };
  let sent = act;
  let shown = await look(act);
  const late = shown?.refusals.find(({ code }) => code === "before-last-change");
  if (late !== undefined) {
    sent = { ...act, on: dayAfter(String(late.values["changed"]), 1) };
    shown = await look(sent);
  }
  if (shown === undefined) return pause(chance);
  // Now and then what cannot be done is sent all the same.
  if (shown.refusals.length > 0 && !chance.odds(sendsRefused)) return;
  if (shown.fourEyes && approver === undefined) return;
  await file(clerk, office, sent, shown.ifMatch);
}

async function file(clerk: Clerk, office: Office, act: Act, ifMatch: string): Promise<void> {
  const { county, session, chance } = clerk;
  const key = uuidFrom(chance);
  const entry = office.ledger.open(key, county, act);
  const request: Request = {
    method: "POST",
    path: `api/counties/${county}/acts`,
    body: act,
    headers: { ...looking, "idempotency-key": key, "if-match": ifMatch },
  };
  const again = () => insist(session, request, entry, clerk, office);
  const answers = await Promise.all(chance.odds(pressesTwice) ? [again(), again()] : [again()]);
  let proposed: Proposal | undefined;
  for (const { answer, sent } of answers.flatMap((each) => each ?? [])) {
    if (answer.status === 202) proposed = answer.body as Proposal;
    else settle(entry, answer, sent, office);
  }
  if (proposed !== undefined) await bringToApprover(clerk, office, entry, proposed);
  if (entry.told !== "done" || !chance.odds(asksAgain)) return;
  const once = await again();
  if (once !== undefined) settle(entry, once.answer, once.sent, office);
}

async function bringToApprover(
  clerk: Clerk,
  office: Office,
  entry: Entry,
  { county, proposal }: Proposal,
): Promise<void> {
  const { approver, chance } = clerk;
  if (approver === undefined) return;
  const verdict = chance.odds(rejects) ? "reject" : "approve";
  const path = `api/counties/${county}/proposals/${proposal}/verdict`;
  const body = { verdict, reason: "已核对" };
  const said = await insist(approver, { method: "POST", path, body }, entry, clerk, office);
  if (said !== undefined) settle(entry, said.answer, said.sent, office);
}

type Told = { readonly answer: Answer; readonly sent: number };

/** The same request until it is answered: done, proposed or refused; undefined where that never happens. */
async function insist(
  session: Session,
  request: Request,
  entry: Entry,
  { chance }: Clerk,
  { said, signal }: Office,
): Promise<Told | undefined> {
  const deadline = Date.now() + patience;
  let closedAfter = chance.odds(closesPage) ? chance.between(1, 40) : undefined;
  while (Date.now() < deadline && !signal.aborted) {
    const sent = Date.now();
    const answer = await session.send({
      ...request,
      ...(closedAfter === undefined ? {} : { closedAfter }),
    });
    if (answer !== undefined) said(answer);
    if (answer !== undefined && answer.status < 500) return { answer, sent };
    closedAfter = undefined;
    entry.lost += 1;
    await pause(chance);
  }
  return undefined;
}

function settle(entry: Entry, answer: Answer, sent: number, { ledger, town }: Office): void {
  if (answer.status === 201) {
    const receipt = answer.body as Receipt;
    ledger.acknowledge(entry, receipt, sent);
    for (const { county, household } of receipt.households) town.add(county, household);
  } else if (entry.told === "done") {
    ledger.contradict(entry, `it was answered with ${answer.status} after its receipt`);
  } else entry.told = "refused";
}

const pause = (chance: Chance) => sleep(chance.between(50, 250));

/** From the seed, as all that a clerk does. */
export function uuidFrom({ below }: Chance): string {
  const hex = Array.from({ length: 32 }, () => below(16).toString(16)).join("");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, `a${hex.slice(17, 20)}`, hex.slice(20)].join("-");
}
