// `luohu backup`: everything from which the register can be made again, in one file.
import { link, open, rm } from "node:fs/promises";
import { openDatabase } from "../../platform/postgres/index.ts";
import { asOwner } from "../rebuild/as-owner.ts";
import { format, writeArchive } from "./archive.ts";
import { type Section, sections } from "./sections.ts";
import { readTable } from "./store/copy.ts";
import { inSnapshot, newestMigration } from "./store/place.ts";

export type BackupOptions = {
  readonly ownerUrl: string;
  /** A file that is not there yet. */
  readonly path: string;
  /** An instant. */
  readonly now: string;
  /** Tables; those of a backup unless given. */
  readonly content?: readonly Section[];
  readonly onSection?: (table: string) => void;
};

export type BackedUp = {
  readonly bytes: number;
  readonly sections: readonly { readonly table: string; readonly rows: number }[];
};

/**
 * One state of the database, in a file that is whole or not there; only its owner may read it.
 * @throws a system error with its code, as EEXIST
 */
export async function backUpRegister(options: BackupOptions): Promise<BackedUp> {
  const { ownerUrl, path, now, content = sections, onSection = () => undefined } = options;
  const aside = `${path}.${process.pid}.part`;
  const owner = openDatabase(asOwner(ownerUrl), { size: 1 });
  try {
    const file = await open(aside, "wx", 0o600);
    try {
      const written = await inSnapshot(owner, async (client) => {
        const schema = await newestMigration(client);
        const archive = await writeArchive(file, { format, taken: now, schema });
        const done: { table: string; rows: number }[] = [];
        for (const section of content) {
          onSection(section.table);
          const start = { name: section.table, columns: [...section.columns] };
          const rows = await archive.section(start, readTable(client, section));
          done.push({ table: section.table, rows });
        }
        await archive.end();
        return done;
      });
      const { size } = await file.stat();
      await file.close();
      // Unlike a rename, a link never takes the place of a file that is there.
      await link(aside, path);
      return { bytes: size, sections: written };
    } finally {
      await file.close().catch(() => undefined);
    }
  } finally {
    await rm(aside, { force: true });
    await owner.close();
  }
}
