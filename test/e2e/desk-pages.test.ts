import { describe, expect, it } from "vitest";
import {
  approver,
  auditor,
  type CastMember,
  clerk,
  neighbourClerk,
} from "../../src/demo-data/cast.ts";
import { locales } from "../../src/policy/index.ts";
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
  openHousehold,
  typed,
  wordsOf,
} from "./desk.ts";

const { url, log } = await useRegisterServer();

const windows = {
  phone: { width: 360, height: 740 },
  wide: { width: 1440, height: 900 },
} as const;

describe.each(locales)("every page of the desk in %s", (locale) => {
  it.each(Object.entries(windows))(
    "on a %s screen",
    async (size, viewport) => {
      const words = wordsOf(locale);
      const { d, t } = words;
      // Half of the pictures by night: each language and each width has both.
      const colorScheme = (locale === "en") === (size === "phone") ? "dark" : "light";
      await withPage(
        async (page) => {
          const see = (name: string) => look(page, `${name}-${locale}-${size}`);
          await page.goto(`${url}desk.html`);
          await see("door");
          await openDesk(page, url, clerk, { locale, purpose: null });
          await page.getByLabel(t.purpose.code).waitFor();
          await see("purpose");
          await page.getByLabel(t.purpose.code).selectOption("booklet-request");
          await page.getByRole("button", { name: t.purpose.start, exact: true }).click();
          await page.getByRole("search").getByRole("textbox").fill("aierken");
          await page.keyboard.press("Enter");
          await page.locator(".result").first().waitFor();
          await see("search");
          await findPerson(page, "陈雨晴", locale);
          await page.locator("a.result-name").click();
          await page.locator(".entry").first().waitFor();
          await see("person");
          await openHousehold(page, "陈雨晴", locale);
          await page.locator(".entry").first().waitFor();
          await see("household");
          const household = page.url();
          for (const act of ["register-birth", "settle", "split", "change-head", "move-out"]) {
            await page.goto(household);
            await openAct(page, d.acts.titles[act] ?? "");
            if (act === "change-head")
              await page.getByLabel(d.acts.form.newHead).selectOption("周明远");
            await see(`act-${act}`);
          }
          await page.getByRole("button", { name: d.acts.form.check }).click();
          await page.locator("[data-refused]").waitFor();
          await see("act-refused");
          await page.goto(household);
          await openAct(page, d.acts.titles["issue-booklet"] ?? "");
          const asks = page.getByRole("group", { name: d.acts.form.otherSignature });
          await asks.getByLabel(d.acts.form.signer).fill("陈雨晴");
          await asks.getByLabel(d.acts.form.signed).fill(typed(daysAgo(2)));
          await check(page, words);
          await see("act-preview");
          await confirm(page, words);
          await see("act-receipt");
          await page.goto(household);
          await page.getByRole("link", { name: d.household.booklet }).click();
          await page.locator(".sheet").nth(4).waitFor();
          await see("booklet");
          await page.goto(`${url}desk.html#/approvals`);
          await page.getByText(d.approvals.none).waitFor();
          await see("approvals");
          await page.goto(`${url}desk.html#/households/999999`);
          await page.locator("[data-problem]").waitFor();
          await see("not-found");
        },
        // What fades in has its real colours only at the end.
        { locale, viewport, colorScheme, reducedMotion: "reduce", expected: [/404/] },
      );
    },
    90_000,
  );
});

