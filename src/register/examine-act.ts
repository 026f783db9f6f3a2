import type { Transaction } from "../platform/postgres/index.ts";
import type { Act } from "./domain/act.ts";
import { decide, type Verdict } from "./domain/decide.ts";
import { fourEyes } from "./domain/four-eyes.ts";
import { needs, newIds } from "./domain/needs.ts";
import type { County } from "./domain/shapes.ts";
import type { View } from "./domain/view.ts";
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
        if (!locked.counties.every((each) => counties.includes(each))) return { wider: locked };
        const examined = await examineLocked(tx, register, { county, act, now, counties, locked });
        return { done: await work(tx, examined) };
      });
      if ("done" in result) return result.done;
      counties = [...new Set([...counties, ...result.wider.counties])];
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
  { blocks, tables }: Register,
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
  const view: View = { ...seen, history: await readEvents(tx, past) };
  const verdict = decide(act, { view, county, ids, tables });
  return {
    view,
    versions: versionsOf(view, wanted),
    verdict,
    fourEyes: fourEyes(act, view, verdict.warnings),
  };
}

/** Counties that the act itself names. */
function countiesIn(act: Act): readonly County[] {
  const arrivals = act.act === "settle" ? act.arrivals : [];
  return arrivals.flatMap((arrival) => (arrival.from === "county" ? [arrival.county] : []));
}
