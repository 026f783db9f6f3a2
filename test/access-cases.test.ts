// A key opens nothing: to whoever has no part in a case, each route that names it, or a paper, question or objection of
// it, answers as it does for a key that nobody gave out. Taken from the OpenAPI document, so new routes are in it.
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { familyMove, useOffice } from "../src/casework/testing/office-over-http.ts";
import { neighbourCounty } from "../src/demo-data/index.ts";
import {
  addressOf,
  headersFor,
  type OpenApi,
  type Operation,
  operationsOf,
  pathValues,
  type Values,
} from "./operations.ts";
import { type JsonSchema, sampleOf } from "./sample.ts";

/** A file, to the routes that take papers. */
const pdf = "%PDF-1.7\n不动产权证书";

const office = await useOffice();
const { url, owner, people, resident, headersOf, clerk, answered } = office;
const document = (await (await fetch(new URL("api/openapi.json", url))).json()) as OpenApi;
const { schemas } = document.components;

const ma = resident("马建业", people.ma);
const key = await ma.open(familyMove(people));
const paper = await handIn(key);
await ma.step(key, { do: "submit" });
const { reference } = (await answered(clerk(), key)) as unknown as { readonly reference: string };
const question = await idOf(`SELECT request_id AS id FROM exchange_request
  WHERE case_reference = '${reference}' LIMIT 1`);
const look = await idOf("SELECT look_up_id AS id FROM look_up WHERE kind = 'case' LIMIT 1");

const strangers = [
  { name: "古丽娜尔", who: { role: "resident", person: people.gulnar } },
  { name: "外县窗口", who: { role: "window-clerk", counties: [neighbourCounty] } },
  { name: "外县审批", who: { role: "approver", counties: [neighbourCounty] } },
] as const;

const keys: Values = { case: key, document: paper };
const named = operationsOf(document).filter(
  ({ path, access }) => /\{(case|id)\}/.test(path) && !path.startsWith("/api/audit/") && access,
);

it("says nothing to strangers, whatever they do with it", async () => {
  const before = await rowsOfCase();
  const told: string[] = [];
  for (const { name, who } of strangers) {
    const headers = await headersOf(name, who);
    for (const operation of named.filter(({ access }) => access.roles?.includes(who.role))) {
      for (const body of bodiesOf(operation)) {
        for (const real of realKeysOf(operation)) {
          const [known, unknown] = [
            await ask(operation, { ...real, county: String(neighbourCounty) }, headers, body),
            await ask(operation, { ...nobodys(), county: String(neighbourCounty) }, headers, body),
          ];
          if (known !== unknown) told.push(`${operation.name} as ${who.role}: ${known}`);
          if (!known.startsWith("404"))
            told.push(`${operation.name} as ${who.role} did it: ${known}`);
        }
      }
    }
  }
  expect(told).toEqual([]);
  expect(await rowsOfCase()).toEqual(before);
  expect(named.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      "/api/me/cases/{case}/steps",
      "/api/counties/{county}/cases/{case}",
      "/api/me/exchanges/{id}/challenge",
    ]),
  );
});

it("and opens for those who have a part in it", async () => {
  const mine = await headersOf("马建业", { role: "resident", person: people.ma });
  const own = named.filter(({ method, path }) => method === "GET" && path.startsWith("/api/me/"));
  for (const operation of own) expect(await ask(operation, keys, mine)).toMatch(/^200/);
  expect(own.length).toBeGreaterThan(1);
});

/** What was answered, without the keys that were sent. */
async function ask(
  operation: Operation,
  given: Values,
  session: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<string> {
  const isPaper = operation.method === "POST" && operation.path.endsWith("/documents");
  const values = pathValues(operation, given, schemas);
  const response = await fetch(new URL(addressOf(operation, values, schemas), url), {
    method: operation.method,
    headers: {
      ...headersFor(operation, schemas),
      "idempotency-key": randomUUID(),
      "if-match": '"c2"',
      ...session,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(isPaper ? { "content-type": "application/pdf" } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(isPaper ? { body: pdf } : {}),
  });
  const text = await response.text();
  const asked = Object.values(values).reduce((rest, value) => rest.replaceAll(value, "…"), text);
  return `${response.status} ${asked.replaceAll(/"instance":"[^"]*"/g, "")}`;
}

/** One body for every kind of step. */
function bodiesOf({ body }: Operation): readonly unknown[] {
  if (body === undefined) return [undefined];
  const resolved = resolve(body);
  return (resolved.oneOf ?? resolved.anyOf ?? [resolved]).map((each) => sampleOf(each, schemas));
}

const resolve = ({ $ref, ...schema }: JsonSchema): JsonSchema =>
  $ref === undefined ? schema : (schemas[$ref.split("/").at(-1) ?? ""] ?? {});

const realKeysOf = ({ path }: Operation): readonly Values[] =>
  path.includes("{case}") ? [keys] : [question, look].map((id) => ({ id }));

const nobodys = (): Values => ({ case: randomUUID(), document: randomUUID(), id: randomUUID() });

async function handIn(of: string): Promise<string> {
  const session = await headersOf("马建业", { role: "resident", person: people.ma });
  const response = await fetch(
    new URL(`/api/me/cases/${of}/documents?paper=title-certificate`, url),
    {
      method: "POST",
      headers: {
        ...session,
        "content-type": "application/pdf",
        "idempotency-key": randomUUID(),
      },
      body: pdf,
    },
  );
  return ((await response.json()) as { readonly document: string }).document;
}

async function idOf(sql: string): Promise<string> {
  const { rows } = await owner.pool.query<{ id: string }>(sql);
  expect(rows).toHaveLength(1);
  return rows[0]?.id ?? "";
}

async function rowsOfCase(): Promise<unknown> {
  const { rows } = await owner.pool.query(`SELECT
    (SELECT count(*) FROM case_action) AS actions,
    (SELECT count(*) FROM case_document) AS papers,
    (SELECT count(*) FROM challenge) AS objections,
    (SELECT version FROM case_file WHERE case_id = '${key}') AS version`);
  return rows;
}
