import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { z } from "zod";
import { luohu } from "../cli/command-line.fixture.ts";
import { packageRoot, readPackFolder, builtInPackFolder } from "../platform/files/index.ts";
import { isCaseFile, loadPack, type Pack } from "../policy/index.ts";
import { decision, explanation, problem, textsInForce } from "./contract.ts";
import { buildServer, startServer } from "./server.ts";

const log: string[] = [];
const portal = mkdtempSync(join(tmpdir(), "luohu-portal-"));
let pack: Pack;
let base = "";
let close: () => Promise<void>;

beforeAll(async () => {
  mkdirSync(join(portal, "assets"));
  const script = "export const words = 'one line of a portal';\n".repeat(50);
  writeFileSync(join(portal, "index.html"), "<!doctype html><title>portal</title>");
  writeFileSync(join(portal, "assets", "main-abc123.js"), script);
  writeFileSync(join(portal, "assets", "main-abc123.js.br"), brotliCompressSync(script));
  writeFileSync(join(portal, ".inputs"), "not for the public");
  pack = loadBuiltIn();
  const started = await startServer({ port: 0, pack, portal, log: (line) => log.push(line) });
  if (started.kind === "refused") throw new Error(started.code);
  ({ url: base, close } = started);
});

afterAll(async () => {
  await close();
  rmSync(portal, { recursive: true, force: true });
});

