import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtInPack } from "../../test/pack.ts";
import { startServer } from "../api/server.ts";
import {
  approver,
  cast,
  clerk,
  neighbourCounty,
  sampleDistrict,
  yuqing,
} from "../demo-data/index.ts";
import { useDatabase } from "../platform/postgres/testing/index.ts";
import { appoint, demoIssuer, markInstallation } from "./index.ts";
import { newVisitor, type Visitor } from "./testing/visitor.ts";
import { session as sessionContract, type Session } from "./contract.ts";

const { database, owner } = await useDatabase();
const log: string[] = [];
let now = new Date("2026-11-22T02:00:00Z");
let base = "";
let close: () => Promise<void>;
const pack = builtInPack();

const persons = new Map([[yuqing.idNumber, 4711]]);
const identity = {
  database,
  provider: { demo: cast },
  findPerson: async (idNumber: string) => persons.get(idNumber),
  now: () => now,
};

beforeAll(async () => {
  await markInstallation(owner, "demo");
  for (const { subject, role, counties, department } of cast) {
    if (role === "resident") continue;
    const given = { issuer: demoIssuer, subject, role, counties, until: null };
    const from = "2020-01-01";
    expect(await appoint(owner, { ...given, from, department: department ?? null })).toBe(
      undefined,
    );
  }
  ({ base, close } = await start());
});

afterAll(() => close());

async function start() {
  const started = await startServer({ port: 0, pack, identity, log: (line) => log.push(line) });
  if (started.kind === "refused") throw new Error(started.code);
  return { base: started.url, close: started.close };
}

const signInAs = async (visitor: Visitor, subject: string, to = "/") =>
  visitor.visit(`/auth/sign-in?as=${subject}&to=${encodeURIComponent(to)}`);

async function sessionOf(visitor: Visitor): Promise<Session> {
  const response = await visitor.ask("/api/session");
  expect(response.status).toBe(200);
  return sessionContract.parse(await response.json());
}

async function whoIs(visitor: Visitor): Promise<NonNullable<Session["who"]>> {
  const { who } = await sessionOf(visitor);
  if (who === null) throw new Error("nobody is signed in");
  return who;
}

const post = async (visitor: Visitor, path: string, body: object) => {
  const { who } = await sessionOf(visitor);
  const headers = { "content-type": "application/json", "luohu-csrf": who?.csrf ?? "" };
  return visitor.ask(path, { method: "POST", headers, body: JSON.stringify(body) });
};

describe("signing in", () => {
  it("a resident is linked to the register by ID number, and comes back to the page asked for", async () => {
    const visitor = newVisitor(base);
    expect(await sessionOf(visitor)).toEqual({ demo: true, signIn: true, who: null });
    const page = await signInAs(visitor, yuqing.subject, "/#/record");
    expect(page.status).toBe(200);
    expect(visitor.seen.at(-1)).toBe(`${base}#/record`);
    expect(await sessionOf(visitor)).toMatchObject({
      demo: true,
      who: {
        name: yuqing.name,
        role: "resident",
        counties: [],
        registered: true,
        acting: null,
        appointments: [],
        expires: "2026-11-22T02:30:00.000Z",
      },
    });
  });

  it("a clerk acts in the one appointment they have", async () => {
    const visitor = newVisitor(base);
    await signInAs(visitor, clerk.subject);
    expect(await whoIs(visitor)).toMatchObject({
      role: "window-clerk",
      counties: [sampleDistrict],
      department: "public-security",
      registered: false,
    });
  });

  it("a page lists everyone of the demo, in both languages, and one click signs in", async () => {
    const visitor = newVisitor(base);
    const page = await visitor.visit("/auth/sign-in?to=/desk.html");
    const html = await page.text();
    for (const { name } of cast) {
      expect(html).toContain(name["zh-CN"]);
      expect(html).toContain(name.en);
    }
    expect(html).not.toMatch(/<script>|style=|https?:/);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
    const action = /action="([^"]+)"/.exec(html)?.[1] ?? "";
    await visitor.visit(action, {
      method: "POST",
      body: new URLSearchParams({ subject: clerk.subject }),
    });
    expect(visitor.seen.at(-1)).toBe(`${base}desk.html`);
    expect((await whoIs(visitor)).role).toBe("window-clerk");
  });

  it("our own pages may list the people of the demo too", async () => {
    const people: unknown = await (await newVisitor(base).ask("/demo-identity/people")).json();
    expect(people).toEqual(
      cast.map(({ subject, name, role, story }) => ({
        subject,
        name,
        role,
        ...(story === undefined ? {} : { story }),
      })),
    );
  });

  it("the cookie is a fresh secret that only the server reads, and only its hash is kept", async () => {
    const visitor = newVisitor(base);
    await signInAs(visitor, clerk.subject);
    const first = visitor.cookies.get("luohu-session") ?? "";
    expect(Buffer.from(first, "base64url").length).toBe(32);
    const line = visitor.set.find((each) => each.startsWith("luohu-session="));
    expect(line).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const { rows } = await owner.pool.query<{ hash: Buffer; line: string }>(
      "SELECT session_hash AS hash, session::text AS line FROM session",
    );
    const hash = createHash("sha256").update(first).digest();
    expect(rows.some((row) => row.hash.equals(hash))).toBe(true);
    for (const way of [
      first,
      Buffer.from(first).toString("hex"),
      Buffer.from(first, "base64url").toString("hex"),
    ]) {
      expect(rows.map(({ line }) => line).join()).not.toContain(way);
    }
    await signInAs(visitor, clerk.subject);
    const second = visitor.cookies.get("luohu-session") ?? "";
    expect(second).not.toBe(first);
    visitor.cookies.set("luohu-session", first);
    expect((await sessionOf(visitor)).who).toBe(null);
  });

  it.each(["https://evil.example/", "//evil.example", "/\\evil.example", "/auth/sign-in", "x"])(
    "never leads on to %s",
    async (to) => {
      const visitor = newVisitor(base);
      await signInAs(visitor, clerk.subject, to);
      expect(visitor.seen.at(-1)).toBe(base);
    },
  );

  it("another name of this machine leads to the one that the provider knows", async () => {
    const visitor = newVisitor(base.replace("127.0.0.1", "localhost"));
    const response = await visitor.ask("/auth/sign-in?to=/desk.html");
    expect(response.headers.get("location")).toBe(`${base}auth/sign-in?to=/desk.html`);
  });
});

