// A case opened and a case finished without HTTP and with nobody else there: which statements that takes.
import { randomUUID } from "node:crypto";
import type { Casework } from "../../src/casework/casework.ts";
import { takeEffect } from "../../src/casework/effect.ts";
import { viewCase } from "../../src/casework/view-case.ts";
import type { Signed } from "../../src/casework/stored-case.ts";
import { clerk } from "../../src/demo-data/index.ts";
import type { Database } from "../../src/platform/postgres/index.ts";
import { describeStatements } from "../shared/statements.ts";
import type { MadeCase } from "./made-cases.ts";
import { inOneVisit } from "./requests.ts";

/** Casework over a database that may be listened to. */
export type OpenCasework = (database: Database) => Casework;

export async function describeOneCase(
  open: OpenCasework,
  database: Database,
  looks: readonly MadeCase[],
  decisions: readonly MadeCase[],
  me: string,
): Promise<string> {
  const looked = await describeStatements("a case opened", database, looks, (on, made) =>
    look(open(on), made, me),
  );
  const done = await describeStatements("a case finished", database, decisions, (on, made) =>
    finish(open(on), made, me),
  );
  return `${looked}\n\n${done}\n`;
}

const name = clerk.name["zh-CN"];

const signedIn = (account: string, county: number): Signed => ({
  account,
  name,
  person: null,
  actor: {
    kind: "staff",
    role: "window-clerk",
    subject: account,
    county,
    citizen: null,
    session: "bench",
  },
});

async function look(casework: Casework, { row }: MadeCase, me: string): Promise<void> {
  const seen = await viewCase(casework, row, signedIn(me, row.county), {
    account: me,
    name,
    role: "window-clerk",
    department: "public-security",
    purpose: "application",
    reference: null,
  });
  if (seen === undefined) throw new Error(`${row.reference} cannot be seen`);
}

/** Does in one visit what is left of a case. */
export async function finish(
  casework: Casework,
  { row: { county, case: key, reference }, version }: MadeCase,
  me: string,
): Promise<void> {
  const outcome = await takeEffect(casework, {
    county,
    case: key,
    key: randomUUID(),
    seen: version,
    signed: signedIn(me, county),
    body: inOneVisit,
  });
  if (outcome.kind !== "done") throw new Error(`${reference}: ${JSON.stringify(outcome)}`);
}