function loadBuiltIn(): Pack {
  const read = readPackFolder(builtInPackFolder);
  if (read.kind !== "read") throw new Error(read.kind);
  const loaded = loadPack(read.files.filter(({ path }) => !isCaseFile(path)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

const examples = [
  "graduate",
  "herder-who-lost-land",
  "kashgar-returner",
  "tenant",
  "urumqi-worker",
  "village-or-unknown",
];
const examplePath = (name: string): string => join(packageRoot, "examples", `${name}.yaml`);
const exampleText = (name: string): string => readFileSync(examplePath(name), "utf8");

type Sent = {
  readonly path?: string;
  readonly type?: string;
  readonly headers?: Record<string, string>;
};

const post = (
  body: string,
  { path = "api/decisions", type = "application/json", headers = {} }: Sent = {},
) =>
  fetch(`${base}${path}`, { method: "POST", body, headers: { "content-type": type, ...headers } });

/** The problem details of an answer, checked against their contract. */
async function problemOf(response: Response): Promise<z.output<typeof problem>> {
  expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const details = problem.strict().parse(await response.json());
  expect(details.status).toBe(response.status);
  expect(JSON.stringify(details)).not.toMatch(/\{\w+\}|undefined|\.ts:|node_modules/);
  return details;
}

const valid = {
  service: "settlement",
  on: "2026-05-01",
  place: { county: "652301", kind: "county-city" },
};

describe("answers", () => {
  it.each(examples)("%s is decided and explained as the command line does", async (name) => {
    const json = JSON.stringify(parse(exampleText(name)));
    const [decided, yaml, explained, cli] = await Promise.all([
      post(json),
      post(exampleText(name), { type: "application/yaml" }),
      post(json, { path: "api/explanations" }),
      luohu(["explain", examplePath(name), "--json"]),
    ]);
    expect([decided.status, yaml.status, explained.status]).toEqual([200, 200, 200]);
    const answer: unknown = await decided.json();
    const whole: unknown = await explained.json();
    expect(await yaml.json()).toEqual(answer);
    expect(whole).toEqual(JSON.parse(cli.stdout));
    expect(whole).toMatchObject({ decision: answer });
    // What is documented is what is sent: nothing more, nothing less.
    expect(decision.parse(answer)).toEqual(answer);
    expect(explanation.parse(whole)).toEqual(whole);
  });

  it("asks one service, one text, and the law as known on a day", async () => {
    const query = "?service=settlement&law=R&knownAt=2020-01-01";
    const response = await post(JSON.stringify(valid), { path: `api/decisions${query}` });
    expect(await response.json()).toMatchObject({ asOf: { on: valid.on, knownAt: "2020-01-01" } });
  });

  it("texts, schema and health", async () => {
    const texts: unknown = await (await fetch(`${base}api/texts`)).json();
    expect(textsInForce.parse(texts)).toEqual(texts);
    expect(texts).toMatchObject({
      instruments: expect.arrayContaining([
        expect.objectContaining({ instrument: "R", from: "2014-10-27" }),
      ]),
    });
    const schema: unknown = await (await fetch(`${base}api/schema/dossier`)).json();
    expect(schema).toEqual(JSON.parse((await luohu(["schema"])).stdout));
    expect(await (await fetch(`${base}health/live`)).json()).toEqual({ status: "live" });
    expect(await (await fetch(`${base}health/ready`)).json()).toEqual({ status: "ready" });
  });
});

describe("problems", () => {
  const wrong = JSON.stringify({ ...valid, person: { born: "2026-02-30" }, recrods: {} });

  it("422 names code, field and remedy in the client's language", async () => {
    const en = await problemOf(
      await post(wrong, { headers: { "accept-language": "fr, en;q=0.8, zh;q=0.5" } }),
    );
    expect(en).toMatchObject({
      type: "urn:luohu:problem:unusable",
      title: "Something in the dossier is wrong",
      status: 422,
      detail: expect.stringContaining("`problems` lists"),
      code: "unusable",
      problems: [
        { code: "unknown-field", path: "recrods", suggestion: "records" },
        { code: "bad-date", path: "person.born" },
      ],
    });
    expect(en.problems?.[1]?.message).toContain("Write year-month-day");
    const response = await post(wrong, { headers: { "accept-language": "zh-TW" } });
    expect(response.headers.get("content-language")).toBe("zh-CN");
    const zh = await problemOf(response);
    expect(zh.problems?.[1]?.message).toContain("请写成");
  });

  it("422 of YAML has line and column", async () => {
    const text = "on: 2026-05-01\nplace: {county: 652301}\nperson: {born: 2026-02-30}\n";
    const details = await problemOf(await post(text, { type: "application/yaml" }));
    expect(details.problems).toMatchObject([{ code: "bad-date", line: 3, column: 10 }]);
  });

  it.each<readonly [status: number, name: string, send: () => Promise<Response>]>([
    [400, "broken JSON", () => post("{")],
    [400, "nothing", () => post("")],
    [400, "a key that poisons prototypes", () => post('{"__proto__": {"on": 1}}')],
    [400, "broken YAML", () => post("on: [", { type: "application/yaml" })],
    [400, "an alias bomb", () => post("a: &a [x]\nb: [*a, *a]", { type: "application/yaml" })],
    [400, "an unknown query parameter", () => post("{}", { path: "api/decisions?lwa=R" })],
    [400, "a day that is none", () => post("{}", { path: "api/decisions?knownAt=2026-02-30" })],
    [400, "a parameter said twice", () => post("{}", { path: "api/decisions?law=R&law=D" })],
    [400, "an address that is none", () => fetch(`${base}%zz`)],
    [404, "an address that is not there", () => fetch(`${base}api/nothing`)],
    [404, "a file beginning with a dot", () => fetch(`${base}.inputs`)],
    [404, "a way out of the folder", () => fetch(`${base}assets/..%2f..%2fpackage.json`)],
    [405, "a method it does not take", () => fetch(`${base}api/decisions`)],
    [413, "1 MiB and a byte", () => post(JSON.stringify({ x: "x".repeat(1024 * 1024) }))],
    [413, "too much YAML", () => post("x".repeat(300_000), { type: "application/yaml" })],
    [415, "another type", () => post("<x/>", { type: "application/xml" })],
    [415, "plain text", () => post("on: x", { type: "text/plain" })],
    [422, "no dossier", () => post("[]")],
    [
      422,
      "an unknown service",
      () => post(JSON.stringify(valid), { path: "api/decisions?service=x" }),
    ],
    [422, "an unknown text", () => post(JSON.stringify(valid), { path: "api/decisions?law=Q" })],
    [
      422,
      "a place without rules",
      () => post(JSON.stringify({ ...valid, place: { county: "110105" } })),
    ],
  ])("%i for %s", async (status, _name, send) => {
    const response = await send();
    expect(response.status).toBe(status);
    await problemOf(response);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("405 names the methods there are", async () => {
    expect((await fetch(`${base}api/texts`, { method: "DELETE" })).headers.get("allow")).toBe(
      "GET",
    );
    expect((await fetch(`${base}api/decisions`)).headers.get("allow")).toBe("POST");
  });

  it("500 tells the client nothing of what broke, and the log does", async () => {
    const lines: string[] = [];
    const app = await buildServer({ pack, portal, log: (line) => lines.push(line) });
    app.get("/break", { config: { access: { kind: "public" } } }, () => {
      throw new Error("secret of the house");
    });
    const response = await app.inject({ url: "/break", headers: { "accept-language": "en" } });
    await app.close();
    expect(response.statusCode).toBe(500);
    expect(response.headers["content-type"]).toMatch(/^application\/problem\+json/);
    expect(response.body).not.toContain("secret");
    expect(lines.join("\n")).toContain("server.test.ts");
  });

  it("a page for people who followed a link", async () => {
    const response = await fetch(`${base}nowhere`, { headers: { accept: "text/html,*/*" } });
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    expect(await response.text()).toContain("没有这个页面");
  });
});

describe("the portal", () => {
  it("is served with strict headers, its page always asked for again", async () => {
    const response = await fetch(base);
    expect(await response.text()).toContain("<title>portal</title>");
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "cache-control": "no-cache",
      "content-security-policy":
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      "permissions-policy": expect.stringContaining("geolocation=()"),
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
  });

  it("hashed files are kept and go out compressed", async () => {
    const response = await fetch(`${base}assets/main-abc123.js`, {
      headers: { "accept-encoding": "br" },
    });
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-encoding")).toBe("br");
    expect(response.headers.get("content-type")).toMatch(/javascript/);
    expect(await response.text()).toContain("one line of a portal");
  });

  it("not built yet: a page says so, and the API works", async () => {
    const app = await buildServer({ pack, portal: join(portal, "assets") });
    const [page, ready] = [await app.inject("/"), await app.inject("/health/ready")];
    await app.close();
    expect(page.body).toContain("npm start");
    expect(ready.statusCode).toBe(200);
  });
});

describe("the log", () => {
  it("has method, route, status and time, and nothing a person sent", async () => {
    log.length = 0;
    const person = { ...valid, person: { name: "王芳王芳", id: "11010519491231002X" } };
    await post(JSON.stringify(person), { path: "api/decisions?service=wangfang" });
    await fetch(`${base}nowhere/wangfang?name=wangfang`);
    await fetch(base);
    expect(log.map((line) => JSON.parse(line) as unknown)).toEqual([
      { method: "POST", route: "/api/decisions", status: 422, ms: expect.any(Number) },
      {
        method: "GET",
        route: expect.stringMatching(/^(\(none\)|\/\*)$/),
        status: 404,
        ms: expect.any(Number),
      },
    ]);
    expect(log.join()).not.toMatch(/wangfang|王芳|110105/);
  });
});

describe("OpenAPI", () => {
  type Operation = {
    readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
    readonly responses: Readonly<
      Record<string, { readonly content: Readonly<Record<string, unknown>> }>
    >;
  };
  type Document = {
    readonly openapi: string;
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
    readonly components: {
      readonly schemas: Readonly<Record<string, { readonly properties?: object }>>;
    };
  };
  const load = async () => (await (await fetch(`${base}api/openapi.json`)).json()) as Document;

  it("names every route, with what goes in and out", async () => {
    const { openapi, paths, components } = await load();
    expect(openapi).toMatch(/^3\.1\./);
    expect(
      Object.entries(paths).flatMap(([url, item]) =>
        Object.keys(item).map((method) => `${method} ${url}`),
      ),
    ).toEqual([
      "post /api/decisions",
      "post /api/explanations",
      "post /api/interviews",
      "post /api/times",
      "post /api/what-ifs",
      "get /api/schema/dossier",
      "get /api/texts",
      "get /health/live",
      "get /health/ready",
    ]);
    const decide = paths["/api/decisions"]?.["post"];
    expect(decide?.requestBody?.content).toMatchObject({
      "application/json": { schema: { $ref: "#/components/schemas/Dossier" } },
      "application/yaml": { schema: { $ref: "#/components/schemas/Dossier" } },
    });
    expect(decide?.responses["200"]?.content).toMatchObject({
      "application/json": { schema: { $ref: "#/components/schemas/Decision" } },
    });
    expect(Object.keys(decide?.responses ?? {})).toEqual(["200", "400", "413", "415", "422"]);
    expect(Object.keys(decide?.responses["422"]?.content ?? {})).toEqual([
      "application/problem+json",
    ]);
    expect(Object.keys(components.schemas["Decision"]?.properties ?? {})).toEqual([
      "service",
      "outcome",
      "grounds",
      "covers",
      "missing",
      "next",
      "papers",
      "authority",
      "asOf",
    ]);
    expect(Object.keys(components.schemas)).toContain("Reason");
  });

  it("every reference leads somewhere, and no schema is left over", async () => {
    const document = await load();
    const names = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, name]) => name,
    );
    const known = Object.keys(document.components.schemas).map(
      (name) => `#/components/schemas/${name}`,
    );
    expect(new Set(names)).toEqual(new Set(known));
  });

  it("its page asks nothing of other hosts", async () => {
    const page = await fetch(`${base}api/docs`);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toMatch(/https?:\/\/|<script>|style="/);
  });
});

describe("listening", () => {
  it("a taken port is a value, not a throw", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    expect(await startServer({ port, pack, portal })).toEqual({
      kind: "refused",
      code: "EADDRINUSE",
    });
    taken.close();
  });

  it("closes at once with a connection kept alive and one that says nothing", async () => {
    const started = await startServer({ port: 0, pack, portal });
    if (started.kind === "refused") throw new Error(started.code);
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve, reject) => {
      get(`${started.url}health/live`, { agent }, (response) =>
        response.resume().on("end", resolve),
      ).on("error", reject);
    });
    const silent = connect(Number(new URL(started.url).port), "127.0.0.1");
    silent.on("error", () => undefined);
    await once(silent, "connect");
    const told = performance.now();
    await started.close();
    expect(performance.now() - told).toBeLessThan(500);
    agent.destroy();
    silent.destroy();
  });

  it("is reachable from this machine only, unless told otherwise", () => {
    expect(new URL(base).hostname).toBe("127.0.0.1");
  });
});
