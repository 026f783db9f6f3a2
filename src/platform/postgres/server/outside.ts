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
export async function useOutsidePostgres(addresses: OutsideAddresses): Promise<RunningPostgres> {
  const { ownerUrl } = addresses;
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return {
      ownerUrl,
      appUrl: addresses.appUrl ?? withAppRole(ownerUrl),
      version: await versionOf(client),
      stop: async () => undefined,
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

/** Each connection works as luohu_app from its first statement on. */
export function withAppRole(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const options = url.searchParams.get("options");
  url.searchParams.set("options", `${options === null ? "" : `${options} `}-c role=luohu_app`);
  // A plus sign would reach the server as one.
  return url.href.replaceAll("+", "%20");
}
