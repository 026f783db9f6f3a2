// A PostgreSQL that somebody else runs, named by DATABASE_URL.
import pg from "pg";
import { DatabaseUnavailable, isConnectionLoss } from "../failure.ts";
import type { RunningPostgres } from "./start.ts";

export type OutsideAddresses = {
  /** DATABASE_URL: a role that may migrate. */
  readonly ownerUrl: string;
  /** DATABASE_APP_URL: luohu_app or a member of it. Without it, the owner puts on that role. */
  readonly appUrl?: string | undefined;
};

/**
 * Looks whether the server answers, and gives it the form of one that we started.
 * @throws DatabaseUnavailable when it does not answer
 */
export async function useOutsidePostgres({
  ownerUrl: given,
  appUrl,
}: OutsideAddresses): Promise<RunningPostgres> {
  const client = new pg.Client({ connectionString: given, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return {
      migratorUrl: given,
      ownerUrl: actingAs("luohu_owner", given),
      appUrl: appUrl ?? actingAs("luohu_app", given),
      version: await versionOf(client),
      stop: () => Promise.resolve(),
    };
  } catch (error) {
    if (isConnectionLoss(error)) throw new DatabaseUnavailable(error, "no");
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** As PostgreSQL writes it, without what a packager adds: "15.14". */
export async function versionOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ version: string }>(
    "SELECT current_setting('server_version') AS version",
  );
  return rows[0]?.version.split(" ")[0] ?? "";
}

/** The same login, working from its first statement on as a role that the migrations make. */
export function actingAs(role: "luohu_owner" | "luohu_app", login: string): string {
  const url = new URL(login);
  const options = url.searchParams.get("options");
  url.searchParams.set("options", `${options === null ? "" : `${options} `}-c role=${role}`);
  return url.href;
}
