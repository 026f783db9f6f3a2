import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { copyOutBinary } from "./copy-binary.ts";
import { copyIn, copyOut, type CopyValue } from "./copy.ts";
import { statement } from "./statement.ts";
import { useDatabase } from "./testing/index.ts";

const { owner } = await useDatabase();
const scope = { counties: [650102], department: "" } as const;

beforeAll(() =>
  owner.pool.query('CREATE TABLE "copy ""in" (n bigint, "a b" text, raw bytea, yes boolean)'),
);

const read = statement<{ n: number; text: string; raw: Buffer; yes: boolean }>(
  "test-copy-read",
  'SELECT n, "a b" AS text, raw, yes FROM "copy ""in" ORDER BY n',
);

const count = statement<{ n: number }>("test-copy-count", 'SELECT count(*) AS n FROM "copy ""in"');
const empty = statement("test-copy-empty", 'TRUNCATE "copy ""in"');

type Row = readonly [number, string | null, Uint8Array | null, boolean | null];

async function* slowly(rows: readonly Row[]): AsyncGenerator<Row> {
  for (const row of rows) yield await Promise.resolve(row);
}

const load = (rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>) =>
  owner.inTransaction(scope, async (tx) => {
    await tx.run(empty);
    return copyIn(tx, 'copy "in', ["n", "a b", "raw", "yes"], rows);
  });

// Anything that UTF-8 holds but NUL, which PostgreSQL keeps in no text; above all what COPY escapes.
const nasty = fc.oneof(
  fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", "").toWellFormed()),
  fc.string({
    unit: fc.constantFrom("\\", "N", ".", "\n", "\r", "\t", "x", "'", "\b", "\v", "\f", "张", "𠮷"),
  }),
);

test("what goes in is what is there, and what comes out", { timeout: 60_000 }, async () => {
  const row = fc.tuple(
    fc.option(nasty),
    fc.option(fc.uint8Array({ maxLength: 20 })),
    fc.option(fc.boolean()),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), fc.boolean(), async (given, slow) => {
      const rows = given.map((each, n): Row => [n, ...each]);
      expect(await load(slow ? slowly(rows) : rows)).toBe(rows.length);
      await owner.inTransaction(scope, async (tx) => {
        const found = await tx.run(read);
        expect(
          found.map(({ n, text, raw, yes }) => [n, text, raw && new Uint8Array(raw), yes]),
        ).toEqual(rows);
        const texts: unknown[] = [];
        for await (const batch of copyOut(tx, read)) texts.push(...batch.map((each) => each[1]));
        expect(texts).toEqual(rows.map((each) => each[1]));
        const raw: unknown[] = [];
        for await (const batch of copyOutBinary(tx, read)) {
          for (const [n, text, bytes] of batch) {
            raw.push([
              Number(n?.readBigInt64BE()),
              text?.toString() ?? null,
              bytes && new Uint8Array(bytes),
            ]);
          }
        }
        expect(raw).toEqual(rows.map(([n, text, bytes]) => [n, text, bytes]));
      });
    }),
    { numRuns: 60 },
  );
});

test("a load that fails leaves nothing, and the connection works on", async () => {
  await load([[1, "before", null, null]]);
  await expect(
    load([
      [2, "fine", null, null],
      ["not a number", "", null, null],
    ]),
  ).rejects.toThrow(/invalid input syntax/);
  await expect(load([[2, "\ud800", null, null]])).rejects.toThrow(/well-formed/);
  await expect(
    load(
      (async function* () {
        yield [3, "fine", null, null] as const;
        throw new Error("the source broke");
      })(),
    ),
  ).rejects.toThrow("the source broke");
  const found = await owner.inTransaction(scope, (tx) => tx.run(read));
  expect(found.map(({ n }) => n)).toEqual([1]);
});

test("more than one batch", async () => {
  const text = "x".repeat(1000);
  const many = function* () {
    for (let n = 0; n < 5_000; n++) yield [n, text, null, true] as const;
  };
  expect(await load(many())).toBe(5_000);
  let [seen, raw] = [0, 0];
  await owner.inTransaction(scope, async (tx) => {
    for await (const batch of copyOut(tx, read)) seen += batch.length;
    for await (const batch of copyOutBinary(tx, read)) {
      for (const [, text] of batch) if (text?.toString() === "x".repeat(1000)) raw += 1;
    }
  });
  expect([seen, raw]).toEqual([5_000, 5_000]);
});

test("who stops reading half-way can go on with the transaction", async () => {
  const many = function* () {
    for (let n = 0; n < 50_000; n++) yield [n, "x".repeat(100), null, true] as const;
  };
  await load(many());
  for (const copy of [copyOut, copyOutBinary]) {
    const found = await owner.inTransaction(scope, async (tx) => {
      for await (const batch of copy(tx, read)) if (batch.length > 0) break;
      return tx.run(count);
    });
    expect(found).toEqual([{ n: 50_000 }]);
    const failing = owner.inTransaction(scope, async (tx) => {
      for await (const batch of copy(tx, read)) if (batch.length > 0) throw new Error("unfit");
    });
    await expect(failing).rejects.toThrow("unfit");
  }
});