describe("the desk", () => {
  it("shows nobody without a purpose, and none of it in addresses or the log", async () => {
    await withPage(async (page, { requests }) => {
      await openDesk(page, url, clerk, { purpose: null });
      await page.goto(`${url}desk.html#/people/1`);
      await page.getByLabel("目的").waitFor();
      expect(requests.filter(({ url: asked }) => asked.includes("/people/"))).toEqual([]);
      await page.getByLabel("目的").selectOption("application");
      await page.getByLabel("编号（可不填）").fill("受理2026-118");
      await page.getByRole("button", { name: "开始" }).click();
      await page.getByText("查询目的：办理本人的申请（受理2026-118）").waitFor();
      await findPerson(page, "陈雨晴");
      const secret = /陈雨晴|受理|chenyuqing|990101198804129027/;
      for (const { url: asked } of requests) expect(decodeURIComponent(asked)).not.toMatch(secret);
      expect(log.filter((line) => secret.test(line))).toEqual([]);
    });
  });

  it("keeps what is typed over a reload, and erases it at sign-out", async () => {
    await withPage(async (page) => {
      await openDesk(page, url, clerk);
      await openHousehold(page, "沈浩然");
      await openAct(page, "出生登记");
      await page.getByLabel("姓名", { exact: true }).fill("沈沐阳");
      await page.reload();
      await page.locator(".act-form").waitFor();
      expect(await page.getByLabel("姓名", { exact: true }).inputValue()).toBe("沈沐阳");
      await page.getByRole("button", { name: "退出登录" }).click();
      await page.waitForURL((address) => !address.href.includes("desk.html"));
      await page.goto(`${url}desk.html`);
      await page.getByText("这里是工作人员的页面，请先登录。").waitFor();
      expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("沈沐阳");
    });
  });

  it("whose session ends by itself goes on after signing in again; another clerk at this tab begins anew", async () => {
    await withPage(async (page) => {
      await openDesk(page, url, clerk);
      await openHousehold(page, "沈浩然");
      await openAct(page, "出生登记");
      const form = new URL(page.url());
      const name = page.getByLabel("姓名", { exact: true });
      await name.fill("沈沐阳");
      const comeAs = async ({ subject }: CastMember) => {
        await page.context().clearCookies();
        const to = form.pathname + form.hash;
        await page.goto(`${url}auth/sign-in?${new URLSearchParams({ as: subject, to })}`);
        await page.getByRole("navigation", { name: wordsOf("zh-CN").t.mainMenu }).waitFor();
      };
      await comeAs(clerk);
      await name.waitFor();
      expect(await name.inputValue()).toBe("沈沐阳");
      await comeAs(neighbourClerk);
      // Nor do they look for the purpose of the one before.
      await page.getByLabel(wordsOf("zh-CN").t.purpose.code).waitFor();
      expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("沈沐阳");
    });
  });

  it("is for clerks and approvers; others are told", async () => {
    await withPage(async (page) => {
      await page.goto(`${url}desk.html`);
      await page.getByRole("link", { name: "登录" }).click();
      await page.locator(`button[value="${auditor.subject}"]`).click();
      await page.getByText("您的岗位不使用这个页面。").waitFor();
    });
  });

  it("opens pages by the keys that it shows", async () => {
    await withPage(async (page) => {
      await openDesk(page, url, approver);
      await page.keyboard.press("Alt+a");
      await page.getByRole("heading", { level: 1, name: "待审批的事" }).waitFor();
      await page.keyboard.press("Alt+s");
      await page.getByRole("heading", { level: 1, name: "找人" }).waitFor();
    });
  });

  it("says so when the network is away, and goes on when it is back", async () => {
    await withPage(
      async (page) => {
        await openDesk(page, url, clerk);
        await page.context().setOffline(true);
        await page.getByRole("search").getByRole("textbox").fill("陈雨晴");
        await page.keyboard.press("Enter");
        await page.getByText("连不上服务器").waitFor();
        await page.context().setOffline(false);
        await page.getByRole("button", { name: "再试一次" }).click();
        await page.locator(".result").waitFor();
      },
      { expected: [/ERR_INTERNET_DISCONNECTED/] },
    );
  });

  it("warns before the session ends", async () => {
    await withPage(async (page) => {
      await page.clock.install();
      await openDesk(page, url, clerk);
      const expires = await page.evaluate(async () => {
        const answer = (await (await fetch("/api/session")).json()) as {
          readonly who: { readonly expires: string };
        };
        return answer.who.expires;
      });
      expect(await page.getByText(/登录将在/).count()).toBe(0);
      await page.clock.fastForward(Date.parse(expires) - Date.now() - 150_000);
      await page.getByRole("alert").getByText("登录将在3分钟后失效。").waitFor();
      await page.clock.fastForward(180_000);
      await page.getByText(/登录已失效/).waitFor();
    });
  });

  it("prints the booklet on paper of its own size, without the page around it", async () => {
    await withPage(async (page) => {
      await openDesk(page, url, clerk, { purpose: "booklet-request" });
      await openHousehold(page, "陈雨晴");
      await page.getByRole("link", { name: "户口簿预览" }).click();
      await page.locator(".sheet").nth(4).waitFor();
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".staff-head").isVisible()).toBe(false);
      expect(await page.getByRole("button", { name: "打印" }).isVisible()).toBe(false);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      // A first page and five cards, two on an A4 sheet.
      expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(3);
      const text = (await page.locator(".booklet").textContent()) ?? "";
      expect(text).not.toMatch(/民族|宗教|血型|身高/);
    });
  });
});
