// Papers over HTTP: by what is in them, sealed where they are kept, and for the applicant and the office alone.
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { county, familyMove, useOffice } from "../testing/office-over-http.ts";
import { paperLimits } from "./contract.ts";

const office = await useOffice();
const { people, resident, owner, url, headersOf } = office;
const ma = resident("马建业", people.ma);

const pdf = (words: string): Buffer => Buffer.from(`%PDF-1.7\n${words}`);

/** Sends bytes as somebody; the type is what they claim. */
async function hand(
  path: string,
  headers: Readonly<Record<string, string>>,
  bytes: Buffer,
  more: Readonly<Record<string, string>> = {},
) {
  const response = await fetch(new URL(path, url), {
    method: "POST",
    headers: {
      ...headers,
      "content-type": "application/octet-stream",
      "idempotency-key": randomUUID(),
      ...more,
    },
    body: new Uint8Array(bytes),
  });
  const json = (await response.json()) as {
    readonly document: string;
    readonly code?: string;
    readonly problems?: readonly { readonly code: string }[];
  };
  return { status: response.status, json };
}

const mine = () => headersOf("马建业", { role: "resident", person: people.ma });
const pathOf = (key: string, paper = "title-certificate") =>
  `/api/me/cases/${key}/documents?paper=${paper}`;

it("keeps a paper sealed, and gives it back as a file", async () => {
  const key = await ma.open(familyMove(people));
  const words = "新疆 不动产权第0000001号";
  const sent = { "idempotency-key": randomUUID() };
  const kept = await hand(pathOf(key), await mine(), pdf(words), sent);
  expect(kept).toMatchObject({
    status: 201,
    json: { paper: "title-certificate", type: "application/pdf" },
  });
  expect(await hand(pathOf(key), await mine(), pdf(words), sent)).toEqual(kept);

  const { rows } = await owner.pool.query<{ sealed: Buffer; size: number }>(
    `SELECT sealed, size FROM case_document WHERE case_id = '${key}'`,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.sealed.includes(Buffer.from(words))).toBe(false);
  expect(rows[0]?.sealed.includes(Buffer.from("%PDF"))).toBe(false);

  const path = `/api/me/cases/${key}/documents/${kept.json.document}`;
  const file = await fetch(new URL(path, url), { headers: await mine() });
  expect(Buffer.from(await file.arrayBuffer())).toEqual(pdf(words));
  expect(Object.fromEntries(file.headers)).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": expect.stringMatching(
      /^attachment; filename="title-certificate-\w+\.pdf"$/,
    ),
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  expect((await ma.get(`/api/me/cases/${key}`)).json).toMatchObject({
    documents: [{ document: kept.json.document, size: pdf(words).length }],
  });

  const spouse = await headersOf("丁雪", { role: "resident", person: people.ding });
  await ma.step(key, { do: "submit" });
  expect((await fetch(new URL(path, url), { headers: spouse })).status).toBe(404);
  expect((await hand(pathOf(key), spouse, pdf("x"))).status).toBe(404);
  const other = await headersOf("罗晓东", { role: "resident", person: people.luo });
  expect((await fetch(new URL(path, url), { headers: other })).status).toBe(404);

  const lin = await headersOf("林思齐", { role: "window-clerk", counties: [county] });
  const desk = new URL(`${office.desk}/${key}/documents/${kept.json.document}`, url);
  expect((await fetch(desk, { headers: lin })).status).toBe(400);
  const seen = await fetch(desk, { headers: { ...lin, "luohu-purpose": "application" } });
  expect(Buffer.from(await seen.arrayBuffer())).toEqual(pdf(words));
  const looks = (await ma.get("/api/me/look-ups")).json;
  expect(looks).toEqual([expect.objectContaining({ kind: "case", by: "林思齐" })]);
});

it("takes no more than papers: by their bytes, size and number", async () => {
  const key = await ma.open(familyMove(people));
  const headers = await mine();
  const html = Buffer.from("<html><script>alert(1)</script>");
  for (const type of ["application/octet-stream", "application/pdf", "image/png"]) {
    const refused = await hand(pathOf(key), headers, html, { "content-type": type });
    expect(refused).toMatchObject({ status: 422, json: { problems: [{ code: "not-a-paper" }] } });
  }
  const page = await hand(pathOf(key), headers, html, { "content-type": "text/html" });
  expect(page.status).toBe(415);
  const unnamed = await hand(pathOf(key, "love-letter"), headers, pdf("x"));
  expect(unnamed).toMatchObject({ status: 422, json: { problems: [{ code: "unknown-paper" }] } });
  const large = await hand(
    pathOf(key),
    headers,
    Buffer.concat([pdf("x"), Buffer.alloc(paperLimits.largest)]),
  );
  expect([large.status, large.json.code]).toEqual([413, "too-large"]);
  const polyglot = await hand(pathOf(key), headers, Buffer.concat([html, pdf("x")]));
  expect(polyglot.status).toBe(422);
  const all = [];
  for (let number = 0; number < 21; number++)
    all.push(await hand(pathOf(key), headers, pdf(`${number}`)));
  expect(all.map(({ status }) => status)).toEqual([...Array<number>(20).fill(201), 422]);
  expect(all.at(-1)?.json.problems).toMatchObject([{ code: "too-many" }]);
});

it("lets a draft's papers be taken back by whoever handed them in, and no others", async () => {
  const key = await ma.open(familyMove(people));
  const kept = await hand(pathOf(key), await mine(), pdf("x"));
  const path = new URL(`/api/me/cases/${key}/documents/${kept.json.document}`, url);
  const remove = async () =>
    (await fetch(path, { method: "DELETE", headers: await mine() })).status;
  expect([await remove(), await remove()]).toEqual([204, 404]);
  const later = await hand(pathOf(key), await mine(), pdf("y"));
  await ma.step(key, { do: "submit" });
  const submitted = new URL(`/api/me/cases/${key}/documents/${later.json.document}`, url);
  expect((await fetch(submitted, { method: "DELETE", headers: await mine() })).status).toBe(404);
  const lin = await headersOf("林思齐", { role: "window-clerk", counties: [county] });
  const window = await hand(
    `${office.desk}/${key}/documents?paper=household-booklet`,
    lin,
    pdf("z"),
  );
  expect(window).toMatchObject({ status: 201, json: { atWindow: true } });
});
