import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectAccessible, withPage } from "./browser.ts";

const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><title>落户</title></head><body><main><h1>落户</h1>${body}</main></body></html>`;

const pages: Record<string, string> = {
  "/good": page("<p>可以落户</p>"),
  "/logs": page("<script>console.error('something is wrong')</script>"),
  "/throws": page("<script>setTimeout(() => { throw new Error('thrown') })</script>"),
  "/leaks": page("<script>void fetch('http://elsewhere.invalid/').catch(() => undefined)</script>"),
  "/unlabelled": page("<input type='text'>"),
};

const server = createServer((request, response) => {
  const body = pages[request.url ?? ""];
  // A policy as strict as the portal's, so that axe is known to work under it.
  if (request.url === "/good") response.setHeader("content-security-policy", "default-src 'self'");
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.writeHead(body === undefined ? 404 : 200).end(body);
});
let address = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const visit = (path: string) =>
  withPage(async (tab) => {
    await tab.goto(address + path, { waitUntil: "networkidle" });
    await expectAccessible(tab);
  });

test("a sound page passes", async () => {
  await withPage(
    async (tab, log) => {
      await tab.goto(`${address}/good`);
      await expectAccessible(tab);
      expect(log.requests.map(({ url }) => url)).toContain(`${address}/good`);
    },
    { expected: [/favicon/] },
  );
});

test.each([
  ["/logs", /something is wrong/],
  ["/throws", /thrown/],
  ["/leaks", /asks another machine: http:\/\/elsewhere\.invalid/],
  ["/unlabelled", /label/],
])("%s fails its test", async (path, reason) => {
  await expect(visit(path)).rejects.toThrow(reason);
});
