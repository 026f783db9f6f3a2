// Every route that the OpenAPI document names × every role and nobody × own and other county × own and other
// record × odd values: exactly the allowed ones come through, the rest are refused before the route does anything.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { existsSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../scripts/command.js";
import { signInAs } from "../src/identity/testing/index.ts";
import { useDatabase } from "../src/platform/postgres/testing/index.ts";
import {
  addressOf,
  headersFor,
  type OpenApi,
  type Operation,
  operationsOf,
  pathValues,
  type Schemas,
  type Values,
} from "./operations.ts";
import { sampleOf } from "./sample.ts";
import { buildWholeServer } from "./whole-server.ts";

const roles = [
  "resident",
  "window-clerk",
  "approver",
  "department-officer",
  "lawmaker",
  "auditor",
  "data-protection-officer",
] as const;
type Who = (typeof roles)[number] | "nobody";
const everybody: readonly Who[] = ["nobody", ...roles];

const ownCounty = 990_101;
const otherCounty = 990_102;
const ownPerson = 4711;
const otherPerson = 4712;

/** What the guard says; each is a code of src/platform/http/problem.ts. */
const refusals = new Set(["not-signed-in", "not-allowed", "not-from-here", "purpose-missing"]);

const tests = await useDatabase();
let app: FastifyInstance;
let operations: readonly Operation[] = [];
let schemas: Schemas = {};

/** Requests whose handler began. */
const handled = new WeakSet<object>();
const note = (message: unknown) => {
  handled.add((message as { readonly request: FastifyRequest }).request.raw);
};

beforeAll(async () => {
  subscribe("tracing:fastify.request.handler:start", note);
  app = await buildWholeServer(tests);
  const document = (await app.inject("/api/openapi.json")).json<OpenApi>();
  schemas = document.components.schemas;
  operations = operationsOf(document);
});

afterAll(async () => {
  unsubscribe("tracing:fastify.request.handler:start", note);
  await app.close();
});

/** What should become of a request: written from the words of the declaration, not from its code. */
function expected({ access }: Operation, who: Who, values: Values): string {
  if (access.kind === "public") return "through";
  if (who === "nobody") return "not-signed-in";
  if (access.roles?.includes(who) !== true) return "not-allowed";
  const isStaff = who !== "resident";
  const own = isStaff && values["county"] === String(ownCounty);
  if (access.place === "own-county" && !own) return "not-allowed";
  const isMe = who === "resident" && values["person"] === String(ownPerson);
  if (access.record === "own" && values["person"] !== undefined && !isMe) return "not-found";
  return "through";
}

async function headersOf(who: Who): Promise<Record<string, string>> {
  if (who === "nobody") return {};
  const counties = who === "lawmaker" || who === "resident" ? [] : [ownCounty];
  const person = who === "resident" ? { person: ownPerson } : {};
  return { ...(await signInAs(tests.owner, { role: who, counties, ...person })).headers };
}

type Sent = { readonly headers?: Record<string, string>; readonly bare?: boolean };

