// `luohu restore`: an archive into an empty place, the present rebuilt from its events, all of it verified.
import { adoptKeys } from "../../platform/keys/index.ts";
import { type Database, openDatabase } from "../../platform/postgres/index.ts";
import { listPublishedKeys, publishKeysOf } from "../chain/signing-keys.ts";
import { type Verified, verifyRegister } from "../chain/verify.ts";
import { asOwner } from "../rebuild/as-owner.ts";
import { type Rebuilt, rebuildRegister } from "../rebuild/rebuild.ts";
import type { SoundOf } from "../store/particulars.ts";
import { ArchiveError, type Header, readArchive } from "./archive.ts";
import { sections } from "./sections.ts";
import { loadTable, type TableLoad } from "./store/copy.ts";
import { emptyPlace, findFullTable, inEmptyPlace, newestMigration } from "./store/place.ts";

export type RestoreOptions = {
  readonly ownerUrl: string;
  /** As luohu_app. */
  readonly database: Database;
  /** Folder of the keys: it learns the public keys of the archive. */
  readonly keys: string;
  readonly path: string;
  readonly soundOf: SoundOf;
  readonly clock: () => number;
  /** An instant. */
  readonly now: string;
  readonly onStep?: (step: "check" | "load" | "rebuild" | "verify") => void;
};

export type Restored = {
  readonly header: Header;
  readonly rows: Readonly<Record<string, number>>;
  readonly rebuilt: Rebuilt;
  readonly verified: Verified;
};

/** There is something in the place already. */
export class PlaceNotEmpty extends Error {
  override readonly name = "PlaceNotEmpty";
}

/** The archive was taken with a schema that this program does not know yet. */
export class NewerSchema extends Error {
  override readonly name = "NewerSchema";
}

/**
 * The archive is checked from front to back before anything is written. What fails after that is undone.
 * @throws ArchiveError, PlaceNotEmpty, NewerSchema, BrokenChain
 */
export async function restoreRegister(options: RestoreOptions): Promise<Restored> {
  const { ownerUrl, database, keys, path, soundOf, clock, now } = options;
  const { onStep = () => undefined } = options;
  const owner = openDatabase(asOwner(ownerUrl), { size: 1 });
  try {
    onStep("check");
    for await (const part of readArchive(path)) void part;
    onStep("load");
    const { header, rows } = await inEmptyPlace(owner, async (client) => {
      if ((await findFullTable(client)) !== undefined) throw new PlaceNotEmpty();
      const schema = await newestMigration(client);
      return loadArchive(path, schema, (section) => loadTable(client, section));
    });
    try {
      onStep("rebuild");
      const rebuilt = await rebuildRegister({ ownerUrl, soundOf, clock });
      onStep("verify");
      await adoptKeys(keys, await listPublishedKeys(database), now);
      await publishKeysOf(database, keys);
      const verified = await verifyRegister({ database, keys, soundOf });
      return { header, rows, rebuilt, verified };
    } catch (error) {
      await emptyPlace(owner);
      throw error;
    }
  } finally {
    await owner.close();
  }
}

async function loadArchive(
  path: string,
  schema: string,
  open: (section: { table: string; columns: readonly string[] }) => TableLoad,
): Promise<{ readonly header: Header; readonly rows: Record<string, number> }> {
  const rows: Record<string, number> = {};
  let header: Header | undefined;
  let load: TableLoad | undefined;
  let table = "";
  for await (const part of readArchive(path)) {
    switch (part.kind) {
      case "header":
        // Names of migrations begin with their number.
        if (part.header.schema > schema) throw new NewerSchema();
        header = part.header;
        break;
      case "section": {
        const { name, columns } = part.section;
        const known = sections.find((section) => section.table === name);
        if (known === undefined || columns.some((column) => !known.columns.includes(column))) {
          throw new ArchiveError("damaged", name);
        }
        table = name;
        load = open({ table, columns });
        break;
      }
      case "bytes":
        await load?.write(part.bytes);
        break;
      case "end-of-section":
        if ((await load?.end()) !== part.rows) throw new ArchiveError("damaged", table);
        rows[table] = part.rows;
    }
  }
  if (header === undefined) throw new ArchiveError("damaged", "header");
  return { header, rows };
}
