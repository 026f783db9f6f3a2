import { cast, listDemoRegister, neighbourCounty, sampleDistrict } from "../demo-data/index.ts";
import { appoint, demoIssuer, findInstallation, markInstallation } from "../identity/index.ts";
import { openDatabase } from "../platform/postgres/index.ts";
import { recordHistory, todayOf } from "../register/index.ts";
import type { Installation } from "./installation.ts";
import { registerOf, standardsFor } from "./open-register.ts";

/** More than the people, the households and the dwellings of the demo are, each. */
const demoKeys = 3000;

/**
 * Fills an installation with made-up people of two counties that do not exist, and names the staff who
 * sign in with one click. Cut short, it goes on where it was.
 */
export async function makeDemo(installation: Installation): Promise<void> {
  const owner = openDatabase(installation.ownerUrl, { size: 2 });
  try {
    if ((await findInstallation(installation.database)) === undefined) {
      await markInstallation(owner, "demo");
    }
    const today = todayOf(new Date());
    await recordHistory(registerOf(installation, standardsFor("demo")), {
      counties: [sampleDistrict, neighbourCounty],
      keys: demoKeys,
      events: (keys) => listDemoRegister({ today, keys }),
    });
    for (const { subject, role, counties, department = null } of cast) {
      if (role === "resident") continue;
      const from = "2020-01-01";
      const named = { subject, role, counties, department, from, until: null };
      await appoint(owner, { issuer: demoIssuer, ...named });
    }
  } finally {
    await owner.close();
  }
}
