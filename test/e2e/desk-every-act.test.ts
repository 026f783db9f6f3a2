import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { clerk, sampleDistrict } from "../../src/demo-data/cast.ts";
import { madeUpIdNumber } from "../../src/demo-data/made-up-id-number.ts";
import { readDay } from "../../web/desk/shared/day.ts";
import { withPage } from "../browser.ts";
import { useRegisterServer } from "../register-server.ts";
import {
  check,
  confirm,
  daysAgo,
  findPerson,
  openAct,
  openDesk,
  openHousehold,
  readMembers,
  sign,
  signFor,
  typed,
  wordsOf,
} from "./desk.ts";

const { url } = await useRegisterServer();
const zh = wordsOf("zh-CN");
const { form } = zh.d.acts;

const signed = daysAgo(2);

async function finish(page: Page, outcome: string = zh.d.acts.receipt.done) {
  await check(page, zh);
  await confirm(page, zh);
  await page.getByText(outcome, { exact: true }).waitFor();
}

const asDesk = (work: (page: Page) => Promise<void>) =>
  withPage(async (page) => {
    await openDesk(page, url, clerk);
    await work(page);
  });

/** Chooses a household to join by one of its members. */
async function joinHouseholdOf(page: Page, member: string) {
  const into = page.getByRole("group", { name: form.household, exact: true });
  await into.getByRole("textbox").fill(member);
  await page.keyboard.press("Enter");
  await into.getByRole("button", { name: form.choose, exact: true }).click();
}

