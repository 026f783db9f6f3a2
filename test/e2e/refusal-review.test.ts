// A refusal with reasons and remedies, a review by somebody who had no hand in it, and a register that follows.
import { expect, it } from "vitest";
import { caseAudit } from "../../src/casework/audit/contract.ts";
import { ownCase } from "../../src/casework/contract.ts";
import { deskCase } from "../../src/casework/desk/contract.ts";
import { loneMove } from "../../src/casework/testing/office-over-http.ts";
import {
  approver,
  auditor,
  clerk,
  sampleDistrict,
  secondApprover,
  xiaodong,
} from "../../src/demo-data/index.ts";
import { findPersonByIdNumber } from "../../src/register/index.ts";
import { withPage } from "../browser.ts";
import { useRegisterServer } from "../register-server.ts";
import { deskCases, openCase, ownCases, readCase, takeStep } from "./case-steps.ts";
import { ask, signInAs } from "./sign-in.ts";

const { url, register } = await useRegisterServer();

it(
  "refuses with reasons, is reviewed and reversed, and the register follows",
  { timeout: 120_000 },
  async () => {
    await withPage(async (luo) => {
      await signInAs(luo, url, xiaodong, "/#/my/record");
      const person = (await findPersonByIdNumber(register, xiaodong.idNumber ?? "")) ?? 0;
      const key = await openCase(luo, loneMove(person));
      const mine = `${ownCases}/${key}`;
      const worked = `${deskCases}/${key}`;
      await takeStep(luo, mine, { do: "submit" });

      await withPage(async (lin) => {
        await signInAs(lin, url, clerk, "/desk.html");
        await expect
          .poll(async () => (await readCase(lin, worked, deskCase)).advice?.departments)
          .toEqual([]);
        const seen = await readCase(lin, worked, deskCase);
        expect(seen).toMatchObject({ advice: { outcome: "refer" }, completable: false });
        for (const step of [
          { do: "assign", to: null, why: null },
          { do: "accept" },
          { do: "check", seen: [{ kind: "household-booklet" }], note: null },
          { do: "decide", granted: [], clause: null, against: "查无住房、工作和亲属" },
        ]) {
          expect(await takeStep(lin, worked, step)).toMatchObject({ status: 200 });
        }
      });
      await withPage(async (han) => {
        await signInAs(han, url, approver, "/desk.html");
        await takeStep(han, worked, { do: "approve" });
        const sent = await takeStep(han, worked, { do: "deliver", how: "portal" });
        expect(sent).toMatchObject({ status: 200, body: { stage: "refused" } });
      });
      const told = await readCase(luo, mine, ownCase);
      expect(told).toMatchObject({
        letters: [{ kind: "refusal", remedies: [{ kind: "review" }, { kind: "court" }] }],
      });
      await takeStep(luo, mine, {
        do: "ask-review",
        against: "decision",
        why: "房子已经登记在我名下",
        heard: null,
      });
      const reversal = {
        do: "decide-review",
        outcome: "reversed",
        granted: [0],
        clause: "D2.1",
        against: "复核时出示了不动产权证书",
        why: "不动产已登记",
      };
      await withPage(
        async (han) => {
          await signInAs(han, url, approver, "/desk.html");
          const { body } = await takeStep(han, worked, reversal);
          expect(body).toMatchObject({ problems: [{ code: "took-part" }] });
        },
        { expected: [/422/] },
      );
      await withPage(async (zhao) => {
        await signInAs(zhao, url, secondApprover, "/desk.html");
        expect(await takeStep(zhao, worked, reversal)).toMatchObject({ status: 200 });
      });
      await withPage(async (lin) => {
        await signInAs(lin, url, clerk, "/desk.html");
        const effect = { do: "effect", household: null, seats: [], leftBehind: [] };
        const done = await takeStep(lin, worked, effect);
        expect(done).toMatchObject({ status: 200, body: { stage: "effected" } });
        await takeStep(lin, worked, { do: "deliver", how: "portal" });
      });
      expect((await ask(luo, "/api/me/household")).body).toMatchObject({ county: sampleDistrict });
      await withPage(async (sun) => {
        await signInAs(sun, url, auditor, "/console.html");
        const audit = await readCase(sun, "/api/audit/cases", caseAudit);
        expect(audit).toMatchObject({ reversed: 1 });
      });
    });
  },
);
