import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { inflate } from "@sparticuz/chromium";
import { root } from "../scripts/command.js";
import { withSetupLock } from "../scripts/setup-lock.js";

/** A browser to start: the program, and what it needs in its environment. */
export type ChromiumProgram = { readonly path: string; readonly env: Record<string, string> };

const library = dirname(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")));
const unpacked = join(root, ".luohu", "chromium-153.0.0-fonts");

/** Its own names folders of another system, where it finds no font and so draws no text at all. */
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** The Chromium that npm installed, unpacked once in a checkout; LUOHU_CHROMIUM names another. */
export async function getChromium(): Promise<ChromiumProgram> {
  const override = process.env["LUOHU_CHROMIUM"];
  if (override !== undefined) return { path: override, env: readEnvironment() };
  if (!existsSync(unpacked)) await withSetupLock(unpack);
  return {
    path: join(unpacked, "chromium"),
    // Its own copies of the shared libraries that a bare machine does not have.
    env: {
      ...readEnvironment(),
      LD_LIBRARY_PATH: join(unpacked, "al2023", "lib"),
      FONTCONFIG_PATH: join(unpacked, "fonts"),
      XDG_CACHE_HOME: join(unpacked, "cache"),
    },
  };
}

/** Unpacked aside and moved in whole, so that a cut-short one is never taken for a browser. */
async function unpack(): Promise<void> {
  if (existsSync(unpacked)) return;
  const aside = `${unpacked}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  // The package unpacks into os.tmpdir(), which reads this variable at every call.
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = aside;
  try {
    const parts = ["chromium.br", "al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"];
    await Promise.all(parts.map((part) => inflate(join(library, "bin", part))));
  } finally {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
  writeFileSync(join(aside, "fonts", "fonts.conf"), fontSettings);
  // Unpacked for its owner alone; another user of the same checkout runs tests too.
  chmodSync(join(aside, "chromium"), 0o755);
  renameSync(aside, unpacked);
}

function readEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