describe("coming back without having left", () => {
  const refused = async (visitor: Visitor, query: string) => {
    const response = await visitor.ask(`/auth/callback${query}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("登录没有完成");
    expect(visitor.cookies.has("luohu-session")).toBe(false);
  };

  it("is refused", () => refused(newVisitor(base), "?code=x&state=y"));

  it("with another's state is refused: nobody is signed in by a link", async () => {
    const visitor = newVisitor(base);
    await visitor.ask("/auth/sign-in");
    await refused(visitor, "?code=x&state=y");
  });

  it("with a code that is none is refused", async () => {
    const visitor = newVisitor(base);
    const left = await visitor.ask("/auth/sign-in");
    const state = new URL(left.headers.get("location") ?? "").searchParams.get("state");
    const issuer = encodeURIComponent(`${base}demo-identity`);
    await refused(visitor, `?code=x&state=${state}&iss=${issuer}`);
  });

  /** Goes as far as the provider leads, but not back to us. */
  async function almost(visitor: Visitor): Promise<URL> {
    let response = await visitor.ask(`/auth/sign-in?as=${clerk.subject}`);
    while (!(response.headers.get("location") ?? "").includes("/auth/callback")) {
      response = await visitor.ask(response.headers.get("location") ?? "");
    }
    return new URL(response.headers.get("location") ?? "");
  }

  it("with a code that another browser was given is refused", async () => {
    const [victim, thief] = [newVisitor(base), newVisitor(base)];
    const { search } = await almost(victim);
    await thief.ask("/auth/sign-in");
    await refused(thief, search);
  });

  it("with one's own code under another state is refused", async () => {
    const visitor = newVisitor(base);
    const { searchParams } = await almost(visitor);
    searchParams.set("state", "x");
    await refused(visitor, `?${searchParams.toString()}`);
  });
});

describe("a session", () => {
  it("outlives a restart of the server", async () => {
    const visitor = newVisitor(base);
    await signInAs(visitor, clerk.subject);
    const second = await start();
    const elsewhere = newVisitor(second.base);
    for (const [name, value] of visitor.cookies) elsewhere.cookies.set(name, value);
    expect((await whoIs(elsewhere)).role).toBe("window-clerk");
    await second.close();
  });

  it("ends after half an hour without use, and after twelve hours in any case", async () => {
    const began = now;
    const visitor = newVisitor(base);
    await signInAs(visitor, clerk.subject);
    const later = (minutes: number) => (now = new Date(began.getTime() + minutes * 60_000));
    later(29);
    expect((await whoIs(visitor)).expires).toBe("2026-11-22T02:59:00.000Z");
    for (let minutes = 58; minutes < 12 * 60; minutes += 29) {
      later(minutes);
      await whoIs(visitor);
    }
    later(12 * 60);
    expect((await sessionOf(visitor)).who).toBe(null);
    now = began;
    const other = newVisitor(base);
    await signInAs(other, clerk.subject);
    later(30);
    expect((await sessionOf(other)).who).toBe(null);
    // Signing in sweeps up what has ended.
    await signInAs(newVisitor(base), clerk.subject);
    const { rows } = await owner.pool.query("SELECT FROM session WHERE last_seen <= $1", [began]);
    expect(rows).toEqual([]);
    now = began;
  });

  it("ends with the appointment it acts in", async () => {
    const visitor = newVisitor(base);
    await signInAs(visitor, "zheng-weimin");
    expect((await whoIs(visitor)).role).toBe("lawmaker");
    const began = now;
    await owner.pool.query(
      "UPDATE appointment SET during = daterange('2020-01-01', '2026-11-22') WHERE role = 'lawmaker'",
    );
    expect((await sessionOf(visitor)).who).toBe(null);
    await signInAs(visitor, "zheng-weimin");
    expect((await whoIs(visitor)).role).toBe("resident");
    now = began;
  });

  it("begins as a resident where someone has several appointments, and they choose", async () => {
    const from = "2020-01-01";
    const given = { issuer: demoIssuer, subject: approver.subject, department: null, until: null };
    await appoint(owner, { ...given, role: "auditor", counties: [neighbourCounty], from });
    const visitor = newVisitor(base);
    await signInAs(visitor, approver.subject);
    const { role, appointments } = await whoIs(visitor);
    expect([role, appointments.map((each) => each.role)]).toEqual([
      "resident",
      ["approver", "auditor"],
    ]);
    await post(visitor, "/api/session/role", { appointment: appointments[1]?.id });
    expect(await whoIs(visitor)).toMatchObject({ role: "auditor", counties: [neighbourCounty] });
  });

  it("signing out ends it here and at the provider", async () => {
    const visitor = newVisitor(base);
    await signInAs(visitor, clerk.subject);
    const before = visitor.cookies.get("luohu-session") ?? "";
    const response = await post(visitor, "/auth/sign-out", {});
    const { location } = (await response.json()) as { location: string };
    expect(visitor.cookies.has("luohu-session")).toBe(false);
    const confirm = await visitor.visit(location);
    const html = await confirm.text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const action = /action="([^"]+)"/.exec(html)?.[1] ?? "";
    const body = new URLSearchParams({ xsrf, logout: "yes" });
    await visitor.visit(action, { method: "POST", body });
    expect(visitor.seen.at(-1)).toBe(base);
    expect([...visitor.cookies.keys()].filter((name) => name === "luohu-demo-identity")).toEqual(
      [],
    );
    visitor.cookies.set("luohu-session", before);
    expect((await sessionOf(visitor)).who).toBe(null);
  });

  it("signing out everywhere ends one's others, and nobody else's", async () => {
    const [desk, home, other] = [newVisitor(base), newVisitor(base), newVisitor(base)];
    await signInAs(desk, clerk.subject);
    await signInAs(home, clerk.subject);
    await signInAs(other, yuqing.subject);
    await post(desk, "/auth/sign-out", { everywhere: true });
    expect((await sessionOf(home)).who).toBe(null);
    expect((await whoIs(other)).role).toBe("resident");
  });

  it("acts in another role under a new secret, and only in one's own", async () => {
    const visitor = newVisitor(base);
    await signInAs(visitor, clerk.subject);
    const before = visitor.cookies.get("luohu-session");
    const { acting, appointments } = await whoIs(visitor);
    expect((await post(visitor, "/api/session/role", { appointment: null })).status).toBe(200);
    expect((await whoIs(visitor)).role).toBe("resident");
    expect(visitor.cookies.get("luohu-session")).not.toBe(before);
    const stale = newVisitor(base);
    stale.cookies.set("luohu-session", before ?? "");
    expect((await sessionOf(stale)).who).toBe(null);
    const { rows } = await owner.pool.query(
      "SELECT appointment_id AS id FROM appointment WHERE role = 'approver'",
    );
    const refused = await post(visitor, "/api/session/role", { appointment: rows[0].id });
    expect(refused.status).toBe(403);
    expect(appointments.map(({ id }) => id)).toEqual([acting]);
    await post(visitor, "/api/session/role", { appointment: acting });
    expect((await whoIs(visitor)).role).toBe("window-clerk");
  });
});

it("the log has no name, number, token, cookie or query of all this", () => {
  expect(log.length).toBeGreaterThan(20);
  const lines = log.join("\n");
  for (const { name, idNumber, subject } of cast) {
    for (const each of [name["zh-CN"], name.en, idNumber, subject]) {
      if (each !== undefined) expect(lines).not.toContain(each);
    }
  }
  expect(lines).not.toMatch(/\?|code=|state=|luohu-session|[\w-]{43}/);
});