/** Sends a request that is whole but for what the test takes away; says what became of it. */
async function send(operation: Operation, values: Values, { headers = {}, bare }: Sent = {}) {
  const { method, body } = operation;
  const payload = bare === true || body === undefined ? undefined : sampleOf(body, schemas);
  const response = await app.inject({
    method,
    url: addressOf(operation, values, schemas),
    headers: {
      ...headersFor(operation, schemas),
      ...headers,
      ...(payload === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
  });
  const began = handled.has(response.raw.req);
  const { code = "" } = readJson(response.body);
  const refused = !began && (refusals.has(code) || code === "not-found");
  return { became: refused ? code : "through", began, response };
}

function readJson(text: string): { readonly code?: string } {
  try {
    return (JSON.parse(text) ?? {}) as { code?: string };
  } catch {
    return {};
  }
}

const places = [ownCounty, otherCounty];
const people = [ownPerson, otherPerson];

it("every route says who may use it, and those of the register are here", () => {
  expect(operations.filter(({ access }) => access === undefined)).toEqual([]);
  expect(operations.length).toBeGreaterThan(10);
  if (existsSync(join(root, "src", "register", "routes.ts"))) {
    expect(operations.map(({ path }) => path).join()).toContain("/api/counties/{county}/");
  }
});

it("every route × role × county × record: exactly the allowed ones come through", async () => {
  const wrong: string[] = [];
  for (const who of everybody) {
    const headers = await headersOf(who);
    for (const operation of operations) {
      for (const county of places) {
        for (const person of people) {
          const values = pathValues(
            operation,
            { county: String(county), person: String(person) },
            schemas,
          );
          const should = expected(operation, who, values);
          const fresh = should === "through" && operation.method !== "GET";
          const { became, began, response } = await send(operation, values, {
            headers: fresh ? await headersOf(who) : headers,
          });
          const status = response.statusCode;
          const what = `${operation.name} as ${who} with ${JSON.stringify(values)}`;
          if (became !== should) wrong.push(`${what}: ${became}, not ${should}`);
          if (should !== "through" && began) wrong.push(`${what}: began before it was refused`);
          if (should === "through" && !began) {
            wrong.push(
              `${what}: the example was not taken (${status} ${response.body.slice(0, 300)}); give the ` +
                `schema of its body, header or parameter an example: .meta({ examples: […] })`,
            );
          }
          if (status >= 500) wrong.push(`${what}: ${status}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

it("what changes something needs the session's word; what looks needs a purpose", async () => {
  for (const operation of operations) {
    const { access, method, name } = operation;
    if (access.kind === "public") continue;
    const who = (access.roles?.[0] ?? "nobody") as Who;
    const values = pathValues(
      operation,
      { county: String(ownCounty), person: String(ownPerson) },
      schemas,
    );
    const { "luohu-csrf": word = "", ...headers } = await headersOf(who);
    if (method !== "GET") {
      for (const csrf of [{}, { "luohu-csrf": `${word}x` }]) {
        const { became, began } = await send(operation, values, {
          headers: { ...headers, ...csrf },
        });
        expect([name, became, began]).toEqual([name, "not-from-here", false]);
      }
      const elsewhere = { ...headers, "luohu-csrf": word, origin: "https://elsewhere.invalid" };
      expect((await send(operation, values, { headers: elsewhere })).became).toBe("not-from-here");
    }
    if (access.purpose === true) {
      const purpose = { ...headers, "luohu-csrf": word, "luohu-purpose": "curiosity" };
      const { became, began } = await send(operation, values, { headers: purpose });
      expect([name, became, began]).toEqual([name, "purpose-missing", false]);
    }
  }
});

describe("odd values", () => {
  /** Ways to write a number that is not the number. */
  const disguised = (key: number) => [
    `0${key}`,
    `${key}.0`,
    ` ${key}`,
    `+${key}`,
    `${key}e0`,
    `0x${key.toString(16)}`,
    `${key},1`,
    String(key).replaceAll(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  ];
  const odd = fc
    .oneof(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.integer().map(String),
      fc.constantFrom("null", "undefined", "NaN", "__proto__", "me", ...disguised(ownCounty)),
    )
    .filter((text) => text.isWellFormed() && !/^\.{1,2}$/.test(text));

  it("a number in disguise is another one", async () => {
    for (const operation of operations) {
      const { access, name } = operation;
      const who = (access.roles?.[0] ?? "nobody") as Who;
      const headers = await headersOf(who);
      for (const key of ["county", "person"] as const) {
        for (const text of disguised(key === "county" ? ownCounty : ownPerson)) {
          const plain = { county: String(ownCounty), person: String(ownPerson) };
          const values = pathValues(operation, { ...plain, [key]: text }, schemas);
          if (values[key] !== text || expected(operation, who, values) === "through") continue;
          const { became, began } = await send(operation, values, { headers });
          expect([name, text, became, began]).toEqual([
            name,
            text,
            expected(operation, who, values),
            false,
          ]);
        }
      }
    }
  });

  it("open no door that a plain one would not", async () => {
    const sessions = new Map<Who, Record<string, string>>();
    for (const who of everybody) sessions.set(who, await headersOf(who));
    const guarded = operations.filter(({ access }) => access.kind === "signed-in");
    const request = fc.record({
      operation: fc.constantFrom(...guarded),
      who: fc.constantFrom(...everybody),
      county: fc.oneof(fc.constant(String(ownCounty)), odd),
      person: fc.oneof(fc.constant(String(ownPerson)), odd),
      other: odd,
      cookie: fc.option(fc.base64String({ minLength: 1 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ operation, who, county, person, other, cookie }) => {
        const names = operation.parameters.flatMap((each) =>
          each.in === "path" ? [each.name] : [],
        );
        const rest = Object.fromEntries(names.map((name) => [name, other]));
        const values = pathValues(operation, { ...rest, county, person }, schemas);
        const forged = cookie === undefined ? {} : { cookie: `luohu-session=${cookie}` };
        const should = expected(operation, cookie === undefined ? who : "nobody", values);
        // What would come through is not sent as a change: it may end the session.
        if (should === "through" && operation.method !== "GET") return;
        const headers = { ...sessions.get(who), ...forged };
        const { became, began, response } = await send(operation, values, { headers, bare: true });
        expect(became).toBe(should);
        if (should !== "through") expect(began).toBe(false);
        expect(response.statusCode).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
  });
});

it("another's record answers exactly like one that is not there", async () => {
  const headers = await headersOf("resident");
  for (const operation of operations) {
    const { access, parameters, name } = operation;
    if (access.record !== "own" || !parameters.some((each) => each.name === "person")) continue;
    const answers = [];
    for (const person of [String(otherPerson), "9007199254740991"]) {
      const { response } = await send(operation, pathValues(operation, { person }, schemas), {
        headers,
      });
      answers.push([response.statusCode, response.body, Object.keys(response.headers)]);
    }
    expect([name, answers[0]]).toEqual([name, answers[1]]);
  }
});
