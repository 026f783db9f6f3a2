// One case from its draft to its end, by everyone who has a hand in it: what each sees decides what they do next.
import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import type { ownCase } from "../../src/casework/contract.ts";
import type { deskCase } from "../../src/casework/desk/contract.ts";
import type { Chance } from "../../src/demo-data/chance.ts";
import { sampleDistrict } from "../../src/demo-data/index.ts";
import { type Applicants, applicationOf, type Group, isGrownUp } from "./applicants.ts";
import type { CaseLedger, KnownCase } from "./case-ledger.ts";
import { type Bringing, patience, send, step } from "./case-steps.ts";
import type { Office } from "./clerk.ts";
import type { Answer, Session } from "./session.ts";

type OwnCase = z.infer<typeof ownCase>;
type DeskCase = z.infer<typeof deskCase>;

/** How often a clerk looks whether departments have answered, before going on without them. */
const looks = 8;

/** How often the office tries what is refused, before it is given up. */
const patienceAtWindow = 2;

/** D2.1 wants a home, and takes the own one first. */
const ground = "D2.1";

/** How often two have the same case on their screens. */
const meets = 0.25;

/** Where cases are brought, and by whom. */
export type Counter = {
  readonly office: Office;
  readonly ledger: CaseLedger;
  readonly applicants: Applicants;
  readonly chance: Chance;
  /** Two windows with the same case on their screens. */
  readonly clerks: readonly [Session, Session];
  readonly approver: Session;
  /** Somebody who had no hand in the first decision. */
  readonly reviewer: Session;
  /** Signs a resident in; undefined while that cannot be had. */
  readonly signIn: (person: number) => Promise<Session | undefined>;
  readonly address: () => string;
};

const desk = `api/counties/${sampleDistrict}/cases`;
const own = "api/me/cases";
const purpose = { "luohu-purpose": "application" };
const paper = { kind: "application-form" };

/** Brings one case after the other until the office closes. */
export async function bringCases(counter: Counter): Promise<void> {
  const { office, applicants, chance, ledger } = counter;
  while (!office.closing() && !office.signal.aborted) {
    const group = await applicants.next(chance).catch(() => undefined);
    if (group === undefined) await pause(counter);
    else await bringCase(counter, group, ledger.begin());
  }
}

async function bringCase(counter: Counter, group: Group, known: KnownCase): Promise<void> {
  const deadline = Date.now() + patience;
  const course = newCourse(counter, group, known);
  try {
    while (!known.ended && Date.now() < deadline && !counter.office.signal.aborted)
      await takeTurn(course);
    if (!known.ended) known.fault = `left after ${course.last}`;
  } catch (error) {
    known.fault = `after ${course.last}: ${String(error)}`;
    throw error;
  }
}

/** What happens in one case, drawn beforehand, and what has happened of it. */
type Course = Bringing & {
  readonly counter: Counter;
  readonly group: Group;
  readonly address: string;
  readonly sessions: Map<number, Session>;
  /** Stage at which the applicant changes their mind, if they do. */
  readonly withdrawsAt: string | undefined;
  readonly refuses: boolean;
  /** The family says nothing until it is asked again. */
  silent: boolean;
  /** Still to come, each once. */
  readonly pending: Set<"paper" | "redraft" | "notice" | "send-back" | "review" | "rate" | "ask">;
  looked: number;
  /** How often the office could not do what it wanted. */
  refused: number;
};

const happenings = [
  ["paper", 0.4],
  ["redraft", 0.15],
  ["notice", 0.15],
  ["send-back", 0.1],
  ["review", 0.5],
  ["rate", 0.3],
  ["ask", 0.1],
] as const;

function newCourse(counter: Counter, group: Group, known: KnownCase): Course {
  const { chance, address } = counter;
  const stages = ["draft", "submitted", "accepted", "proposed", "granted"];
  return {
    counter,
    group,
    known,
    address: address(),
    sessions: new Map(),
    withdrawsAt: chance.odds(0.12) ? chance.pick(stages) : undefined,
    refuses: chance.odds(0.15),
    silent: chance.odds(0.2),
    pending: new Set(happenings.flatMap(([what, share]) => (chance.odds(share) ? [what] : []))),
    looked: 0,
    refused: 0,
    last: "nothing",
  };
}

