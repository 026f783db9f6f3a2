import { describe, expect, it } from "vitest";
import { clerk } from "../../src/demo-data/index.ts";
import { withPage } from "../browser.ts";
import { useRegisterServer } from "../register-server.ts";
import {
  check,
  chooseByKeyboard,
  confirm,
  daysAgo,
  findPerson,
  look,
  openAct,
  openDesk,
  openHousehold,
  readMembers,
  sign,
  typed,
  wordsOf,
} from "./desk.ts";
import { tabTo } from "./keyboard.ts";

const { url } = await useRegisterServer();
const zh = wordsOf("zh-CN");
const english = wordsOf("en");

describe("a clerk", () => {
  it("registers a birth by keyboard alone, and looks at the household before and after", async () => {
    await withPage(
      async (page) => {
        await openDesk(page, url, clerk);
        await findPerson(page, "shenhaoran");
        await tabTo(page, /^第\d+户/);
        await page.keyboard.press("Enter");
        await page.locator("table.members").waitFor();
        await tabTo(page, /^出生登记/);
        await page.keyboard.press("Enter");
        await page.locator(".act-form").waitFor();
        const type = async (field: RegExp, text: string) => {
          await tabTo(page, field);
          await page.keyboard.press("Control+A");
          await page.keyboard.insertText(text);
        };
        await type(/^姓名$/, "沈沐阳");
        await chooseByKeyboard(page, /^性别/, "男");
        await type(/^出生日期/, typed(daysAgo(21)));
        await chooseByKeyboard(page, /^母亲/, "许佳怡");
        await chooseByKeyboard(page, /^父亲/, "沈浩然");
        await type(/^从哪天起/, daysAgo(2));
        await type(/^材料名称/, "出生医学证明");
        await type(/^签名人/, "许佳怡");
        await type(/^签名日期/, daysAgo(2));
        await tabTo(page, /^下一步：核对/);
        await page.keyboard.press("Enter");
        const after = page.locator(".side").last();
        await after.getByText("沈沐阳").waitFor();
        expect(await page.locator(".side").first().textContent()).not.toContain("沈沐阳");
        await tabTo(page, /^确认办理/);
        await page.keyboard.press("Enter");
        await page.locator("[data-receipt]").waitFor();
        await tabTo(page, /^第\d+户/);
        await page.keyboard.press("Enter");
        await page.getByText(zh.d.household.now).waitFor();
        expect(await readMembers(page)).toEqual([
          ["沈浩然", "户主"],
          ["许佳怡", "妻"],
          ["沈沐阳", "子"],
        ]);
        await tabTo(page, /^变动的日子/);
        await page.keyboard.press("ArrowLeft");
        await page.getByText(/^\d{4}年.*的样子$/).waitFor();
        await expect.poll(() => readMembers(page)).toHaveLength(2);
        await look(page, "household-then-zh-CN-wide");
        // The slider keeps the focus, so that the next press goes on.
        await page.keyboard.press("ArrowRight");
        await page.getByText(zh.d.household.now).waitFor();
        await expect.poll(() => readMembers(page)).toHaveLength(3);
      },
      { reducedMotion: "reduce" },
    );
  });

  it("splits a household whose head leaves; pressed twice, it is done once", async () => {
    await withPage(
      async (page) => {
        const { form } = english.d.acts;
        await openDesk(page, url, clerk, { locale: "en" });
        await openHousehold(page, "高建中", "en");
        await openAct(page, english.d.acts.titles["split"] ?? "");
        await page.getByLabel(/^高建中/).check();
        await page.getByLabel(/^白素芬/).check();
        await page.getByLabel(form.address, { exact: true }).fill("果园街9号翠湖苑1栋1单元101室");
        await page.getByLabel(form.community, { exact: true }).fill("果园街社区");
        const [own, stay] = [form.intoNew, form.stays].map((name) =>
          page.getByRole("group", { name, exact: true }),
        );
        await own?.getByLabel(form.newHead).selectOption("高建中");
        await stay?.getByLabel(form.newHead).selectOption("高远");
        // His daughter follows from her recorded father; whether her mother is his wife, nobody recorded.
        await page.getByLabel(`苏敏 · ${form.relation}`).selectOption("Wife");
        await page.getByLabel(form.paperKind).fill("Title certificate of a home");
        await page.getByRole("button", { name: form.check }).click();
        const refused = page.locator("[data-refused]");
        await refused
          .getByText(english.d.acts.remarks["unsigned"]?.({ place: 0 }, String) ?? "")
          .waitFor();
        await expect.poll(() => refused.evaluate((it) => it === document.activeElement)).toBe(true);
        await sign(page, form.signsSelf("高建中"), english, daysAgo(2));
        await sign(page, form.signsSelf("白素芬"), english, typed(daysAgo(2)));
        await page.reload();
        await check(page, english);
        await page.getByRole("button", { name: form.confirm }).dblclick();
        await page.locator("[data-receipt]").waitFor();
        await page.locator(".links a").first().click();
        await page.locator("table.members").waitFor();
        expect(await readMembers(page)).toEqual([
          ["高远", "Head of household"],
          ["苏敏", "Wife"],
          ["高一诺", "Daughter"],
        ]);
        // The history comes by a request of its own.
        await page.locator(".entry").first().waitFor();
        expect(await page.locator(".entry").count()).toBe(2);
        await openHousehold(page, "高建中", "en");
        expect(await readMembers(page)).toEqual([
          ["高建中", "Head of household"],
          ["白素芬", "Wife"],
        ]);
      },
      { locale: "en" },
    );
  });

  it("registers the death of a head, and the son heads the household", async () => {
    await withPage(async (page) => {
      const { form } = zh.d.acts;
      await openDesk(page, url, clerk);
      await findPerson(page, "冯桂兰");
      await page.locator("a.result-name").click();
      await openAct(page, "死亡登记");
      await page.getByLabel(form.died).fill(typed(daysAgo(4)));
      await page
        .getByRole("group", { name: form.stays })
        .getByLabel(form.newHead)
        .selectOption("段志强");
      await page.getByLabel(form.paperKind).fill("居民死亡医学证明书");
      const declared = page.getByRole("group", { name: form.otherSignature });
      await declared.getByLabel(form.signer).fill("段志强");
      await declared.getByLabel(form.signed).fill(daysAgo(2));
      await check(page, zh);
      await confirm(page, zh);
      await findPerson(page, "段志强");
      await page.locator(".result-doors a").click();
      await expect.poll(() => readMembers(page)).toEqual([["段志强", "户主"]]);
      await findPerson(page, "冯桂兰");
      await page.getByText(zh.d.search.notRegistered).waitFor();
    });
  });

  it("who is too late is told by whom and when, and keeps what was typed", async () => {
    await withPage(
      async (page) => {
        const { form } = zh.d.acts;
        await openDesk(page, url, clerk);
        await openHousehold(page, "彭振华");
        const household = page.url();
        const fill = async () => {
          await page.goto(household);
          await openAct(page, "变更户主");
          await page.getByLabel(form.newHead, { exact: true }).selectOption("彭悦");
          await page.getByLabel(form.paperKind).fill("居民身份证");
          await sign(page, form.signsSelf("彭悦"), zh, daysAgo(2));
          await sign(page, form.signsSelf("彭振华"), zh, daysAgo(2));
        };
        await fill();
        await check(page, zh);
        const other = await page.context().newPage();
        await other.goto(household);
        await other.getByLabel(zh.t.purpose.code).selectOption("application");
        await other.getByRole("button", { name: zh.t.purpose.start }).click();
        await other.locator("table.members").waitFor();
        await openAct(other, "签发户口簿");
        const asks = other.getByRole("group", { name: form.otherSignature });
        await asks.getByLabel(form.signer).fill("彭振华");
        await asks.getByLabel(form.signed).fill(daysAgo(1));
        await check(other, zh);
        await confirm(other, zh);
        await page.getByRole("button", { name: form.confirm }).click();
        const lost = page.locator("[data-lost='412']");
        await lost.getByText(/林思齐于.*办理了“签发户口簿”/).waitFor();
        await look(page, "act-too-late-zh-CN-wide");
        await lost.getByRole("button", { name: zh.d.acts.stale.again }).click();
        await confirm(page, zh);
        await page.goto(household);
        await expect
          .poll(() => readMembers(page))
          .toEqual([
            ["彭悦", "户主"],
            ["彭振华", "父亲"],
          ]);
      },
      { expected: [/412/], reducedMotion: "reduce" },
    );
  });

  it("a form sent twice with different content is done once, and says so", async () => {
    await withPage(
      async (page) => {
        const { form } = zh.d.acts;
        await openDesk(page, url, clerk);
        await openHousehold(page, "买买提吐尔逊江");
        await openAct(page, "住址变更");
        await page.getByLabel(form.address, { exact: true }).fill("北塔镇沙枣林村3组19号");
        await page.getByLabel(form.community, { exact: true }).fill("沙枣林村");
        await page.getByLabel(form.paperKind).fill("不动产权证书");
        await sign(page, form.signsSelf("买买提吐尔逊江·阿布都热合曼尼亚孜"), zh, daysAgo(2));
        await sign(page, form.signsSelf("其其格"), zh, daysAgo(2));
        await check(page, zh);
        // A tab that is duplicated takes along what the first one keeps.
        const [twin] = await Promise.all([
          page.waitForEvent("popup"),
          page.evaluate(() => void window.open(window.location.href)),
        ]);
        await twin.locator(".act-form").waitFor();
        await twin.getByLabel(form.address, { exact: true }).fill("北塔镇沙枣林村3组91号");
        await check(twin, zh);
        await confirm(twin, zh);
        await page.getByRole("button", { name: form.confirm }).click();
        await page.locator("[data-lost='409']").getByText(zh.d.acts.conflict.title).waitFor();
        await openHousehold(page, "买买提吐尔逊江");
        await page.getByText(/3组91号/).waitFor();
      },
      { expected: [/409/] },
    );
  });
});
