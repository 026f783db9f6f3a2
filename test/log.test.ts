// What residents and clerks do leaves nothing about anybody in the log, and no address has room for a name.
import { expect, it } from "vitest";
import { familyMove, numbers, useOffice } from "../src/casework/testing/office-over-http.ts";
import { cast, clerk, sampleDistrict, yuqing } from "../src/demo-data/index.ts";
import { newVisitor } from "../src/identity/testing/index.ts";

const office = await useOffice();
const { url, log, owner, people } = office;
const county = `api/counties/${sampleDistrict}`;

type Found = {
  readonly people: readonly { readonly person: number; readonly household: number }[];
};

async function signIn(subject: string) {
  const visitor = newVisitor(url);
  await visitor.visit(`/auth/sign-in?as=${subject}`);
  const { who } = (await (await visitor.ask("/api/session")).json()) as {
    readonly who: { readonly csrf: string };
  };
  const purpose = { "luohu-purpose": "review", "luohu-reference": encodeURIComponent("受理") };
  const headers = { "luohu-csrf": who.csrf, "content-type": "application/json", ...purpose };
  const post = (path: string, body: string) => visitor.ask(path, { method: "POST", headers, body });
  return { ...visitor, headers, post };
}

it("has no name, number, address, purpose, token, cookie or query of anybody", async () => {
  const desk = await signIn(clerk.subject);
  const searches = [
    { by: "name", text: yuqing.name["zh-CN"] },
    { by: "name", text: "chenyuqing" },
    { by: "id-number", text: yuqing.idNumber },
  ];
  let found: Found = { people: [] };
  for (const search of searches) {
    const answer = await desk.post(`${county}/people/search`, JSON.stringify(search));
    expect(answer.status).toBe(200);
    found = (await answer.json()) as Found;
    expect(found.people.length).toBeGreaterThan(0);
  }
  const [{ person, household } = { person: 0, household: 0 }] = found.people;
  const { headers } = desk;
  for (const path of [
    `people/${person}`,
    `households/${household}`,
    `households/${household}/booklet`,
  ]) {
    expect((await desk.ask(`${county}/${path}`, { headers })).status).toBe(200);
  }
  // Nor when something is wrong with what was sent.
  await desk.post(`${county}/people/search`, `{"by": "name", "text": "${yuqing.name["zh-CN"]}"`);
  await desk.post(`${county}/acts`, JSON.stringify({ act: "settle", name: yuqing.name["zh-CN"] }));
  await desk.ask(`${county}/people/${encodeURIComponent(yuqing.name["zh-CN"])}`, { headers });
  await desk.ask(`/${encodeURIComponent(yuqing.name["zh-CN"])}?name=${yuqing.idNumber}`);
  const home = await signIn(yuqing.subject);
  for (const path of ["record", "household", "look-ups"]) {
    expect((await home.ask(`api/me/${path}`)).status).toBe(200);
  }
  await home.post("/auth/sign-out", "{}");

  expect(log.length).toBeGreaterThan(12);
  const lines = log.join("\n");
  const { rows } = await owner.pool.query<{ text: string }>(
    "SELECT DISTINCT address AS text FROM dwelling",
  );
  const secrets = [
    ...cast.flatMap(({ name, idNumber, subject }) => [name["zh-CN"], name.en, idNumber, subject]),
    ...rows.map(({ text }) => text),
    ...desk.cookies.values(),
    headers["luohu-csrf"],
    "chenyuqing",
    "受理",
    "review",
  ];
  for (const each of secrets) {
    if (each === undefined) continue;
    expect(lines).not.toContain(each);
    expect(lines).not.toContain(encodeURIComponent(each));
  }
  expect(lines).not.toMatch(/\?|luohu-session|csrf/);
});

it("has nothing of what is applied for, handed in, asked of departments or decided either", async () => {
  const said = "婆婆和我们一起住";
  const ma = office.resident("马建业", people.ma);
  const lin = office.clerk();
  const move = familyMove(people);
  const key = await ma.open(move);
  await ma.post(`/api/me/cases/${key}/documents?paper=title-certificate`, { said });
  await ma.step(key, { do: "submit" });
  await ma.step(key, { do: "consent", member: 0, says: said, heard: null });
  const { advice } = await office.answered(lin, key);
  expect(advice.departments).toEqual([]);
  expect(await lin.step(key, { do: "assign", to: null, why: said })).toMatchObject({ status: 200 });
  expect(await lin.step(key, { do: "accept" })).toMatchObject({ status: 200 });
  await ma.step(key, { do: "withdraw" });
  await ma.post("/api/me/cases", { ...move, said });

  const lines = log.join("\n");
  expect(lines).toContain(`/api/me/cases`);
  for (const each of [said, ...Object.values(numbers), "马建业", "丁雪", "和平路9号", "林思齐"]) {
    expect(lines).not.toContain(each);
    expect(lines).not.toContain(encodeURIComponent(each));
  }
  expect(lines).not.toMatch(/title-certificate|\?/);
});

it("addresses hold keys, days and codes, and no free text", async () => {
  const document = (await (await fetch(`${url}api/openapi.json`)).json()) as Document;
  const free = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.values(item)
      .filter((operation) => operation["x-luohu-access"].kind === "signed-in")
      .flatMap(({ parameters = [] }) => parameters)
      .filter(({ in: where, schema }) => where !== "header" && !isNarrow(schema))
      .map(({ name }) => `${path} ${name}`),
  );
  expect(free).toEqual([]);
});

type Schema = {
  readonly type?: string;
  readonly enum?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly anyOf?: readonly Schema[];
};

type Document = {
  readonly paths: Readonly<
    Record<
      string,
      Readonly<
        Record<
          string,
          {
            readonly "x-luohu-access": { readonly kind: string };
            readonly parameters?: readonly {
              readonly in: string;
              readonly name: string;
              readonly schema: Schema;
            }[];
          }
        >
      >
    >
  >;
};

const isNarrow = ({ type, enum: of, format, pattern, anyOf }: Schema): boolean =>
  anyOf?.every(isNarrow) ??
  (type !== "string" || of !== undefined || format !== undefined || pattern !== undefined);
