// A command that begins just when PostgreSQL goes away.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { root } from "../scripts/command.js";
import { inBox, kill, query } from "../src/platform/postgres/testing/box.ts";
import { bareEnvironment, runToEnd } from "./npm.ts";

const main = join(root, "src", "cli", "main.ts");

test(
  "luohu init waits for a PostgreSQL that is killed under it and comes back",
  { timeout: 60_000 },
  inBox(async (box) => {
    const server = await box.start();
    const holder = new pg.Client({ connectionString: server.ownerUrl });
    holder.on("error", () => undefined);
    await holder.connect();
    // The lock of migrate(): init waits for it.
    await holder.query("SELECT pg_advisory_lock(7091001)");
    const env = bareEnvironment({ LUOHU_DATA: box.base, DATABASE_URL: "" });
    const ended = runToEnd(process.execPath, [main, "init"], { cwd: root, env });
    const waits = "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
    while ((await query(server.ownerUrl, waits)).length === 0) await sleep(20);
    kill(box.postmasterPid());
    expect(await ended).toMatchObject({ code: 0 });
    await holder.end().catch(() => undefined);
    await server.stop();
    await box.expectGone();
  }),
);
