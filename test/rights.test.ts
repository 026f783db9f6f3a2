// docs/rights.md lists what is stored; this holds the list against the schema (design 6).
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { useDatabase } from "../src/platform/postgres/testing/index.ts";

const { owner } = await useDatabase();

const page = readFileSync(new URL("../docs/rights.md", import.meta.url), "utf8");

function listedColumns(): readonly string[] {
  const rows = page.matchAll(/^\| `(?<table>[a-z_]+)` \| (?<fields>(?:`[a-z_]+` ?)+)\|/gm);
  return [...rows].flatMap(({ groups }) =>
    [...(groups?.["fields"] ?? "").matchAll(/`([a-z_]+)`/g)].map(
      ([, field]) => `${groups?.["table"]}.${field}`,
    ),
  );
}

it("every stored field has its reason, its readers and its end on the impact page, once", async () => {
  const { rows } = await owner.pool.query<{ field: string }>(
    `SELECT c.relname || '.' || a.attname AS field
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND a.attnum > 0 AND NOT a.attisdropped`,
  );
  expect(listedColumns().toSorted()).toEqual(rows.map(({ field }) => field).toSorted());
});

it("no field is about ethnicity, religion, the body, places visited, or a score", async () => {
  const { rows } = await owner.pool.query<{ said: string }>(
    `SELECT c.relname || '.' || a.attname || ': ' || coalesce(col_description(c.oid, a.attnum), '') AS said
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0`,
  );
  const banned =
    /ethnic|nationalit|religio|faith|blood|height|latitude|longitude|gps|device|imei|face_|fingerprint|visit|contact_|score|watch|risk|suspic/i;
  expect(rows.map(({ said }) => said).filter((said) => banned.test(said))).toEqual([]);
});
