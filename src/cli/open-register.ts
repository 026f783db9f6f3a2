import { randomBytes } from "node:crypto";
import { caseKeeper } from "../casework/index.ts";
import { madeUpDivisions } from "../demo-data/index.ts";
import { exchangeKeeper } from "../exchange/index.ts";
import type { InstallationKind } from "../identity/index.ts";
import { openRegister, type Register } from "../register/index.ts";
import { settlement } from "../services/settlement/index.ts";
import { loadStandards, registerTables, soundOf, type Standards } from "../standards/index.ts";
import type { Installation } from "./installation.ts";

/** The national code lists and divisions, with the made-up counties of a demo. */
export function standardsFor(kind: InstallationKind): Standards {
  return loadStandards(kind === "demo" ? madeUpDivisions : []);
}

/** The register of an installation, in earnest: its clock and its chance are the machine's. */
export function registerOf({ database, keys }: Installation, standards: Standards): Register {
  const tables = registerTables(standards);
  return openRegister({
    database,
    clock: () => new Date(),
    random: randomBytes,
    soundOf,
    tables,
    keys,
    keepers: [caseKeeper([settlement], tables), exchangeKeeper],
  });
}
