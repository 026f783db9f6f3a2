// A step in a case, sent until somebody is told what became of it.
import { setTimeout as sleep } from "node:timers/promises";
import type { Chance } from "../../src/demo-data/chance.ts";
import type { CaseLedger, KnownCase, SentStep } from "./case-ledger.ts";
import { type Office, uuidFrom } from "./clerk.ts";
import { type Answer, codeOf, type Request, type Session } from "./session.ts";

/** A case, and what those who bring it go by. */
export type Bringing = {
  readonly counter: {
    readonly office: Office;
    readonly ledger: CaseLedger;
    readonly chance: Chance;
  };
  readonly known: KnownCase;
  /** What was done last, and what became of it. */
  last: string;
};

/** Milliseconds in which a case has to come to its end, whatever is killed meanwhile. */
export const patience = 120_000;

/** How often something untidy happens that is nobody's kill. */
const closesPage = 0.04;
const pressesTwice = 0.06;

type Doing = { readonly do: string; readonly [field: string]: unknown };

/** One step by each of these at once, each under a key of their own; a single one may press twice. */
export async function step(
  bringing: Bringing,
  by: readonly Session[],
  base: string,
  seen: Answer,
  body: Doing,
): Promise<readonly Answer[]> {
  const path = `${base}/${bringing.known.case}/steps`;
  const sent = by.map((session) => send(bringing, session, body.do, path, body, seen.etag));
  return (await Promise.all(sent)).flatMap((each) => each ?? []);
}

/** The same request until it is answered; undefined where that never happens. */
export async function send(
  bringing: Bringing,
  session: Session,
  name: string,
  path: string,
  body: unknown,
  etag?: string,
): Promise<Answer | undefined> {
  const { counter, known } = bringing;
  const { chance, ledger } = counter;
  const key = uuidFrom(chance);
  const headers = { "idempotency-key": key, ...(etag === undefined ? {} : { "if-match": etag }) };
  const request: Request = { method: "POST", path, body, headers };
  const sent = ledger.send(known, key, name);
  const again = () => insist(counter, session, request, sent);
  const answers = await Promise.all(chance.odds(pressesTwice) ? [again(), again()] : [again()]);
  for (const answer of answers) if (answer !== undefined) ledger.tell(sent, answer);
  const [first] = answers;
  bringing.last = `${name} ${first?.status ?? "unanswered"} ${first === undefined ? "" : why(first)}`;
  // What nobody could have meant is a fault of this harness.
  if (first?.status === 400) throw new Error(bringing.last);
  return first;
}

async function insist(
  { office, chance }: Bringing["counter"],
  session: Session,
  request: Request,
  sent: SentStep,
): Promise<Answer | undefined> {
  const deadline = Date.now() + patience;
  let closedAfter = chance.odds(closesPage) ? chance.between(1, 60) : undefined;
  while (Date.now() < deadline && !office.signal.aborted) {
    const closing = closedAfter === undefined ? {} : { closedAfter };
    const answer = await session.send({ ...request, ...closing });
    if (answer !== undefined) office.said(answer);
    if (answer !== undefined && answer.status < 500) return answer;
    closedAfter = undefined;
    sent.lost += 1;
    await sleep(chance.between(50, 250));
  }
  return undefined;
}

/** Codes of a refusal. */
function why({ body }: Answer): string {
  const { problems = [] } = (body ?? {}) as { readonly problems?: readonly { code: string }[] };
  return [codeOf(body), ...problems.map(({ code }) => code)].join(" ");
}
