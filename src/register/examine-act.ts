import type { Transaction } from "../platform/postgres/index.ts";
import type { Act } from "./domain/act.ts";
import { decide, type Verdict } from "./domain/decide.ts";
import { fourEyes } from "./domain/four-eyes.ts";
import { type Needs, needs, newIds } from "./domain/needs.ts";
import { knownAs } from "./domain/papers.ts";
import type { County } from "./domain/shapes.ts";
import type { View } from "./domain/view.ts";
import type { HeldPapers } from "./keeper.ts";
import { readEvents } from "./read-events.ts";
import { type Register, scopeOf, todayOf } from "./register.ts";
import { findPersonEvents } from "./store/events.ts";
import { findView } from "./store/load-view.ts";
import { type Locked, lockForAct } from "./store/lock-act.ts";
import { type Versions, versionsOf } from "./versions.ts";

/** What the register says to an act as it stands now. */
export type Examined = {
  readonly view: View;
  /** Versions on which it rests. */
  readonly versions: Versions;
  readonly verdict: Verdict;
  /** The clause by which a second person has to approve; undefined where none has to. */
  readonly fourEyes: string | undefined;
  /** Papers beside the register that an erasure takes along. */
  readonly papers: readonly HeldPapers[];
};

/** Someone moved between the lock and the look: it is done again. */
class Moved extends Error {
  override readonly name = "Moved";
}

const attempts = 4;

/**
 * Locks what the act touches, looks at it, decides, and does `work` with that in the same transaction. The scope is
 * the act's county, and the counties where the people whom it names are registered: they are found by exact key.
 */
export async function examineAct<T>(
  register: Register,
  county: County,
  act: Act,
  now: Date,
  work: (tx: Transaction, examined: Examined) => Promise<T>,
): Promise<T> {
  let counties: readonly County[] = [...new Set([county, ...countiesIn(act)])];
  for (let tries = 1; ; tries++) {
    try {
      const result = await register.database.inTransaction(scopeOf(counties), async (tx) => {
        const wanted = needs(act);
        const locked = await lockForAct(tx, county, counties, wanted);
        const places = [...locked.counties, ...(await placesOfPapers(tx, register, wanted))];
        if (!places.every((each) => counties.includes(each))) return { wider: places };
        const examined = await examineLocked(tx, register, { county, act, now, counties, locked });
        return { done: await work(tx, examined) };
      });
      if ("done" in result) return result.done;
      counties = [...new Set([...counties, ...result.wider])];
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
    }
    if (tries === attempts) throw new Error("the people of an act do not stand still");
  }
}

type LockedAct = {
  readonly county: County;
  readonly act: Act;
  readonly now: Date;
  readonly counties: readonly County[];
  readonly locked: Locked;
};

async function examineLocked(
  tx: Transaction,
  { blocks, tables, keepers }: Register,
  { county, act, now, counties, locked }: LockedAct,
): Promise<Examined> {
  const wanted = needs(act);
  const ids = await blocks.take(tx, newIds(act));
  const seen = await findView(tx, county, wanted, locked.households, todayOf(now));
  const held = new Set(locked.households.map(({ household }) => household));
  for (const { person, household } of seen.people) {
    if (wanted.movers.includes(person) && household !== null && !held.has(household)) {
      throw new Moved();
    }
  }
  const past = wanted.history === null ? [] : await findPersonEvents(tx, counties, wanted.history);
  const history = await readEvents(tx, past);
  const papers: HeldPapers[] = [];
  if (wanted.history !== null) {
    const whom = knownAs(history, wanted.history);
    for (const { hold } of keepers) papers.push(await hold(tx, whom, seen.today));
  }
  const view: View = { ...seen, history, papers: papers.flatMap(({ kept }) => kept) };
  const verdict = decide(act, { view, county, ids, tables });
  return {
    view,
    versions: versionsOf(view, wanted),
    verdict,
    fourEyes: fourEyes(act, view, verdict.warnings),
    papers,
  };
}

async function placesOfPapers(
  tx: Transaction,
  { keepers }: Register,
  { history }: Needs,
): Promise<readonly County[]> {
  const places: County[] = [];
  if (history === null) return places;
  for (const { countiesOf } of keepers) places.push(...(await countiesOf(tx, history)));
  return places;
}

/** Counties that the act itself names. */
function countiesIn(act: Act): readonly County[] {
  const arrivals = act.act === "settle" ? act.arrivals : [];
  return arrivals.flatMap((arrival) => (arrival.from === "county" ? [arrival.county] : []));
}
