import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import type { Access } from "./access.ts";
import { principalOf, purposeOf, registerGuard } from "./guard.ts";
import type { OpenSession } from "./principal.ts";
import type { RateLimits } from "./limits.ts";

const clerk: OpenSession = {
  principal: { account: "a", name: "林", role: "window-clerk", counties: [990_101] },
  csrf: "word",
  key: "clerk",
};
const access: Access = {
  kind: "signed-in",
  roles: ["window-clerk"],
  place: "own-county",
  record: "any",
};
const limits: RateLimits = { ordinary: 50, record: 3, search: 3, "sign-in": 2 };

let app: FastifyInstance;
let done: string[] = [];
afterEach(() => app.close());

async function build(): Promise<void> {
  done = [];
  app = Fastify();
  await registerGuard(app, {
    findSession: async ({ cookies }) => (cookies["s"] === "clerk" ? clerk : undefined),
    origin: () => "http://here.test",
    rateLimits: limits,
  });
  const route = (name: string) => async () => {
    done.push(name);
    return { name };
  };
  const config = { access };
  app.get("/counties/:county/look", { config }, route("look"));
  app.post("/counties/:county/act", { config }, route("act"));
  app.post("/counties/:county/search", { config: { ...config, limit: "search" } }, route("search"));
  app.get(
    "/sign-in",
    { config: { access: { kind: "public" }, limit: "sign-in" } },
    route("sign-in"),
  );
  app.get(
    "/counties/:county/person",
    { config: { access: { ...access, purpose: true } } },
    (request, reply) => reply.send({ ...purposeOf(request), by: principalOf(request).name }),
  );
}

const cookie = "s=clerk";
const ask = (url: string, headers: Record<string, string> = { cookie }) =>
  app.inject({ url, headers });
const post = (url: string, headers: Record<string, string>, body?: string) =>
  app.inject({ method: "POST", url, headers, ...(body === undefined ? {} : { body }) });

it("a route that declares no access keeps the server from starting, with its name", async () => {
  await build();
  app.get("/forgotten", async () => "x");
  await expect(app.ready()).rejects.toThrow(/GET \/forgotten declares no access: add config/);
});

it("refuses before anything of the route happens, and says what to do in both languages", async () => {
  await build();
  const nobody = await ask("/counties/990101/look", { "accept-language": "en" });
  expect(nobody.json()).toMatchObject({
    status: 401,
    code: "not-signed-in",
    title: "Please sign in",
  });
  const zh = await ask("/counties/990102/look", { cookie });
  expect(zh.json()).toMatchObject({ status: 403, title: "您当前的身份不能这样做" });
  expect(zh.headers["cache-control"]).toBe("no-store");
  // Not even the form of a body is told to those who may not use the route.
  const type = { "content-type": "application/json" };
  expect((await post("/counties/990101/act", type, "{")).statusCode).toBe(401);
  expect(done).toEqual([]);
  expect((await ask("/counties/990101/look")).statusCode).toBe(200);
  expect((await ask("/nowhere")).statusCode).toBe(404);
});

it("changes need the session's word, from our own pages", async () => {
  await build();
  const url = "/counties/990101/act";
  for (const headers of [
    { cookie },
    { cookie, "luohu-csrf": "other" },
    { cookie, "luohu-csrf": "word", origin: "http://elsewhere.test" },
    { cookie, "luohu-csrf": "word", "sec-fetch-site": "cross-site" },
  ]) {
    expect((await post(url, headers)).json()).toMatchObject({ status: 403, code: "not-from-here" });
  }
  expect(done).toEqual([]);
  const right = { cookie, "luohu-csrf": "word", origin: "http://here.test" };
  expect((await post(url, right)).statusCode).toBe(200);
});

it("looks at people need a purpose, which the route is given", async () => {
  await build();
  const url = "/counties/990101/person";
  const refused = await ask(url);
  expect(refused.json()).toMatchObject({
    status: 400,
    code: "purpose-missing",
    problems: [{ code: "bad-purpose", path: "header.Luohu-Purpose" }],
  });
  const headers = { cookie, "luohu-purpose": "review", "luohu-reference": "12%2F3" };
  expect((await ask(url, headers)).json()).toEqual({
    purpose: "review",
    reference: "12/3",
    by: "林",
  });
});

describe("too many requests", () => {
  it("are refused by address where nobody is signed in, whatever cookie they bring", async () => {
    await build();
    const from = (remoteAddress: string, s: string) =>
      app.inject({ url: "/sign-in", headers: { cookie: `s=${s}` }, remoteAddress });
    const statuses = [];
    for (const each of ["a", "b", "c"]) statuses.push((await from("10.0.0.1", each)).statusCode);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await from("10.0.0.2", "a")).statusCode).toBe(200);
    const refused = await from("10.0.0.1", "d");
    expect(refused.json()).toMatchObject({ code: "too-many-requests", title: "请求太多" });
    expect(refused.headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(Number(refused.headers["retry-after"])).toBeLessThanOrEqual(60);
  });

  it("are counted by session elsewhere, and searches apart", async () => {
    await build();
    const headers = { cookie, "luohu-csrf": "word" };
    const statuses = [];
    for (let i = 0; i < 4; i++) {
      statuses.push((await post("/counties/990101/search", headers)).statusCode);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await ask("/counties/990101/look")).statusCode).toBe(200);
  });

  it("guesses at cookies count towards their address", async () => {
    await build();
    const guess = (i: number) => ask("/counties/990101/look", { cookie: `s=${i}` });
    for (let i = 0; i < limits.ordinary; i++) expect((await guess(i)).statusCode).toBe(401);
    expect((await guess(-1)).statusCode).toBe(429);
    expect((await ask("/counties/990101/look")).statusCode).toBe(200);
  });
});
