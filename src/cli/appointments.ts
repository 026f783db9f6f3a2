import { listAppointments } from "../identity/index.ts";
import { openDatabase } from "../platform/postgres/index.ts";
import type { Command } from "./command.ts";
import { useInstallation } from "./installation.ts";
import { exit } from "./io.ts";

/** `luohu appointments`: who is, was or will be named to what, one a line. */
export const appointments: Command = {
  options: { json: "flag" },
  operands: 0,
  run: async (call) => {
    const { flags, io, texts } = call;
    const installation = await useInstallation(call);
    if (installation === undefined) return exit.badInput;
    const owner = openDatabase(installation.ownerUrl, { size: 1 });
    try {
      const all = await listAppointments(owner);
      if (flags.has("json")) {
        io.out(`${JSON.stringify(all)}\n`);
        return exit.fine;
      }
      for (const { subject, name, role, counties, department, from, until } of all) {
        const where = [counties.join(","), department ?? ""].filter((each) => each !== "");
        const days = `${from} – ${until ?? texts.appointmentOpen}`;
        io.out(`${[subject, name ?? "-", role, ...where, days].join("  ")}\n`);
      }
      if (all.length === 0) io.out(`${texts.appointmentsNone}\n`);
      return exit.fine;
    } finally {
      await owner.close();
      await installation.close();
    }
  },
};
