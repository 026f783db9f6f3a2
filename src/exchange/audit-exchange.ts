import { z } from "zod";
import type { Text } from "../policy/index.ts";
import { compareLogs, type LogDifference } from "./domain/compare-logs.ts";
import { type Exchange, scopeOf } from "./exchange.ts";
import type { Member } from "./message.ts";
import { listPairs } from "./store/log.ts";
import { type ExchangeVerified, verifyExchange } from "./verify-exchange.ts";

export type ExchangeAudit = {
  readonly logs: readonly ExchangeVerified[];
  readonly departments: readonly {
    readonly department: string;
    readonly departmentLabel: Text;
    /** Questions that both logs have; null where the department's log could not be read. */
    readonly compared: number | null;
    readonly differences: readonly LogDifference[];
  }[];
};

const theirLog = z.array(
  z.object({
    request: z.string(),
    state: z.string(),
    question: z.string().nullable(),
    answer: z.string().nullable(),
  }),
);

const patience = 5_000;

/** Our logs verified, and compared with what every department logged: by digest, so nobody is named. */
export async function auditExchange(exchange: Exchange): Promise<ExchangeAudit> {
  const { database, pack, members } = exchange;
  const logs = await verifyExchange(database);
  const counties = logs.map(({ county }) => county);
  const departments = await Promise.all(
    (members() ?? []).map(async (member) => {
      const theirs = await readLog(member);
      const ours = await database.inTransaction(scopeOf(counties), (tx) =>
        tx.run(listPairs, [counties, member.member]),
      );
      const named = pack.vocabulary.departments.find(({ id }) => id === member.member);
      return {
        department: member.member,
        departmentLabel: named?.label ?? { "zh-CN": member.member, en: member.member },
        compared: theirs?.length ?? null,
        differences: theirs === undefined ? [] : compareLogs(ours, theirs),
      };
    }),
  );
  return { logs, departments };
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
