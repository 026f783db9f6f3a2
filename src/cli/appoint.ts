import {
  appoint as appointTo,
  demoIssuer,
  endAppointmentOf,
  findInstallation,
  type InstallationKind,
  type StaffRole,
  staffRoles,
} from "../identity/index.ts";
import { fill, parseDay, suggest } from "../policy/index.ts";
import { openDatabase } from "../platform/postgres/index.ts";
import { todayOf } from "../register/index.ts";
import type { Call, Command } from "./command.ts";
import { type Installation, useInstallation } from "./installation.ts";
import { exit } from "./io.ts";
import { standardsFor } from "./open-register.ts";
import { usePack } from "./pack.ts";

/** `luohu appoint`: names someone to a role, known to Luohu or not yet; with --end, ends it. */
export const appoint: Command = {
  options: {
    role: "value",
    county: "value",
    department: "value",
    from: "value",
    until: "value",
    issuer: "value",
    end: "flag",
  },
  operands: 1,
  run: async (call) => {
    const asked = readAsked(call);
    if (asked === undefined) return exit.badInput;
    const installation = await useInstallation(call);
    if (installation === undefined) return exit.badInput;
    try {
      return await carryOut(installation, asked, call);
    } finally {
      await installation.close();
    }
  },
};

type Asked = {
  readonly subject: string;
  readonly role: StaffRole;
  readonly department: string | null;
  readonly from: string;
  readonly until: string | null;
};

const departmentsOfThePolice: ReadonlySet<StaffRole> = new Set(["window-clerk", "approver"]);

function readAsked(call: Call): Asked | undefined {
  const { operands, values, texts } = call;
  const [subject = ""] = operands;
  // OpenID Connect Core 1.0, section 2: at most 255 ASCII characters.
  if (!/^[\x20-\x7e]{1,255}$/.test(subject)) return refuse(call, texts.appointWhom);
  const role = staffRoles.find((each) => each === values.get("role"));
  if (role === undefined)
    return refuse(call, fill(texts.appointRole, { roles: staffRoles.join(", ") }));
  const today = todayOf(new Date());
  const days = [values.get("from") ?? today, values.get("until")];
  const wrong = days.find((day) => day !== undefined && parseDay(day) === undefined);
  if (wrong !== undefined) return refuse(call, fill(texts.appointDay, { day: wrong }));
  const department = readDepartment(role, call);
  if (department === undefined) return undefined;
  return { subject, role, department, from: days[0] ?? today, until: days[1] ?? null };
}

/** The police's clerks and approvers need not name their department. */
function readDepartment(role: StaffRole, call: Call): string | null | undefined {
  const usual = departmentsOfThePolice.has(role) ? "public-security" : null;
  const named = call.values.get("department") ?? usual;
  if (named === null) return null;
  const known = usePack(undefined, call)?.vocabulary.departments.map(({ id }) => id);
  if (known === undefined) return undefined;
  if (known.includes(named)) return named;
  const near = suggest(named, known);
  const meant = near === undefined ? "" : fill(call.texts.meant, { word: near });
  return refuse(call, fill(call.texts.appointDepartment, { department: named, meant }));
}

async function carryOut(installation: Installation, asked: Asked, call: Call): Promise<number> {
  const { flags, io, texts, values } = call;
  const kind = await findInstallation(installation.database);
  if (kind === undefined) return say(call, texts.notInitialised);
  const issuer = values.get("issuer") ?? usualIssuer(kind, io.env["OIDC_ISSUER"] ?? "");
  if (issuer === undefined) return say(call, texts.appointIssuer);
  if (!URL.canParse(issuer) || (issuer === demoIssuer) !== (kind === "demo")) {
    return say(call, fill(texts.appointOtherIssuer, { issuer: JSON.stringify(issuer) }));
  }
  const { subject, role, department, from, until } = asked;
  const owner = openDatabase(installation.ownerUrl, { size: 1 });
  try {
    if (flags.has("end")) {
      const last = until ?? from;
      const ended = await endAppointmentOf(owner, { issuer, subject, role, until: last });
      if (!ended) return say(call, fill(texts.appointNone, { subject, role, day: last }));
      io.out(`${fill(texts.appointEnded, { subject, role, day: last })}\n`);
      return exit.fine;
    }
    const counties = readCounties(kind, call);
    if (counties === undefined) return exit.badInput;
    const named = { issuer, subject, role, counties, department, from, until };
    const refusal = await appointTo(owner, named);
    if (refusal !== undefined) return say(call, texts[refusals[refusal]]);
    io.out(`${fill(texts.appointed, { subject, role, from })}\n`);
    return exit.fine;
  } finally {
    await owner.close();
  }
}

const refusals = {
  "needs-county": "appointNeedsCounty",
  "needs-department": "appointNeedsDepartment",
  "ends-before-it-begins": "appointOrder",
  "appointed-already": "appointAlready",
} as const;

const usualIssuer = (kind: InstallationKind, named: string): string | undefined =>
  kind === "demo" ? demoIssuer : named === "" ? undefined : named;

function readCounties(kind: InstallationKind, call: Call): readonly number[] | undefined {
  const { divisions } = standardsFor(kind);
  const counties = (call.values.get("county") ?? "").split(",").filter((each) => each !== "");
  const wrong = counties.find((each) => !divisions.keepsRegister(Number(each)));
  if (wrong === undefined) return [...new Set(counties.map(Number))];
  return refuse(call, fill(call.texts.appointCounty, { county: wrong }));
}

function refuse(call: Call, message: string): undefined {
  say(call, message);
}

function say({ io }: Call, message: string): number {
  io.err(`luohu: ${message}\n`);
  return exit.badInput;
}
