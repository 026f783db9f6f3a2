import type { Database } from "../platform/postgres/index.ts";
import type { Pack } from "../policy/index.ts";
import type { Member } from "./message.ts";

/** What the exchange works with; all that is not pure comes in here. */
export type Exchange = {
  /** As luohu_app, whom row-level security binds. */
  readonly database: Database;
  readonly pack: Pack;
  readonly clock: () => Date;
  /** Bytes that nobody can guess. */
  readonly random: (bytes: number) => Buffer;
  /** Folder of the key that signs our messages. */
  readonly keys: string;
  /** Departments as the directory has them now; undefined while it cannot be had. Not in it: nobody to ask. */
  readonly members: () => readonly Member[] | undefined;
  /** Milliseconds that a department has to answer. */
  readonly patience?: number;
  /** How often nobody may answer a question before it is given up. */
  readonly attempts?: number;
};

/** What we are called among the members. */
export const self = "luohu";

/** The rows of these counties, as their offices keep them. */
export const scopeOf = (counties: readonly number[]) =>
  ({ counties, department: "public-security" }) as const;
