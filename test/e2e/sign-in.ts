// Signing in as somebody of the demo's cast, and asking the server as whoever is signed in.
import type { Page } from "playwright-core";
import type { CastMember } from "../../src/demo-data/cast.ts";

/** One click of the demo, as its link does it; ends on the page named. */
export async function signInAs(
  page: Page,
  url: string,
  { subject }: CastMember,
  to: string,
): Promise<void> {
  await page.goto(`${url}auth/sign-in?${new URLSearchParams({ as: subject, to })}`);
  await page.waitForURL((at) => at.pathname + at.hash === to);
  await page.locator("[data-page-heading]").waitFor();
}

export type Asked = { readonly status: number; readonly body: unknown };

/** Asks from the page itself, with its session: what the person signed in could ask. */
export async function ask(
  page: Page,
  path: string,
  request: {
    readonly method?: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): Promise<Asked> {
  return page.evaluate(
    async ([address, { method = "GET", body, headers = {} }]) => {
      const session = (await (await fetch("/api/session")).json()) as {
        readonly who: { readonly csrf: string } | null;
      };
      const response = await fetch(address, {
        method,
        headers: {
          "luohu-csrf": session.who?.csrf ?? "",
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: text === "" ? null : (JSON.parse(text) as unknown) };
    },
    [path, request] as const,
  );
}
