import type { Database } from "../platform/postgres/index.ts";
import type { County, IsoDate } from "./domain/shapes.ts";
import type { Tables } from "./domain/view.ts";
import type { Keeper } from "./keeper.ts";
import { type KeyBlocks, openKeyBlocks } from "./key-blocks.ts";
import type { SoundOf } from "./store/particulars.ts";

/** What the register works with; all that is not pure comes in here. */
export type RegisterSettings = {
  /** As luohu_app, whom row-level security binds. */
  readonly database: Database;
  readonly clock: () => Date;
  /** Bytes that nobody can guess. */
  readonly random: (bytes: number) => Buffer;
  readonly soundOf: SoundOf;
  readonly tables: Tables;
  /** Folder of the keys that sign chain heads. */
  readonly keys: string;
  /** Who keeps papers about people beside it. */
  readonly keepers: readonly Keeper[];
};

export type Register = RegisterSettings & { readonly blocks: KeyBlocks };

export function openRegister(settings: RegisterSettings): Register {
  return { ...settings, blocks: openKeyBlocks() };
}

/** The rows of these counties, as the police keep them. */
export const scopeOf = (counties: readonly County[]) =>
  ({ counties, department: "public-security" }) as const;

/** The day it is in China, which keeps one time (UTC+8) everywhere. */
export function todayOf(now: Date): IsoDate {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
