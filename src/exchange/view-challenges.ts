// What people object to, with what it was that they object to: whose data they are is not in it.
import type { z } from "zod";
import { findStaff } from "../identity/index.ts";
import { findLookUpsByKey, type Register } from "../register/index.ts";
import type { challengeFilter, ChallengePage } from "./contract.ts";
import { type Exchange, scopeOf } from "./exchange.ts";
import { departmentLabelOf, shownOf } from "./own-exchanges.ts";
import { countChallenges, listAnswered, listOpen } from "./store/challenges.ts";
import { findRequests, type StoredRequest } from "./store/requests.ts";

const pageSize = 50;

type Challenged = NonNullable<ChallengePage["challenges"][number]["challenged"]>;
type LookUp = Awaited<ReturnType<typeof findLookUpsByKey>>[number];

/** One page of what people of counties object to: the open ones oldest first, the answered ones newest first. */
export async function viewChallenges(
  { database, pack }: Exchange,
  register: Register,
  counties: readonly number[],
  { state, after }: z.output<typeof challengeFilter>,
): Promise<ChallengePage> {
  const { rows, counts, requests } = await database.inTransaction(scopeOf(counties), async (tx) => {
    const list = state === "open" ? listOpen : listAnswered;
    const found = await tx.run(list, [counties, after ?? null, pageSize + 1]);
    const keys = found.map(({ aboutId }) => aboutId);
    return {
      rows: found,
      counts: await tx.run(countChallenges, [counties]),
      requests: await tx.run(findRequests, [counties, keys]),
    };
  });
  const shown = rows.slice(0, pageSize);
  const lookedAt = shown.filter(({ about }) => about === "look-up").map(({ aboutId }) => aboutId);
  const looks = await findLookUpsByKey(register, counties, lookedAt);
  const staff = await findStaff(
    database,
    requests.map(({ account }) => account),
  );
  const asked = new Map(requests.map((each) => [each.request, each]));
  const looked = new Map(looks.map((each) => [each.id, each]));
  const challengedOf = (about: string, id: string): Challenged | null => {
    const [request, look] = [asked.get(id), looked.get(id)];
    if (about === "exchange") return request === undefined ? null : requestOf(request);
    return look === undefined ? null : lookOf(look);
  };
  const requestOf = (row: StoredRequest): Challenged => {
    const { asked: at, purpose, case: reference, basis, records } = shownOf(pack, row);
    const departmentLabel = departmentLabelOf(pack, row.department);
    const by = staff.has(row.account) ? row.by : null;
    return {
      about: "exchange",
      asked: at,
      by,
      departmentLabel,
      purpose,
      case: reference,
      basis,
      records,
    };
  };
  return {
    challenges: shown.map((each) => ({
      ...each,
      challenged: challengedOf(each.about, each.aboutId),
    })),
    more: rows.length > pageSize,
    counts: { open: counts[0]?.open ?? 0, answered: counts[0]?.answered ?? 0 },
  };
}

function lookOf({ at, by, role, purpose, reference, kind, fields }: LookUp): Challenged {
  return { about: "look-up", asked: at, by, role, purpose, reference, kind, fields: [...fields] };
}