describe("a clerk also", () => {
  it("changes an address: everyone of the household signs", async () => {
    await asDesk(async (page) => {
      await openHousehold(page, "沈浩然");
      await openAct(page, "住址变更");
      await page.getByLabel(form.address, { exact: true }).fill("文化巷33号安居苑1栋1单元101室");
      await page.getByLabel(form.community, { exact: true }).fill("文化巷社区");
      await page.getByLabel(form.paperKind).fill("不动产权证书");
      await sign(page, form.signsSelf("沈浩然"), zh, signed);
      await sign(page, form.signsSelf("许佳怡"), zh, signed);
      await finish(page);
      await page.locator(".links a").first().click();
      await page.getByText(/文化巷33号/).waitFor();
    });
  });

  it("moves a family out to a place outside, and one of them back in", async () => {
    await asDesk(async (page) => {
      await openHousehold(page, "高建中");
      await openAct(page, "迁出");
      for (const name of ["高远", "苏敏", "高一诺"])
        await page.getByLabel(new RegExp(`^${name}`)).check();
      await page.getByLabel(form.to, { exact: true }).fill("甘肃省兰州市");
      await page.getByLabel("从哪天起").fill(signed);
      await page.getByLabel(form.paperKind).fill("准予迁入证明");
      await sign(page, form.signsSelf("高远"), zh, signed);
      await sign(page, form.signsSelf("苏敏"), zh, signed);
      await signFor(page, "高一诺", "高远", zh);
      await finish(page);
      await openHousehold(page, "白素芬");
      expect(await readMembers(page)).toHaveLength(2);
      await openAct(page, "落户（迁入）");
      await page.getByLabel(form.from, { exact: true }).selectOption(form.fromKinds.returning);
      await page.getByLabel(form.place, { exact: true }).fill("甘肃省兰州市");
      await page.getByLabel("公民身份号码").fill(madeUpIdNumber(sampleDistrict, "1990-07-15", 903));
      // A slow line: what is filled in while somebody is looked up stays.
      await page.route("**/people/search", async (route) => {
        await new Promise((done) => setTimeout(done, 400));
        await route.continue();
      });
      await page.getByRole("button", { name: form.lookUp }).click();
      await page.getByLabel(form.relation).selectOption("子");
      await page.getByLabel(form.paperKind).fill("户口迁移证");
      await sign(page, form.signsSelf("高远"), zh, signed);
      await finish(page);
      await openHousehold(page, "白素芬");
      expect(await readMembers(page)).toHaveLength(3);
    });
  });

  it("merges a household into another, which ends it", async () => {
    await asDesk(async (page) => {
      await openHousehold(page, "彭振华");
      await openAct(page, "并户");
      await joinHouseholdOf(page, "沈浩然");
      await page.getByLabel("彭振华", { exact: true }).selectOption("非亲属");
      await page.getByLabel("彭悦", { exact: true }).selectOption("非亲属");
      await page.getByLabel(form.paperKind).fill("房主同意书");
      await sign(page, form.signsSelf("彭振华"), zh, signed);
      await sign(page, form.signsSelf("彭悦"), zh, signed);
      await finish(page);
      await openHousehold(page, "彭悦");
      await page.getByText(/文化巷3[13]号/).waitFor();
      expect(await readMembers(page)).toHaveLength(4);
    });
  });

  it("goes through the steps of a withheld booklet to one of one's own", async () => {
    await asDesk(async (page) => {
      await openHousehold(page, "艾尔肯·吐尔逊");
      const household = page.url();
      const name = "古丽娜尔·艾尔肯";
      for (const [step, day] of [
        ["已报告", daysAgo(33)],
        ["已调解", daysAgo(32)],
        ["已书面通知", daysAgo(30)],
      ] as const) {
        await page.goto(household);
        await openAct(page, "户口簿被扣处理");
        await page.getByLabel(form.who, { exact: true }).selectOption(name);
        await page.getByLabel(form.step).selectOption(step);
        await page.getByLabel("从哪天起").fill(day);
        await sign(page, form.signsSelf(name), zh, day);
        await finish(page);
      }
      await page.goto(household);
      // Five working days later, whatever holidays there are.
      const said = await page.getByText(/起可以给本人办/).textContent();
      const [, from = ""] = /(\d{4}年\d+月\d+日)起/.exec(said ?? "") ?? [];
      const first = readDay(from) ?? "";
      expect(first > daysAgo(26)).toBe(true);
      await openAct(page, "签发户口簿");
      await page.getByLabel(form.booklet).selectOption(form.bookletPerson(name));
      await page.getByLabel("从哪天起").fill(daysAgo(25));
      await sign(page, form.signsSelf(name), zh, daysAgo(25));
      await page.getByRole("button", { name: form.check }).click();
      await page.locator("[data-refused]").getByText(first).waitFor();
      await page.getByLabel("从哪天起").fill(first);
      await finish(page);
    });
  });

  it("settles a newcomer from outside, and someone never registered, for a second person to approve", async () => {
    await asDesk(async (page) => {
      const fill = async (from: string, name: string, born: string, idNumber: string) => {
        await page.goto(`${url}desk.html#/`);
        await openHousehold(page, "陈雨晴");
        await openAct(page, "落户（迁入）");
        await page.getByLabel(form.from, { exact: true }).selectOption(from);
        await page.getByLabel("姓名", { exact: true }).fill(name);
        await page.getByLabel("性别", { exact: true }).selectOption("女");
        await page.getByLabel("出生日期", { exact: true }).fill(born);
        await page.getByLabel("公民身份号码").fill(idNumber);
        await page.getByLabel(form.relation).selectOption("其他亲属");
        await page.getByLabel(form.paperKind).fill("户口迁移证");
        await sign(page, form.signsSelf(name), zh, signed);
      };
      const number = madeUpIdNumber(sampleDistrict, "1990-02-03", 996);
      await fill(form.fromKinds.elsewhere, "陈雨霏", "19900203", `${number.slice(0, 17)}0`);
      await page.getByLabel(form.place, { exact: true }).fill("四川省成都市");
      await page.getByRole("button", { name: form.check }).click();
      const fault = page.locator("[data-refused]").getByRole("button", { name: /身份证号不对/ });
      if (number.endsWith("0")) throw new Error("the number is right by chance");
      await fault.click();
      // The fault leads to its field.
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(number);
      await finish(page);
      await fill(form.fromKinds.unregistered, "陈雨露", "19920203", "");
      await finish(page, zh.d.acts.receipt.waiting);
    });
  });

  it("brings back whom a court had declared dead", async () => {
    await asDesk(async (page) => {
      await findPerson(page, "冯桂兰");
      await page.locator("a.result-name").click();
      await openAct(page, "死亡登记");
      await page.getByLabel(form.died).fill(typed(daysAgo(12)));
      await page.getByLabel("从哪天起").fill(typed(daysAgo(10)));
      await page
        .getByRole("group", { name: form.stays })
        .getByLabel(form.newHead)
        .selectOption("段志强");
      await page.getByLabel(form.paperKind).fill("宣告死亡判决书");
      const declared = page.getByRole("group", { name: form.otherSignature });
      await declared.getByLabel(form.signer).fill("段志强");
      await declared.getByLabel(form.signed).fill(typed(daysAgo(11)));
      await finish(page);
      await findPerson(page, "冯桂兰");
      await page.locator("a.result-name").click();
      await openAct(page, "恢复户口");
      await page.getByLabel(form.relation).selectOption("母亲");
      await page.getByLabel(form.paperKind).fill("人民法院判决书或调解书");
      await sign(page, form.signsSelf("冯桂兰"), zh, signed);
      await finish(page, zh.d.acts.receipt.waiting);
    });
  });
});
