// The small town behind its routes, with someone signed in for each role.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type LightMyRequestResponse } from "fastify";
import { validatorCompiler } from "fastify-type-provider-zod";
import { afterAll, beforeAll, expect } from "vitest";
import { type OpenSession, registerGuard, type Role } from "../../platform/auth/index.ts";
import { ensureKey } from "../../platform/keys/index.ts";
import { useDatabase } from "../../platform/postgres/testing/index.ts";
import { found, preview } from "../contract.ts";
import { registerRoutes } from "../index.ts";
import { registerOn } from "./register.ts";
import { neighbour, stranger, today, town } from "./small-town.ts";
import { settleTown } from "./town-database.ts";

/** A role, a clerk of the neighbour county, or an approver who is the clerk as well. */
export type Who = Role | "neighbour" | "same-person";

const session = (role: Role, more: Partial<OpenSession["principal"]> = {}): OpenSession => ({
  principal: {
    account: `account of ${role}`,
    name: "林思齐",
    role,
    counties: role === "resident" ? [] : [town],
    department: "public-security",
    ...more,
  },
  csrf: "word",
  key: role,
});

const sessions: ReadonlyMap<string, OpenSession> = new Map<Who, OpenSession>([
  ["window-clerk", session("window-clerk")],
  ["approver", session("approver", { name: "韩素梅" })],
  ["same-person", session("approver", { account: "account of window-clerk" })],
  ["data-protection-officer", session("data-protection-officer")],
  ["auditor", session("auditor", { counties: [town, neighbour] })],
  ["resident", session("resident", { person: stranger })],
  ["neighbour", session("window-clerk", { counties: [neighbour] })],
]);

type Asked = { readonly who?: Who; readonly body?: object; readonly headers?: object };

/** To be called at the top of a test file; what one test does, the next one finds done. */
export async function townOverHttp() {
  const { database, owner } = await useDatabase();
  const folder = mkdtempSync(join(tmpdir(), "luohu-test-keys-"));
  const register = registerOn(database, () => today, folder);
  const app = Fastify();

  beforeAll(async () => {
    await ensureKey(folder, `${today}T00:00:00.000Z`);
    await settleTown(register, owner);
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(() => (data) => JSON.stringify(data));
    await registerGuard(app, {
      findSession: async ({ headers }) => sessions.get(String(headers["who"])),
      origin: () => "http://here.test",
    });
    await app.register(registerRoutes, { register });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  function ask(url: string, { who = "window-clerk", body, headers }: Asked = {}) {
    return app.inject({
      url,
      method: body === undefined ? "GET" : "POST",
      headers: {
        who,
        "luohu-csrf": "word",
        "luohu-purpose": "application",
        "accept-language": "en",
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
  }

  async function search(by: string, text: string) {
    const answer = await ask(at("/people/search"), { body: { by, text } });
    expect(answer.statusCode).toBe(200);
    return found.parse(answer.json());
  }

  /** Previews an act and does it on that ground; `sent` are the headers it went with. */
  async function act(body: object, { who = "window-clerk" }: Pick<Asked, "who"> = {}) {
    const seen = await ask(at("/acts/preview"), { who, body });
    const { ifMatch } = preview.parse(seen.json());
    const sent = { "idempotency-key": randomUUID(), "if-match": ifMatch };
    return { sent, answer: await ask(at("/acts"), { who, body, headers: sent }) };
  }

  return { register, ask, search, act };
}

export const at = (path: string, county = town): string => `/api/counties/${county}${path}`;

type Problem = {
  readonly code: string;
  readonly status: number;
  readonly problems?: readonly Readonly<Record<string, unknown>>[];
};

export function problem(answer: LightMyRequestResponse): Problem {
  expect(answer.headers["content-type"]).toContain("application/problem+json");
  return answer.json<Problem>();
}
