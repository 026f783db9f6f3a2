// Someone with every right over the database, and none over the folder of keys.
import type { Database } from "../../platform/postgres/index.ts";
import { genesisOf, linkOf } from "../chain/link.ts";
import type { Fault } from "../chain/fault.ts";
import { tables } from "../rebuild/tables.ts";

const chainTables = ["register_event", "register_payload", "chain_head", "checkpoint"] as const;

/** Opens every lock that the owner can open. */
export async function asForger<T>(
  owner: Database,
  work: (query: (text: string, values?: readonly unknown[]) => Promise<Rows>) => Promise<T>,
): Promise<T> {
  const client = await owner.pool.connect();
  const all = "{990101,990102,990103}";
  try {
    await client.query(
      `SET luohu.department = 'public-security'; SET luohu.counties = '${all}';
       ALTER TABLE register_event DISABLE TRIGGER USER;
       ALTER TABLE register_payload DISABLE TRIGGER USER`,
    );
    return await work(async (text, values = []) => {
      const { rows } = await client.query<Record<string, unknown>>(text, [...values]);
      return rows;
    });
  } finally {
    client.release();
  }
}

type Rows = readonly Record<string, unknown>[];

export const keepChains = (owner: Database): Promise<void> =>
  asForger(owner, async (query) => {
    for (const table of chainTables) {
      await query(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
    }
  });

export const putBackChains = (owner: Database): Promise<void> =>
  asForger(owner, async (query) => {
    for (const table of chainTables) {
      await query(`DELETE FROM ${table}`);
      await query(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
    }
  });

export type ForgedRow = {
  readonly seq: number;
  readonly event: string;
  readonly digest: Buffer;
  readonly salt: Buffer | null;
  readonly payload: Buffer | null;
  /** The event whose other columns it takes. */
  readonly like: string;
};

/** Changes a county's events, numbers them anew, and computes every hash anew. */
export const forge = (
  owner: Database,
  county: number,
  change: (rows: readonly ForgedRow[]) => readonly ForgedRow[],
): Promise<void> =>
  asForger(owner, async (query) => {
    const found = (await query(
      `SELECT e.seq, e.event_id AS event, e.digest, p.salt, p.payload, e.event_id AS like
       FROM register_event e LEFT JOIN register_payload p USING (county, event_id)
       WHERE e.county = $1 ORDER BY e.seq`,
      [county],
    )) as unknown as readonly ForgedRow[];
    await query("CREATE TEMP TABLE was ON COMMIT PRESERVE ROWS AS SELECT * FROM register_event");
    await query("DELETE FROM register_event WHERE county = $1", [county]);
    await query("DELETE FROM register_payload WHERE county = $1", [county]);
    let prev: Uint8Array = genesisOf(county);
    let before: Uint8Array = prev;
    let seq = 0;
    for (const row of change(found)) {
      seq += 1;
      const hash = linkOf(prev, county, seq, row.event, row.digest);
      await query(
        `INSERT INTO register_event SELECT county, $2, $3, type, version, effective, recorded, actor, actor_name,
           approver, approver_name, act_key, $4, $5, $6 FROM was WHERE county = $1 AND event_id = $7`,
        [county, seq, row.event, row.digest, prev, hash, row.like],
      );
      if (row.payload !== null) {
        const values = [county, row.event, row.salt, row.payload];
        await query("INSERT INTO register_payload VALUES ($1, $2, $3, $4)", values);
      }
      before = prev;
      prev = hash;
    }
    await query("UPDATE chain_head SET seq = $2, prev_hash = $3, hash = $4 WHERE county = $1", [
      county,
      seq,
      before,
      prev,
    ]);
    await query("DROP TABLE was");
  });

export type Tampering = {
  /** Table and column. */
  readonly what: string;
  readonly named: (fault: Fault) => boolean;
  readonly undo: () => Promise<void>;
};

const targets = [
  ...chainTables,
  "signing_key",
  "identity_number",
  ...tables.map(({ name }) => name),
];

/** Changes one value a little; undefined where a constraint does not let it, or nothing is there. */
export const tamper = (
  owner: Database,
  dice: {
    readonly table: number;
    readonly row: number;
    readonly column: number;
    readonly byte: number;
  },
): Promise<Tampering | undefined> =>
  asForger(owner, async (query) => {
    const table = targets[dice.table % targets.length] ?? "";
    const columns = await query(
      `SELECT attname AS name, format_type(atttypid, NULL) AS type FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND attgenerated = '' ORDER BY attnum`,
      [table],
    );
    const { name, type } = (columns[dice.column % columns.length] ?? {}) as {
      name: string;
      type: string;
    };
    const rows = await query(
      `SELECT ctid::text AS at, t.*, ${name}::text AS value FROM ${table} t ORDER BY t::text`,
    );
    const row = rows[dice.row % Math.max(rows.length, 1)];
    if (row === undefined) return undefined;
    const value = row["value"] as string | null;
    const changed = change(value, type, dice.byte);
    if (changed === undefined || changed === value) return undefined;
    const put = async (at: unknown, text: string | null) => {
      const [now] = await query(
        `UPDATE ${table} SET ${name} = $2::${type} WHERE ctid = $1::tid RETURNING ctid::text AS at`,
        [at, text],
      );
      return now?.["at"];
    };
    let at: unknown;
    try {
      at = await put(row["at"], changed);
    } catch {
      return undefined;
    }
    return {
      what: `${table}.${name}`,
      named: (fault) => names(fault, table, row),
      undo: () =>
        asForger(owner, async (again) => {
          await again(`UPDATE ${table} SET ${name} = $2::${type} WHERE ctid = $1::tid`, [
            at,
            value,
          ]);
        }),
    };
  });

/** Whether the fault speaks of the row as it was. */
function names(fault: Fault, table: string, row: Readonly<Record<string, unknown>>): boolean {
  if (table === "signing_key")
    return fault.code === "key-differs" && fault.values["key"] === row["key_id"];
  if (table === "chain_head")
    return fault.code === "head-differs" && fault.county === row["county"];
  if (table === "checkpoint")
    return fault.code.startsWith("checkpoint-") && fault.county === row["county"];
  if (table === "register_event") return fault.county === row["county"] && fault.seq === row["seq"];
  if (table === "register_payload") return fault.event === row["event_id"];
  const about = {
    membership: "person_id",
    event_person: "person_id",
    identity_number: "person_id",
  };
  const key = String(
    row[about[table as keyof typeof about] ?? ""] ??
      row["person_id"] ??
      row["household_id"] ??
      row["dwelling_id"],
  );
  return fault.values["table"] === table && String(fault.values["key"]).split(" ").includes(key);
}

function change(value: string | null, type: string, byte: number): string | null | undefined {
  switch (type) {
    case "bytea": {
      const bytes = Buffer.from((value ?? "").slice(2), "hex");
      if (bytes.length === 0) return undefined;
      const at = byte % bytes.length;
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 + (byte % 255)), at);
      return `\\x${bytes.toString("hex")}`;
    }
    case "uuid":
      return value?.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    case "boolean":
      return value === "true" ? "false" : "true";
    case "integer":
    case "bigint":
    case "smallint":
      return value === null ? "1" : String(Number(value) + 1);
    case "date":
      return value === null
        ? "2001-02-03"
        : value.replace(/\d$/, (last) => (last === "1" ? "2" : "1"));
    case "timestamp with time zone":
      return value === null
        ? "2020-01-01"
        : value.replace(/(\d)(\+00)$/, (_, last, zone) => `${last === "1" ? 2 : 1}${zone}`);
    case "daterange":
      return value?.replace(/\[(\d{4})/, (_, year) => `[${Number(year) - 1}`);
    case "text[]":
      return value === "{}" ? '{"x"}' : "{}";
    default:
      return value === null ? "x" : `${value}x`;
  }
}
