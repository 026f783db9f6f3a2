import { describe, expect, it } from "vitest";
import { approver, clerk, neighbourCounty, sampleDistrict } from "../../src/demo-data/index.ts";
import { madeUpIdNumber } from "../../src/demo-data/made-up-id-number.ts";
import { withPage } from "../browser.ts";
import { useRegisterServer } from "../register-server.ts";
import {
  check,
  confirm,
  daysAgo,
  findPerson,
  look,
  openAct,
  openDesk,
  readMembers,
  sign,
  signFor,
  wordsOf,
} from "./desk.ts";

const { url } = await useRegisterServer();
const zh = wordsOf("zh-CN");
const { form } = zh.d.acts;
/** Colours are the real ones at once. */
const still = { reducedMotion: "reduce" } as const;

describe("a move between counties", () => {
  it("takes a family over whole, in one step with leaving the other county", async () => {
    await withPage(async (page) => {
      await openDesk(page, url, clerk);
      await findPerson(page, madeUpIdNumber(neighbourCounty, "1991-11-11", 901));
      await page.getByText(zh.d.search.elsewhere("邻县（虚构）")).waitFor();
      await page.getByRole("link", { name: zh.d.search.from }).click();
      await page.locator(".act-form").waitFor();
      await page.getByLabel(form.intoNew).check();
      await page.getByLabel(form.address, { exact: true }).fill("长青路20号锦绣园1栋1单元101室");
      await page.getByLabel(form.community, { exact: true }).fill("长青路社区");
      await page.getByLabel(form.relation).selectOption("户主");
      await page.getByLabel(form.paperKind).fill("房屋租赁合同");
      await page.getByRole("button", { name: form.check }).click();
      // The head leaves: those who stay need a new one, or come along.
      await page.locator("[data-refused]").waitFor();
      const family = page.getByRole("group", { name: /^留在邻县/ });
      await family.getByLabel(/^丁雪/).check();
      await family.getByLabel(/^马小川/).check();
      await sign(page, form.signsSelf("马建业"), zh, daysAgo(2));
      await sign(page, form.signsSelf("丁雪"), zh, daysAgo(2));
      await signFor(page, "马小川", "丁雪", zh);
      await check(page, zh);
      expect(await page.locator(".pair").count()).toBe(2);
      await look(page, "act-move-preview-zh-CN-wide");
      await page.locator(".pair", { hasText: "邻县" }).getByText(zh.d.acts.preview.ends).waitFor();
      await confirm(page, zh);
      await page.locator(".links a").first().click();
      await expect
        .poll(() => readMembers(page))
        .toEqual([
          ["马建业", "户主"],
          ["丁雪", "妻"],
          ["马小川", "子"],
        ]);
      await page.getByRole("link", { name: "马建业" }).click();
      await page.getByText(/^邻县（虚构）：.*止$/).waitFor();
    }, still);
  });

  it("says who heads those who stay", async () => {
    await withPage(async (page) => {
      await openDesk(page, url, clerk);
      await findPerson(page, madeUpIdNumber(neighbourCounty, "1955-01-20", 901));
      await page.getByRole("link", { name: zh.d.search.from }).click();
      await page.getByLabel(form.intoNew).check();
      await page.getByLabel(form.address, { exact: true }).fill("长青路20号锦绣园1栋1单元102室");
      await page.getByLabel(form.community, { exact: true }).fill("长青路社区");
      await page.getByLabel(form.relation).selectOption("户主");
      await page.getByLabel(form.paperKind).fill("房屋租赁合同");
      await sign(page, form.signsSelf("罗天成"), zh, daysAgo(2));
      await page.getByRole("button", { name: form.check }).click();
      await page.getByLabel(form.newHead).selectOption("罗晓东");
      await check(page, zh);
      const left = page.locator(".pair", { hasText: "邻县" });
      expect(await left.locator(".side").last().textContent()).toContain("罗晓东户主");
      await confirm(page, zh);
    });
  });
});

describe("a correction of a name", () => {
  it("waits for a second person, who is not the one who proposed it", async () => {
    await withPage(async (page) => {
      await openDesk(page, url, clerk, { purpose: "correction" });
      await findPerson(page, madeUpIdNumber(sampleDistrict, "1994-02-22", 902));
      await page.locator("a.result-name").click();
      await openAct(page, "更正登记项目");
      await page.getByLabel(/^姓名 ?彭悦/).check();
      await page.setViewportSize({ width: 360, height: 740 });
      await page.getByLabel("姓名", { exact: true }).fill("彭月");
      await look(page, "act-correct-zh-CN-phone");
      await page.getByLabel(form.paperKind).fill("公安机关调查核实报告");
      await sign(page, form.signsSelf("彭悦"), zh, daysAgo(2));
      await check(page, zh);
      await page.getByText(zh.d.acts.preview.fourEyes).waitFor();
      await look(page, "act-four-eyes-zh-CN-phone");
      await confirm(page, zh);
      await page.getByText(zh.d.acts.receipt.waiting).waitFor();
      await page.getByRole("link", { name: zh.d.approvals.mine }).click();
      const own = page.getByRole("article", { name: "更正登记项目" });
      await own.getByText(zh.d.approvals.own).waitFor();
      expect(await own.getByRole("button", { name: zh.d.approvals.approve }).count()).toBe(0);
      await findPerson(page, "彭悦");
    }, still);
    await withPage(async (page) => {
      await openDesk(page, url, approver, { purpose: null });
      await page.getByRole("link", { name: zh.d.menu.approvals }).click();
      const waiting = page.getByRole("article", { name: "更正登记项目" });
      await waiting.getByRole("button", { name: zh.d.approvals.open }).click();
      await waiting.getByRole("cell", { name: "彭月" }).waitFor();
      await look(page, "approval-zh-CN-wide");
      await page.setViewportSize({ width: 360, height: 740 });
      await look(page, "approval-zh-CN-phone");
      await waiting.getByRole("button", { name: zh.d.approvals.reject }).click();
      await waiting.getByRole("alert").getByText(zh.d.approvals.reasonNeeded).waitFor();
      await waiting.getByRole("button", { name: zh.d.approvals.approve, exact: true }).click();
      await waiting.getByText(zh.d.approvals.done.approve).waitFor();
    }, still);
    await withPage(async (page) => {
      await openDesk(page, url, clerk);
      await findPerson(page, "彭月");
      await page.locator("a.result-name").click();
      await page.getByText("韩素梅审批").waitFor();
      await page.locator(".differences").getByText("彭悦").waitFor();
    });
  });
});
