// One set-up at a time in a checkout: two terminals may say npm start at once.
import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onStop, root, SetupError } from "./command.js";

const folder = join(root, ".luohu");
const lock = join(folder, "setup.lock");

// A holder touches its lock every two seconds, so an old one belongs to nobody, even when
// its process number has been given to another program since.
const TOUCHED_EVERY = 2_000;
const ABANDONED_AFTER = 10_000;

/** Does the work while holding the checkout's set-up lock.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} */
export async function withSetupLock(work) {
  await take();
  const touch = setInterval(() => utimesSync(lock, new Date(), new Date()), TOUCHED_EVERY);
  touch.unref();
  const release = onStop(() => {
    clearInterval(touch);
    rmSync(lock, { force: true });
  });
  try {
    return await work();
  } finally {
    release();
  }
}

async function take() {
  let told = false;
  while (!tryTake()) {
    const holder = readHolder();
    if (holder !== undefined && !isHeld(holder)) {
      discardStale();
      // What the dead holder had started ends itself when it notices.
      await sleep(500);
      continue;
    }
    if (!told && holder !== undefined && holder.pid !== 0) {
      console.error(`Waiting for process ${holder.pid}, which is setting up this checkout ...`);
      told = true;
    }
    await sleep(200);
  }
}

function tryTake() {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code === "EEXIST") return false;
    throw new SetupError(
      `Cannot write to ${folder} (${code}), and this checkout still has to be set up. ` +
        `Run this once as the user who owns it.`,
    );
  }
}

/** @returns {{pid: number, touched: number} | undefined} */
function readHolder() {
  try {
    return { pid: Number(readFileSync(lock, "utf8")), touched: statSync(lock).mtimeMs };
  } catch {
    return undefined;
  }
}

/** @param {{pid: number, touched: number}} holder */
function isHeld({ pid, touched }) {
  const age = Date.now() - touched;
  // Created, but its process number is not written yet.
  if (pid === 0) return age < TOUCHED_EVERY;
  if (age > ABANDONED_AFTER) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is alive and another user's.
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}

/** Of several waiters that see a dead holder, the rename lets one through. */
function discardStale() {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    rmSync(aside, { force: true });
  } catch {
    // Another waiter was quicker.
  }
}
