import { statement } from "../../platform/postgres/index.ts";

type Key = { readonly account: string };

/** Values: new key, issuer, subject, name, name in Latin letters or null, now. */
export const signInAccount = statement<Key>(
  "sign-in-account",
  `INSERT INTO account AS a (account_id, issuer, subject, name, name_en, last_sign_in)
   VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (issuer, subject) DO UPDATE
     SET name = excluded.name, name_en = excluded.name_en, last_sign_in = excluded.last_sign_in
   RETURNING a.account_id AS account`,
);

/** Values: new key, issuer, subject. Of people who have not signed in yet as well. */
export const ensureAccount = statement<Key>(
  "ensure-account",
  `WITH made AS (
     INSERT INTO account (account_id, issuer, subject) VALUES ($1, $2, $3)
     ON CONFLICT (issuer, subject) DO NOTHING
     RETURNING account_id
   )
   SELECT account_id AS account FROM made
   UNION ALL
   SELECT account_id FROM account WHERE issuer = $2 AND subject = $3
   LIMIT 1`,
);

export const listNames = statement<Key & { readonly name: string }>(
  "list-account-names",
  `SELECT account_id AS account, name FROM account WHERE account_id = ANY ($1::uuid[]) AND name IS NOT NULL`,
);

export const listColleagues = statement<{
  readonly account: string;
  readonly name: string;
  readonly role: "window-clerk" | "approver";
}>(
  "list-colleagues",
  `SELECT DISTINCT a.account_id AS account, a.name, p.role
   FROM appointment p JOIN account a USING (account_id)
   WHERE p.role IN ('window-clerk', 'approver') AND $1::int = ANY (p.counties) AND p.during @> $2::date
     AND p.department = 'public-security' AND a.name IS NOT NULL
   ORDER BY a.name, account`,
);

export const listStaff = statement<{ readonly account: string }>(
  "list-staff",
  `SELECT DISTINCT account_id::text AS account FROM appointment
   WHERE account_id::text = ANY ($1::text[]) AND role IN ('window-clerk', 'approver')`,
);
