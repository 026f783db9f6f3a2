// What makes a table what it is, read from the catalogue: so that it can be made anew, empty and bare, filled, and
// then given all of it again.
import { statement, type Transaction } from "../../../platform/postgres/index.ts";

/** SQL for one table, to be run with the schema `rebuild` before `public` in the search path. */
export type Plan = {
  readonly table: string;
  /** Before the rows come: the bare table, and its exclusion constraints. */
  readonly create: readonly string[];
  /** Indexes, keys, checks, row security, privileges, comment. */
  readonly finish: readonly string[];
  /** Foreign keys, when every table is complete. */
  readonly link: readonly string[];
};

type PlanRow = {
  readonly name: string;
  readonly options: string | null;
  readonly indexes: readonly string[];
  readonly checks: readonly string[];
  readonly exclusions: readonly string[];
  readonly links: readonly string[];
  readonly policies: readonly string[];
  readonly grants: readonly string[];
  readonly secured: boolean;
  readonly forced: boolean;
  readonly comment: string;
};

/** Tables of `public` by name, in the order given. */
const readPlans = statement<PlanRow>(
  "rebuild-read-plans",
  `SELECT t.relname AS name, array_to_string(t.reloptions, ', ') AS options,
     ARRAY(SELECT pg_get_indexdef(i.indexrelid, 0, true) FROM pg_index i
       WHERE i.indrelid = t.oid AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid
         AND c.conrelid = t.oid AND c.contype IN ('p', 'u', 'x'))
       ORDER BY i.indexrelid) AS indexes,
     ARRAY(SELECT format('ADD CONSTRAINT %I %s', c.conname, pg_get_constraintdef(c.oid, true))
       FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype IN ('p', 'u', 'c') ORDER BY c.oid) AS checks,
     ARRAY(SELECT format('ADD CONSTRAINT %I %s', c.conname, pg_get_constraintdef(c.oid, true))
       FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype = 'x' ORDER BY c.oid) AS exclusions,
     ARRAY(SELECT format('ADD CONSTRAINT %I %s', c.conname, pg_get_constraintdef(c.oid, true))
       FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype = 'f' ORDER BY c.oid) AS links,
     ARRAY(SELECT format('CREATE POLICY %I ON %I AS %s FOR %s TO %s%s%s', p.policyname, p.tablename, p.permissive,
         p.cmd, array_to_string(p.roles, ', '), ' USING (' || p.qual || ')', ' WITH CHECK (' || p.with_check || ')')
       FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = t.relname ORDER BY p.policyname) AS policies,
     ARRAY(SELECT format('GRANT %s ON %I TO %s', string_agg(a.privilege_type, ', '), t.relname, a.grantee::regrole)
       FROM aclexplode(t.relacl) a WHERE a.grantee <> t.relowner GROUP BY a.grantee) AS grants,
     t.relrowsecurity AS secured, t.relforcerowsecurity AS forced,
     format('COMMENT ON TABLE %I IS %L', t.relname, obj_description(t.oid, 'pg_class')) AS comment
   FROM unnest($1::text[]) WITH ORDINALITY AS wanted (name, place)
     JOIN pg_class t ON t.relname = wanted.name AND t.relnamespace = 'public'::regnamespace
   ORDER BY wanted.place`,
);

export async function planTables(
  tx: Transaction,
  names: readonly string[],
): Promise<readonly Plan[]> {
  return (await tx.run(readPlans, [names])).map(planOf);
}

function planOf(row: PlanRow): Plan {
  const table = `"${row.name}"`;
  return {
    table: row.name,
    create: [
      `CREATE TABLE rebuild.${table} (LIKE public.${table} INCLUDING DEFAULTS INCLUDING GENERATED
         INCLUDING IDENTITY INCLUDING STORAGE INCLUDING COMMENTS)`,
      ...(row.options === null ? [] : [`ALTER TABLE rebuild.${table} SET (${row.options})`]),
      // Checked row by row whenever they are made, one after the other on a table: several loads at once share that.
      ...row.exclusions.map((exclusion) => `ALTER TABLE rebuild.${table} ${exclusion}`),
    ],
    finish: [
      ...row.indexes,
      // In one statement the checks read the table once.
      ...(row.checks.length === 0 ? [] : [`ALTER TABLE ${table} ${row.checks.join(", ")}`]),
      `ANALYZE ${table}`,
      ...(row.secured ? [`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`] : []),
      ...(row.forced ? [`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`] : []),
      ...row.policies,
      ...row.grants,
      row.comment,
    ],
    link: row.links.map((link) => `ALTER TABLE ${table} ${link}`),
  };
}
