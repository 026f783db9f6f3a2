// Cases of random course, kept in PostgreSQL action by action: read back they are what they were, and what each
// resident may read of them is their own view and nothing else.
import { createHash, randomBytes, randomUUID } from "node:crypto";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { builtInPack } from "../../../test/pack.ts";
import { useDatabase } from "../../platform/postgres/testing/index.ts";
import { openRegister } from "../../register/index.ts";
import { settlementService } from "../../services/settlement/index.ts";
import { loadStandards, registerTables, soundOf } from "../../standards/index.ts";
import { type Casework, inCounties } from "../casework.ts";
import type { Action } from "../domain/action.ts";
import { urgency } from "../domain/deadlines.ts";
import { fold, nameOf } from "../domain/reduce.ts";
import { residentView, staffView } from "../domain/view.ts";
import { saveActions } from "../save-steps.ts";
import { loadCase, type StoredCase } from "../stored-case.ts";
import { clerk, declaration, residents, terms } from "../testing/made-up.ts";
import { courses, play } from "../testing/random-cases.ts";
import { findCase, insertCase, replacePeople } from "./cases.ts";
import { listOwnActions } from "./own.ts";

const { database } = await useDatabase();
const county = 990_101;
const pack = builtInPack();
const register = openRegister({
  database,
  clock: () => new Date(),
  random: randomBytes,
  soundOf,
  tables: { ...registerTables(loadStandards()), calendar: terms.calendar },
  keys: "",
  keepers: [],
});
const casework: Casework = {
  register,
  exchange: {
    database,
    pack,
    clock: register.clock,
    random: randomBytes,
    keys: "",
    members: () => [],
  },
  services: [{ ...settlementService(register), declaration }],
  officeOf: () => ({ office: both, government: both, court: both }),
};
const both = { "zh-CN": "—", en: "—" };

/** Accounts are UUIDs, the same for the same name. */
function accountOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const withAccount = (action: Action): Action =>
  action.step.do === "assign"
    ? { ...action, step: { ...action.step, to: accountOf(action.step.to) } }
    : action;

/** The register's key of a resident; guardians and members alike. */
const personOf = (citizen: string): number => {
  const place = residents.findIndex((each) => each === citizen);
  return place < 0 ? -1 : place + 1;
};

/** Whose word an action is, if it is anybody's own. */
function ownerOf({ step, by }: Action): number {
  const window = step.do === "consent" || step.do === "ask-review" ? step.window : null;
  return personOf(window?.signer ?? nameOf(by));
}

async function keep(actions: readonly Action[]): Promise<string> {
  const key = randomUUID();
  await inCounties(casework, [county], async (tx) => {
    const made = { county, case: key, reference: key, service: "settlement", person: 1, people: 1 };
    await insertCase(tx, { ...made, opened: new Date().toISOString(), version: 1 });
    const people = residents.map((citizen, place) => ({
      person: personOf(citizen),
      role: place === 0 ? ("applicant" as const) : ("member" as const),
    }));
    await replacePeople(tx, county, key, people);
    for (const [place, action] of actions.entries()) {
      const before = actions.slice(0, place);
      const row = { ...(await findCase(tx, county, key)), version: place } as StoredCase["row"];
      const state = fold("settlement", before);
      const tried = {
        ok: true,
        actions: [action],
        state: fold("settlement", [...before, action]),
      } as const;
      const actor = action.by.kind === "clock" ? clerk : action.by;
      await saveActions(tx, casework, { row, actions: before, state }, tried, {
        sent: { key: randomUUID(), digest: createHash("sha256").digest() },
        signed: { actor, account: accountOf(nameOf(actor)), name: "", person: null },
        today: action.on,
        onlyFor: ownerOf(action),
      });
    }
  });
  return key;
}

it("reads back as they were kept, for staff and for each of the people", async () => {
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(courses(70), async (moves) => {
      const actions = play(moves).actions.map(withAccount);
      if (actions.length === 0) return;
      kept += actions.length;
      const key = await keep(actions);
      const expected = fold("settlement", actions);
      const stored = await inCounties(casework, [county], (tx) => loadCase(tx, county, key));
      expect(stored?.actions).toEqual(actions);
      expect(stored?.state).toEqual(expected);
      const last = actions.at(-1)?.on ?? "";
      const due = urgency(expected, terms, last);
      expect(stored?.row).toMatchObject({
        version: actions.length,
        stage: expected.stage,
        handler: expected.handler,
        submitted: expected.submitted,
        decided: expected.decisions[0]?.on ?? null,
        due: due === "none" ? null : due,
      });
      for (const citizen of residents) {
        const place = { county, case: key, role: "member" } as const;
        const read = await inCounties(casework, [], (tx) =>
          listOwnActions(tx, personOf(citizen), place),
        );
        const own = read.map(({ payload }) => payload);
        expect(residentView("settlement", own, citizen)).toEqual(
          residentView("settlement", actions, citizen),
        );
        const others = own.filter(({ step }) => step.do === "consent" || step.do === "rate");
        expect(others.every((each) => ownerOf(each) === personOf(citizen))).toBe(true);
      }
      expect(staffView("settlement", stored?.actions ?? [], last).case).toEqual(
        staffView("settlement", actions, last).case,
      );
    }),
    { numRuns: 80 },
  );
  expect(kept).toBeGreaterThan(500);
});

it("keeps actions for ever: neither changed nor taken away by the program", async () => {
  const key = await keep(
    play(fc.sample(courses(70), { seed: 7, numRuns: 1 })[0] ?? []).actions.map(withAccount),
  );
  for (const text of [
    `UPDATE case_action SET type = 'approve' WHERE case_id = '${key}'`,
    `DELETE FROM case_action WHERE case_id = '${key}'`,
    `UPDATE case_payload SET payload = '{}' WHERE case_id = '${key}'`,
    `DELETE FROM case_payload WHERE case_id = '${key}'`,
  ]) {
    const name = `test-${createHash("sha256").update(text).digest("hex").slice(0, 20)}`;
    await expect(inCounties(casework, [county], (tx) => tx.run({ name, text }))).rejects.toThrow(
      /permission denied|is never changed/,
    );
  }
});

it("is seen from no other county", async () => {
  const actions = play(fc.sample(courses(70), { seed: 7, numRuns: 1 })[0] ?? []).actions.map(
    withAccount,
  );
  const key = await keep(actions);
  expect(actions.length).toBeGreaterThan(3);
  expect(await inCounties(casework, [990_102], (tx) => findCase(tx, county, key))).toBeUndefined();
  const elsewhere = await inCounties(casework, [990_102], (tx) =>
    tx.run<object>({ name: "test-all-actions", text: "SELECT * FROM case_action" }),
  );
  expect(elsewhere).toEqual([]);
});
