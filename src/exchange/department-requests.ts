// What the officer of a department sees: what the department was asked, and which rules read it.
import { type Pack, recordsRead } from "../policy/index.ts";
import type { z } from "zod";
import type { departmentFilter, DepartmentRequests } from "./contract.ts";
import type { Exchange } from "./exchange.ts";
import { shownOf } from "./own-exchanges.ts";
import { countOfDepartment, listOfDepartment, type StoredRequest } from "./store/requests.ts";

const pageSize = 50;

/** One page of what a department was asked by counties, newest first, as row security lets the department see it. */
export async function viewDepartmentRequests(
  { database, pack }: Exchange,
  counties: readonly number[],
  department: string,
  filter: z.output<typeof departmentFilter>,
): Promise<DepartmentRequests> {
  const match = [counties, department, filter.from ?? null, filter.until ?? null];
  const page = [filter.state ?? null, filter.before ?? null, pageSize + 1];
  const { rows, counts } = await database.inTransaction({ counties, department }, async (tx) => ({
    rows: await tx.run(listOfDepartment, [...match, ...page]),
    counts: await tx.run(countOfDepartment, match),
  }));
  const readersOf = openReaders(pack);
  const requests = rows.slice(0, pageSize).map((row) => {
    const shown = shownOf(pack, row);
    const readers = readersOf(row);
    return {
      ...shown,
      records: shown.records.map((each) => ({
        ...each,
        clauses: row.basis.filter((clause) => readers.get(each.kind)?.includes(clause)),
      })),
      refusal: row.refusal,
      log: row.log,
    };
  });
  const cited = new Set(requests.flatMap(({ basis }) => basis));
  return {
    requests,
    more: rows.length > pageSize,
    counts: [...counts],
    rules: pack.rules
      .filter(({ clause }) => cited.has(clause))
      .map(({ clause, title }) => ({ clause, title })),
  };
}

type Readers = ReadonlyMap<string, readonly string[]>;

/** For a question, the clauses of the rules that read each kind; worked out anew from the rulebook, once a matter. */
function openReaders(pack: Pack): (row: StoredRequest) => Readers {
  const known = new Map<string, Readers>();
  return ({ service, on, placeCounty, placeKind }) => {
    const matter = [service, on, placeCounty, placeKind].join(" ");
    const found = known.get(matter);
    if (found !== undefined) return found;
    const place = {
      county: String(placeCounty),
      ...(placeKind === null ? {} : { kind: placeKind }),
    };
    const nothing = { complete: [], unsure: [], records: {}, facts: {} };
    const read = recordsRead(pack, service, { on, place, ...nothing });
    const readers: Readers = new Map(
      read.ok ? read.value.records.map(({ kind, clauses }) => [kind.name, clauses]) : [],
    );
    known.set(matter, readers);
    return readers;
  };
}
