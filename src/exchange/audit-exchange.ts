import { z } from "zod";
import type { Register } from "../register/index.ts";
import type { DepartmentLog, ExchangeAudit } from "./contract.ts";
import { compareLogs } from "./domain/compare-logs.ts";
import { type Exchange, scopeOf } from "./exchange.ts";
import type { Member } from "./message.ts";
import { departmentLabelOf } from "./own-exchanges.ts";
import { countiesWithLog, listPairs } from "./store/log.ts";
import { countUnanswered, listAsked, listUnanswered } from "./store/requests.ts";
import { type ExchangeVerified, verifyExchange } from "./verify-exchange.ts";

const theirLog = z.array(
  z.object({
    request: z.string(),
    state: z.string(),
    question: z.string().nullable(),
    answer: z.string().nullable(),
  }),
);

const patience = 5_000;
const mostShown = 100;

/** Our logs of counties verified, compared with what every department logged, and what has no answer: nobody is named. */
export async function auditExchange(
  exchange: Exchange,
  { keys }: Pick<Register, "keys">,
  counties: readonly number[],
): Promise<ExchangeAudit> {
  const { database, pack, members } = exchange;
  const logs = await verifyExchange({ database, keys, counties });
  const { asked, counts, oldest } = await database.inTransaction(scopeOf(counties), async (tx) => ({
    asked: await tx.run(listAsked, [counties]),
    counts: await tx.run(countUnanswered, [counties]),
    oldest: await tx.run(listUnanswered, [counties, mostShown]),
  }));
  // The directory may be away: whoever was asked is there all the same, with a log that cannot be read.
  const known = [
    ...(members() ?? []).map(({ member }) => member),
    ...asked.map(({ department }) => department),
  ];
  const departments = await Promise.all(
    [...new Set(known)].map(async (department) => ({
      department,
      departmentLabel: departmentLabelOf(pack, department),
      ...(await compareWith(exchange, department, counties)),
    })),
  );
  return {
    logs: logs.map(shownLog),
    departments,
    unanswered: {
      counts: [...counts],
      requests: oldest.map((row) => ({
        id: row.request,
        county: row.county,
        case: row.case,
        department: row.department,
        departmentLabel: departmentLabelOf(pack, row.department),
        asked: row.asked,
        state: row.state,
        attempts: row.attempts,
        refusal: row.refusal,
      })),
    },
  };
}

/** A verified log as it is shown: what is wrong where. */
export const shownLog = ({ faults, ...log }: ExchangeVerified): DepartmentLog["logs"][number] => ({
  ...log,
  faults: faults.map(({ code, seq }) => ({ code, seq })),
});

/**
 * A department's log against ours, by digest. Theirs has the questions of every county: those of other counties are
 * known to us and not told.
 */
export async function compareWith(
  { database, members }: Exchange,
  department: string,
  counties: readonly number[],
): Promise<Pick<DepartmentLog, "compared" | "differences">> {
  const member = members()?.find((each) => each.member === department);
  const theirs = member && (await readLog(member));
  if (theirs === undefined) return { compared: null, differences: [] };
  const all = await database.inTransaction(scopeOf([]), (tx) => tx.run(countiesWithLog));
  const everywhere = all.map(({ county }) => county);
  const ours = await database.inTransaction(scopeOf(everywhere), (tx) =>
    tx.run(listPairs, [everywhere, department]),
  );
  const known = new Map(ours.map((each) => [each.request, each]));
  const isOurs = ({ request }: { readonly request: string }): boolean =>
    counties.includes(known.get(request)?.county ?? 0);
  return {
    compared: theirs.filter(isOurs).length,
    differences: compareLogs(ours, theirs)
      .filter((each) => isOurs(each) || !known.has(each.request))
      .map(({ request, code }) => {
        const { county = null, case: reference = null } = known.get(request) ?? {};
        return { request, county, case: reference, code };
      }),
  };
}

/** What a department logged; undefined where it cannot be had. */
async function readLog({ url }: Member): Promise<z.output<typeof theirLog> | undefined> {
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(`${url}/log`, { redirect: "error", signal });
    const read = theirLog.safeParse(await response.json());
    return response.ok && read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
