// From the question page to the new household in another county, in six roles: whoever asks, both spouses, a
// department, a clerk, an approver and an auditor.
import { expect, it } from "vitest";
import { familyMove, numbers } from "../../src/casework/testing/office-over-http.ts";
import { ownCase, ownCases as ownList } from "../../src/casework/contract.ts";
import { deskCase, queuePage } from "../../src/casework/desk/contract.ts";
import { caseAudit } from "../../src/casework/audit/contract.ts";
import {
  approver,
  auditor,
  clerk,
  departmentOfficer,
  dingXue,
  jianye,
  sampleDistrict,
} from "../../src/demo-data/index.ts";
import { findPersonByIdNumber } from "../../src/register/index.ts";
import { withPage } from "../browser.ts";
import { builtInPack } from "../pack.ts";
import { useRegisterServer } from "../register-server.ts";
import { deskCases, openCase, ownCases, readCase, takeStep } from "./case-steps.ts";
import { type Plan, walk } from "./portal.ts";
import { ask, signInAs } from "./sign-in.ts";

const server = await useRegisterServer();
const { url, register } = server;

/** What Ma Jianye says on the question page. */
const plan: Plan = {
  county: String(sampleDistrict),
  kind: "town",
  family: ["spouse", "child"],
  replies: { "registered.elsewhere": "yes", "home.family-owned": "yes" },
  otherwise: "no",
  outcome: "granted",
};

it("goes from a question to the new household", { timeout: 120_000 }, async () => {
  await withPage(async (ma) => {
    await ma.goto(url);
    await walk({ page: ma, pack: builtInPack(), locale: "zh-CN" }, plan);
    expect(await ma.locator(".verdict").getAttribute("data-outcome")).toBe("granted");
    await signInAs(ma, url, jianye, "/#/my/record");
    const personOf = async (number: string) => (await findPersonByIdNumber(register, number)) ?? 0;
    const people = {
      ma: await personOf(numbers.ma),
      ding: await personOf(numbers.ding),
      son: await personOf(numbers.son),
    };
    const key = await openCase(ma, familyMove(people));
    const mine = `${ownCases}/${key}`;
    const worked = `${deskCases}/${key}`;
    await takeStep(ma, mine, { do: "submit" });

    await withPage(async (ding) => {
      await signInAs(ding, url, dingXue, "/#/my/record");
      const [asked] = await readCase(ding, ownCases, ownList);
      expect(asked).toMatchObject({ case: key, toSign: [1, 2] });
      for (const member of [1, 2]) {
        await takeStep(ding, mine, { do: "consent", member, says: "yes", heard: null });
      }
    });

    await withPage(async (officer) => {
      await signInAs(officer, url, departmentOfficer, "/console.html");
      await expect
        .poll(async () => (await ask(officer, "/api/departments/human-resources/requests")).body)
        .toMatchObject({ requests: [{ purpose: "application", state: "answered" }] });
    });

    await withPage(async (lin) => {
      await signInAs(lin, url, clerk, "/desk.html");
      const { cases } = await readCase(lin, deskCases, queuePage);
      expect(cases).toMatchObject([{ case: key, stage: "submitted" }]);
      await expect.poll(async () => (await readCase(lin, worked, deskCase)).completable).toBe(true);
      for (const step of [
        { do: "assign", to: null, why: null },
        { do: "accept" },
        { do: "check", seen: [{ kind: "title-certificate" }], note: null },
        { do: "decide", granted: [0, 1, 2], clause: null, against: null },
      ]) {
        expect(await takeStep(lin, worked, step)).toMatchObject({ status: 200 });
      }
    });

    await withPage(async (han) => {
      await signInAs(han, url, approver, "/desk.html");
      const effect = { do: "effect", household: null, seats: [], leftBehind: [] };
      expect(await takeStep(han, worked, effect)).toMatchObject({ status: 200 });
      expect(await takeStep(han, worked, { do: "deliver", how: "portal" })).toMatchObject({
        status: 200,
      });
    });

    const done = await readCase(ma, mine, ownCase);
    expect(done).toMatchObject({ stage: "effected", registered: [0, 1, 2] });

    await withPage(async (sun) => {
      await signInAs(sun, url, auditor, "/console.html");
      const audit = await readCase(sun, "/api/audit/cases", caseAudit);
      expect(audit).toMatchObject({ times: { decided: 1 }, against: 0, reversed: 0 });
    });
  });
});
