// The portal as a person meets it: served by the real server, walked in a real browser.
import type { Page } from "playwright-core";
import { startServer } from "../../src/api/server.ts";
import { builtInPackFolder, readPackFolder } from "../../src/platform/files/index.ts";
import { en } from "../../web/i18n/en.ts";
import { findServiceWords } from "../../web/i18n/services.ts";
import { zhCN } from "../../web/i18n/zh-cn.ts";
import { isCaseFile, loadPack, type Fact, type Locale, type Pack } from "../../src/policy/index.ts";

export type RunningPortal = {
  readonly url: string;
  readonly pack: Pack;
  readonly close: () => Promise<void>;
};

export async function startPortal(): Promise<RunningPortal> {
  const read = readPackFolder(builtInPackFolder);
  if (read.kind !== "read") throw new Error(read.kind);
  const loaded = loadPack(read.files.filter(({ path }) => !isCaseFile(path)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const started = await startServer({ port: 0, pack: loaded.value });
  if (started.kind === "refused") throw new Error(started.code);
  return { url: started.url, pack: loaded.value, close: started.close };
}

/** The words a walk presses, as a person reads them. */
const words = {
  "zh-CN": {
    start: "开始",
    goOn: "继续",
    yes: "是",
    no: "不是",
    unsure: "不清楚",
    notYet: "还没有",
    toAnswer: "先看结果",
    together: "一起生活",
    alone: "只有我自己",
  },
  en: {
    start: "Start",
    goOn: "Continue",
    yes: "Yes",
    no: "No",
    unsure: "I don’t know",
    notYet: "Not yet",
    toAnswer: "See the answer so far",
    together: "Lives with me",
    alone: "Only me",
  },
} as const satisfies Record<Locale, Record<string, string>>;

export type Reply =
  | "yes"
  | "no"
  | "unsure"
  | "not-yet"
  | { readonly date: string }
  | { readonly number: string }
  | { readonly choice: string };

export type Plan = {
  /** What the person wants to know; settling, unless it says otherwise. */
  readonly service?: string;
  readonly county: string;
  /** Said where it is asked, which is only where it can matter. */
  readonly kind: string;
  /** Relations that move along, all living together with the person. */
  readonly family: readonly string[];
  readonly replies: Readonly<Record<string, Reply>>;
  /** What is said to every other question. */
  readonly otherwise: Reply;
  readonly outcome: "granted" | "refused" | "unknown" | "refer";
};

/** One person for each outcome. */
export const plans = {
  tenant: {
    county: "652301",
    kind: "village",
    family: ["spouse", "other-relative"],
    replies: { "residence.since": { date: "2020-02-29" }, "insurance.months": { number: "20" } },
    otherwise: "yes",
    outcome: "granted",
  },
  stranger: {
    county: "652301",
    kind: "county-city",
    family: ["child"],
    replies: {},
    otherwise: "no",
    outcome: "refused",
  },
  forgetful: {
    county: "652301",
    kind: "town",
    family: [],
    replies: {},
    otherwise: "unsure",
    outcome: "unknown",
  },
  /** Not yet, but soon if nothing changes. */
  newcomer: {
    county: "652301",
    kind: "village",
    family: ["spouse"],
    replies: { "residence.since": { date: "2026-06-16" }, "insurance.months": { number: "6" } },
    otherwise: "no",
    outcome: "refer",
  },
  /** In the made-up district, whose upper texts are not held. */
  student: {
    county: "990101",
    kind: "district-seat",
    family: [],
    replies: {
      "student.collective": "yes",
      "student.graduated": { date: "2026-06-30" },
    },
    otherwise: "no",
    outcome: "granted",
  },
  talent: {
    county: "990101",
    kind: "district-seat",
    family: ["spouse"],
    replies: { "registered.elsewhere": "yes", "talent.policy": "yes" },
    otherwise: "no",
    outcome: "granted",
  },
  returner: {
    county: "653101",
    kind: "county-city",
    family: ["child", "parent"],
    replies: {},
    otherwise: "no",
    outcome: "granted",
  },
  /** Registers a child who was never registered. */
  parent: {
    service: "unregistered",
    county: "652301",
    kind: "town",
    family: [],
    replies: {
      "registration.none": "yes",
      "registration.past": { choice: "never" },
      "home-place.here": "yes",
      "birth.certificate": "yes",
    },
    otherwise: "no",
    outcome: "granted",
  },
  capital: {
    county: "650102",
    kind: "city",
    family: ["spouse"],
    replies: {},
    otherwise: "no",
    outcome: "refer",
  },
} as const satisfies Record<string, Plan>;

export type Walker = {
  readonly page: Page;
  readonly pack: Pack;
  readonly locale: Locale;
  /** Called on every page of the walk, once it stands. */
  readonly look?: (name: string) => Promise<void>;
};

/** From the welcome to the answer, by pressing what a person would press. */
export async function walk(walker: Walker, plan: Plan): Promise<void> {
  await walkToQuestions(walker, plan);
  await answerQuestions(walker, plan);
}

export async function walkToQuestions(walker: Walker, plan: Plan): Promise<void> {
  const { page, pack, locale, look = () => Promise.resolve() } = walker;
  const say = words[locale];
  const at = {
    county: findPlace(pack, plan.county),
    prefecture: findPlace(pack, `${plan.county.slice(0, 4)}00`),
  };
  await turnTo(page, "#/");
  await look("welcome");
  await page.getByRole("button", { name: say.start, exact: true }).click();
  await turnTo(page, "#/service");
  await look("service");
  await page.getByRole("button", { name: titleOf(plan, locale) }).click();
  await turnTo(page, "#/place");
  await look("place");
  if (!plan.county.startsWith("99")) {
    await page.locator(".index-row", { hasText: at.prefecture.name[locale] }).first().click();
    await turnTo(page, "#/place/county");
    await look("county");
  }
  await page.getByRole("button", { name: at.county.name[locale], exact: true }).click();
  await page.waitForFunction(() => /#\/(question|family|answer)/.test(location.hash));
}

/** Says who comes along, where the page asks. */
async function tellFamily(
  { page, pack, locale, look = () => Promise.resolve() }: Walker,
  plan: Plan,
) {
  const say = words[locale];
  for (const relation of plan.family) {
    const member = page.locator(".member", { hasText: relationLabel(pack, relation, locale) });
    await member.getByRole("checkbox").check();
    await member.getByRole("radio", { name: say.together, exact: true }).check();
  }
  await look("family");
  const done = plan.family.length === 0 ? say.alone : say.goOn;
  await page.getByRole("button", { name: done, exact: true }).click();
  await turnTo(page, "#/answer");
}

export async function answerQuestions(walker: Walker, plan: Plan, most = 40): Promise<number> {
  const { page, look = () => Promise.resolve() } = walker;
  for (let asked = 0; asked < most; asked += 1) {
    await page.locator("[data-page-heading]").waitFor();
    if (new URL(page.url()).hash === "#/answer") {
      await look("answer");
      return asked;
    }
    if (new URL(page.url()).hash === "#/family") {
      await tellFamily(walker, plan);
      continue;
    }
    const fact = await readQuestion(walker);
    await look(`question ${fact.name}`);
    await reply(walker, fact, replyTo(plan, fact));
    await page.waitForFunction(
      (before) => document.querySelector("[data-page-heading]")?.textContent !== before,
      fact.question?.[walker.locale],
    );
  }
  return most;
}

export function replyTo(plan: Plan, fact: Fact): Reply {
  if (fact.name === "place.kind" && plan.otherwise !== "unsure") return { choice: plan.kind };
  return plan.replies[fact.name] ?? plan.otherwise;
}

export function headlineOf(pack: Pack, plan: Plan, locale: Locale): string {
  const catalogue = locale === "en" ? en : zhCN;
  const { headline } = findServiceWords(catalogue, plan.service ?? "settlement");
  return headline[plan.outcome](findPlace(pack, plan.county).name[locale]);
}

function titleOf({ service = "settlement" }: Plan, locale: Locale): string {
  const catalogue = locale === "en" ? en : zhCN;
  return findServiceWords(catalogue, service).title;
}

export async function readQuestion({ page, pack, locale }: Walker): Promise<Fact> {
  const heading = await page.locator("[data-page-heading]").textContent();
  const fact = pack.vocabulary.facts.find(({ question }) => question?.[locale] === heading);
  if (fact === undefined) throw new Error(`no question of the pack: ${heading}`);
  return fact;
}

async function reply({ page, locale }: Walker, { type }: Fact, said: Reply): Promise<void> {
  const say = words[locale];
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  if (said === "unsure") return page.locator(".choice", { hasText: say.unsure }).click();
  if (said === "not-yet" || (type.kind === "date" && said === "no")) return press(say.notYet);
  if (typeof said === "object" && "date" in said) {
    await typeDate(page, said.date);
    return press(say.goOn);
  }
  if (typeof said === "object" && "choice" in said) {
    const value =
      type.kind === "enum" ? type.values.find(({ id }) => id === said.choice) : undefined;
    if (value === undefined) throw new Error(`no choice ${said.choice}`);
    return page.locator(".choice", { hasText: value.label[locale] }).first().click();
  }
  if (type.kind === "enum") return page.locator(".choice").first().click();
  if (type.kind === "number") {
    await page.locator(".with-unit input").fill(typeof said === "object" ? said.number : "0");
    return press(say.goOn);
  }
  return press(said === "yes" ? say.yes : say.no);
}

export async function typeDate(page: Page, iso: string): Promise<void> {
  const parts = iso.split("-").map((part) => part.replace(/^0/, ""));
  for (const [index, name] of ["year", "month", "day"].entries()) {
    await page.locator(`input[id$="-${name}"]`).fill(parts[index] ?? "");
  }
}

export async function turnTo(page: Page, hash: string): Promise<void> {
  await page.waitForFunction((wanted) => (location.hash || "#/") === wanted, hash);
  await page.locator("[data-page-heading]").waitFor();
}

export function findPlace(pack: Pack, code: string) {
  const place = pack.places.find((candidate) => candidate.code === code);
  if (place === undefined) throw new Error(`no place ${code}`);
  return place;
}

export function relationLabel(pack: Pack, relation: string, locale: Locale): string {
  const record = pack.vocabulary.records.find(({ name }) => name === "family");
  const type = record?.fields.find(({ name }) => name === "relation")?.type;
  const value = type?.kind === "enum" ? type.values.find(({ id }) => id === relation) : undefined;
  if (value === undefined) throw new Error(`no relation ${relation}`);
  return value.label[locale];
}

/** Nothing sticks out sideways. */
export async function expectNoSideways(page: Page): Promise<void> {
  const { wide, seen, by } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
    by: [...document.querySelectorAll("main *")]
      .filter(
        (element) =>
          element.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
      )
      .map((element) => `${element.tagName}.${element.className}`)
      .slice(0, 3),
  }));
  if (wide > seen)
    throw new Error(`${page.url()} is ${wide} px wide in ${seen} px: ${by.join(", ")}`);
}