async function takeTurn(course: Course): Promise<void> {
  const { known, group, counter } = course;
  const applicant = await sessionOf(course, group[0].person);
  if (applicant === undefined) return pause(counter);
  if (known.case === undefined) return openCase(course, applicant);
  const seen = await applicant.send({ method: "GET", path: `${own}/${known.case}` });
  if (seen?.status !== 200) return pause(counter);
  const mine = seen.body as OwnCase;
  const act = async (name: string, body: object = {}) =>
    void (await step(course, [applicant], own, seen, { do: name, ...body }));
  if (mine.stage === course.withdrawsAt && mine.allowed.includes("withdraw"))
    return act("withdraw");
  switch (mine.stage) {
    case "draft":
      return draft(course, applicant, act);
    case "returned":
      return answer(course, act);
    case "withdrawn":
      known.ended = true;
      return;
    case "effected":
    case "refused":
      return finish(course, mine, act);
    default:
      if (!course.silent && (await consents(course))) return;
      return work(course);
  }
}

const applicationFor = ({ group, address }: Course, facts: object = {}) =>
  applicationOf(group, address, facts);

async function answer(course: Course, act: Acting): Promise<void> {
  const { dossier, form } = applicationFor(course, { "home.own": true });
  return act("answer", { dossier, form });
}

async function openCase(course: Course, applicant: Session): Promise<void> {
  const { known } = course;
  const body = { service: "settlement", application: applicationFor(course) };
  const answer = await send(course, applicant, "open", own, body);
  if (answer?.status === 201) known.case = (answer.body as { readonly case: string }).case;
  // Somebody of them moved, or died, since their page was loaded.
  else if (answer !== undefined) known.ended = true;
}

type Acting = (name: string, body?: object) => Promise<void>;

async function draft(course: Course, applicant: Session, act: Acting): Promise<void> {
  const { pending, counter, known } = course;
  if (pending.delete("paper")) {
    const path = `${own}/${known.case}/documents?paper=id-card`;
    await send(course, applicant, "paper", path, scan(counter.chance));
    return;
  }
  if (pending.delete("redraft")) return act("draft", { application: applicationFor(course) });
  return act("submit");
}

/** A page of a paper, as a scanner has it: its first bytes are a PDF's. */
const scan = ({ between, below }: Chance): Buffer =>
  Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(between(500, 60_000), below(256))]);

/** Each of the family in a session of their own; whether there was something to say. */
async function consents(course: Course): Promise<boolean> {
  const { group, known } = course;
  for (const { person } of group) {
    const session = course.sessions.get(person) ?? (await sessionOf(course, person));
    const path = `${own}/${known.case}`;
    const seen = session && (await session.send({ method: "GET", path }));
    if (session === undefined || seen?.status !== 200) continue;
    const { words, allowed } = seen.body as OwnCase;
    const open = words.find(({ member, says }) => says !== "yes" && member > 0);
    if (open === undefined || !allowed.includes("consent")) continue;
    const heard = open.hear ? "agrees" : null;
    const said = { do: "consent", member: open.member, says: "yes", heard };
    await step(course, [session], own, seen, said);
    return true;
  }
  return false;
}

/** What the office does next. */
async function work(course: Course): Promise<void> {
  const { counter, known, pending } = course;
  const { clerks, approver, chance } = counter;
  const [clerk, other] = clerks;
  const path = `${desk}/${known.case}`;
  const seen = await clerk.send({ method: "GET", path, headers: purpose });
  if (seen?.status !== 200) return pause(counter);
  const shown = seen.body as DeskCase;
  // Two at once, each at a page of their own: one of them is told that the case has moved on.
  const both = chance.odds(meets) ? [clerk, other] : [clerk];
  const act = async (name: string, body: object = {}, by: readonly Session[] = both) =>
    void (await step(course, by, desk, seen, { do: name, ...body }));
  const waits = shown.advice?.departments.some(({ state }) => state === "waiting") === true;
  if (waits && course.looked < looks && chance.odds(0.9)) {
    course.looked += 1;
    return pause(counter);
  }
  if (pending.delete("ask")) {
    await clerk.send({ method: "POST", path: `${path}/questions` });
    return;
  }
  switch (shown.stage) {
    case "submitted":
      if (pending.delete("notice"))
        return act("return", { missing: [{ key: "home.own", arisen: null }] });
      if (!shown.completable || course.refuses) return act("accept");
      return complete(course, seen, both);
    case "accepted":
      return act("check", { seen: [paper], note: null });
    case "checked":
      return shown.advice === null
        ? act("withdraw", { onPaper: paper })
        : act("decide", decisionOn(shown.advice, shown.people.length, course.refuses));
    case "proposed":
      return pending.delete("send-back")
        ? act("send-back", { why: "请再核对" }, [approver])
        : act("approve", {}, [approver]);
    case "granted":
      return effect(course, seen, both);
    default:
      return pause(counter);
  }
}

