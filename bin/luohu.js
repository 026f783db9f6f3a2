#!/usr/bin/env node
// Runs the command line on Node 24, whatever Node the person has (18 or newer).
import { existsSync } from "node:fs";
import { findNode24, noNode24Message, runAsThisProcess } from "./node24.js";

// A checkout has the TypeScript source; an installed package has what was compiled from it,
// because Node strips no types under node_modules.
const source = new URL("../src/cli/main.ts", import.meta.url);
const compiled = new URL("../dist/src/cli/main.js", import.meta.url);

const node = findNode24();
if (node === undefined) {
  console.error(noNode24Message());
  process.exitCode = 1;
} else {
  const main = existsSync(source) ? source : compiled;
  process.exitCode = await runAsThisProcess(node, main, process.argv.slice(2));
}
