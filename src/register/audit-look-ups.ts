// What auditors and data-protection officers see of look-ups: who looked and why, at whom by internal key only.
import type { z } from "zod";
import type { auditedLookUp, lookUpFilter, lookUpPage } from "./contract.ts";
import type { County } from "./domain/shapes.ts";
import { type Register, scopeOf } from "./register.ts";
import { countLookUps, findLookUps, listByKey, type StoredLookUp } from "./store/look-ups.ts";

const pageSize = 50;

/** One page of look-ups in counties, newest first, with counts by purpose of all that match. */
export async function auditLookUps(
  { database }: Register,
  counties: readonly County[],
  filter: z.infer<typeof lookUpFilter>,
): Promise<z.infer<typeof lookUpPage>> {
  const match = {
    counties,
    purpose: filter.purpose ?? null,
    role: filter.role ?? null,
    from: filter.from ?? null,
    until: filter.until ?? null,
  };
  return database.inTransaction(scopeOf(counties), async (tx) => {
    const found = await findLookUps(tx, match, filter.before ?? null, pageSize + 1);
    const counts = await countLookUps(tx, match);
    return {
      lookUps: found.slice(0, pageSize).map(withoutAccount),
      more: found.length > pageSize,
      counts: counts.map(({ purpose, count }) => ({ purpose, count })),
    };
  });
}

/** Looks in counties by their keys, for whoever answers an objection to them. */
export async function findLookUpsByKey(
  { database }: Register,
  counties: readonly County[],
  keys: readonly string[],
): Promise<readonly z.infer<typeof auditedLookUp>[]> {
  const found = await database.inTransaction(scopeOf(counties), (tx) =>
    tx.run(listByKey, [counties, keys]),
  );
  return found.map(withoutAccount);
}

/** The account stays inside; name and role say who it was. */
function withoutAccount(found: StoredLookUp): z.infer<typeof auditedLookUp> {
  const { id, at, county, by, role, purpose, reference, kind, fields, people } = found;
  return { id, at, county, by, role, purpose, reference, kind, fields, people };
}