/** Everything in one visit; where that cannot be, step by step. */
async function complete(course: Course, seen: Answer, by: readonly Session[]): Promise<void> {
  const arranged = await course.counter.applicants.arrange(course.group).catch(() => undefined);
  if (arranged === undefined) return pause(course.counter);
  const body = { do: "complete", seen: [paper], clause: ground, ...arranged };
  const said = await step(course, by, desk, seen, body);
  if (!said.some(({ status }) => status === 422)) return;
  course.refused += 1;
  const accept = { do: "accept" };
  if (course.refused > patienceAtWindow) await step(course, by.slice(0, 1), desk, seen, accept);
}

/** The register follows, while somebody may change their mind. */
async function effect(course: Course, seen: Answer, by: readonly Session[]): Promise<void> {
  const { counter, known, group } = course;
  const { chance } = counter;
  const arranged = await counter.applicants.arrange(group).catch(() => undefined);
  if (arranged === undefined) return pause(counter);
  const carried = step(course, by, desk, seen, { do: "effect", ...arranged });
  const meanwhile = chance.odds(0.1) ? changeMind(course) : Promise.resolve();
  const [said] = await Promise.all([carried, meanwhile]);
  if (!said.some(({ status }) => status === 422)) return;
  course.refused += 1;
  course.silent = false;
  // Somebody of them died or moved: the register cannot follow any more.
  if (course.refused <= patienceAtWindow) return;
  const path = `${desk}/${known.case}`;
  const [clerk] = counter.clerks;
  const now = await clerk.send({ method: "GET", path, headers: purpose });
  if (now?.status === 200)
    await step(course, [clerk], desk, now, { do: "withdraw", onPaper: paper });
}

/** One of the family takes their word back at the very moment, or the applicant the case. */
async function changeMind(course: Course): Promise<void> {
  const { group, known } = course;
  const member = group.findIndex((each, place) => place > 0 && isGrownUp(each));
  const who = group[Math.max(member, 0)];
  const session = who && (await sessionOf(course, who.person));
  const path = `${own}/${known.case}`;
  const seen = session && (await session.send({ method: "GET", path }));
  if (session === undefined || seen?.status !== 200) return;
  const no = { do: "consent", member, says: "no", heard: null };
  await step(course, [session], own, seen, member > 0 ? no : { do: "withdraw" });
}

/** Everyone or nobody; a departure from the advice has its reason. */
function decisionOn(
  { outcome, covered }: NonNullable<DeskCase["advice"]>,
  people: number,
  refuses: boolean,
) {
  const everyone = [...Array(people).keys()];
  const isCovered = (member: number) =>
    member === 0 || covered.some((each) => each.member === member && each.state === "covered");
  const agrees = refuses
    ? outcome === "refused"
    : outcome === "granted" && everyone.every(isCovered);
  return {
    granted: refuses ? [] : everyone,
    clause: ground,
    against: agrees ? null : "已当面核实",
  };
}

/** The decision is told, the applicant may ask for a review, and says how it was. */
async function finish(
  course: Course,
  { allowed, rated, stage }: OwnCase,
  act: Acting,
): Promise<void> {
  const { counter, known, pending, group } = course;
  const { clerks, reviewer } = counter;
  const path = `${desk}/${known.case}`;
  const by = stage === "refused" ? reviewer : clerks[0];
  const seen = await by.send({ method: "GET", path, headers: purpose });
  if (seen?.status !== 200) return pause(counter);
  const shown = seen.body as DeskCase;
  if (shown.allowed.includes("deliver"))
    return void (await step(course, [by], desk, seen, { do: "deliver", how: "portal" }));
  if (stage === "refused" && shown.reviews.some(({ outcome }) => outcome === null)) {
    const granted = group.map((_, place) => place);
    const reversal = { granted, clause: ground, against: "复核时已补证", why: "不动产已登记" };
    const body = { do: "decide-review", outcome: "reversed", ...reversal };
    return void (await step(course, [by], desk, seen, body));
  }
  if (stage === "refused" && allowed.includes("ask-review") && pending.delete("review"))
    return act("ask-review", { against: "decision", why: "我已买房", heard: null });
  if (!rated && allowed.includes("rate") && pending.delete("rate"))
    return act("rate", { grade: 5, why: null });
  known.ended = true;
}

async function sessionOf({ counter, sessions }: Course, person: number) {
  const session = sessions.get(person) ?? (await counter.signIn(person));
  if (session !== undefined) sessions.set(person, session);
  return session;
}

const pause = ({ chance }: Counter) => sleep(chance.between(50, 250));
