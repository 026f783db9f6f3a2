// Each grown-up consents alone, and can take it back: nothing that the applicant sees, asks or is refused tells.
import { expect, it } from "vitest";
import { familyMove, numbers, useOffice } from "./testing/office-over-http.ts";

const office = await useOffice();
const { people, resident, clerk, owner, database } = office;
const ma = resident("马建业", people.ma);
const ding = resident("丁雪", people.ding);
const lin = clerk();

const seenBy = async (who: typeof ma, key: string) => [
  await who.get(`/api/me/cases/${key}`),
  await who.get("/api/me/cases"),
];

it("shows the applicant the same, whatever the spouse says", async () => {
  const key = await ma.open(familyMove(people));
  await ma.step(key, { do: "submit" });
  await office.answered(lin, key);
  const before = await seenBy(ma, key);
  for (const says of ["yes", "no", "yes", "no"] as const) {
    const said = await ding.step(key, { do: "consent", member: 1, says, heard: null });
    expect(said.status).toBe(200);
    expect(await seenBy(ma, key)).toEqual(before);
  }
  const { json } = await ding.get(`/api/me/cases/${key}`);
  expect(json).toMatchObject({
    words: [
      { member: 1, says: "no" },
      { member: 2, says: null },
    ],
  });
  // The applicant goes on with the version they saw.
  expect(before[0]?.etag).toMatch(/^"c\d+"$/);
  const tag = { "if-match": before[0]?.etag ?? "" };
  expect(
    (await ma.step(key, { do: "consent", member: 2, says: "yes", heard: null }, tag)).status,
  ).toBe(200);
  expect((await ding.get(`/api/me/cases/${key}`)).json).toMatchObject({
    words: [
      { member: 1, says: "no" },
      { member: 2, says: null },
    ],
  });

  // The clerk sees who is willing, and not who said no.
  const desk = (await lin.get(`${office.desk}/${key}`)).json;
  expect(desk).toMatchObject({
    people: [{ willing: true }, { willing: false }, { willing: true }],
  });
  expect(JSON.stringify(desk)).not.toMatch(/"consent","by":"another"|"says"/);

  // Nor does the database give a resident's page what others said alone.
  const rows = await database.inTransaction({ counties: [], department: "public-security" }, (tx) =>
    tx.run<{ readonly payload: { readonly step: { readonly do: string } } }>({
      name: "test-read-own",
      text: `SELECT payload FROM read_own_case(${people.ma}, 990101, '${key}')`,
    }),
  );
  expect(rows.map(({ payload }) => payload.step.do)).toEqual(["draft", "submit", "consent"]);
  const all = await owner.pool.query(`SELECT FROM case_action WHERE case_id = '${key}'`);
  expect(all.rowCount).toBe(7);
});

it("is nobody's who is not of the case, and nothing to sign for somebody else", async () => {
  const key = await ma.open(familyMove(people));
  await ma.step(key, { do: "submit" });
  const luo = resident("罗晓东", people.luo);
  expect((await luo.get(`/api/me/cases/${key}`)).status).toBe(404);
  const { etag } = await ma.get(`/api/me/cases/${key}`);
  const step = { do: "consent", member: 1, says: "yes", heard: null };
  expect((await luo.step(key, step, { "if-match": etag })).status).toBe(404);
  expect((await ma.step(key, step)).json.problems).toMatchObject([{ code: "not-the-signer" }]);
  const withdraw = await ding.step(key, { do: "withdraw" });
  expect(withdraw.json.problems).toMatchObject([{ code: "not-yours" }]);
});

it("is given at a window on a paper of one's own, and stays one's own there", async () => {
  const key = await ma.open(familyMove(people));
  await ma.step(key, { do: "submit" });
  await office.answered(lin, key);
  const before = await seenBy(ma, key);
  const paper = { kind: "written-will" };
  const said = (member: number, signer: string) => ({
    do: "consent",
    member,
    says: "yes",
    heard: null,
    window: { signer, paper },
  });
  expect((await lin.step(key, said(1, numbers.ma))).json.problems).toMatchObject([
    { code: "not-the-signer" },
  ]);
  expect((await lin.step(key, said(1, numbers.ding))).status).toBe(200);
  expect(await seenBy(ma, key)).toEqual(before);
  expect((await ding.get(`/api/me/cases/${key}`)).json).toMatchObject({
    words: [
      { member: 1, says: "yes" },
      { member: 2, says: null },
    ],
  });
  // The father signs for the son in the same clerk's session, in a sitting of his own.
  expect((await lin.step(key, said(2, numbers.ma))).status).toBe(200);
  expect((await lin.get(`${office.desk}/${key}`)).json).toMatchObject({
    people: [{ willing: true }, { willing: true }, { willing: true }],
  });
});
