import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { useDatabase } from "../../platform/postgres/testing/index.ts";
import { bytesOf, digestOf, genesisOf, linkOf } from "./link.ts";

const { owner } = await useDatabase();

const links = fc.array(
  fc.record({
    prev: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    county: fc.integer({ min: 100_000, max: 999_999 }),
    seq: fc.maxSafeInteger().filter((seq) => seq > 0),
    event: fc.uuid(),
    salt: fc.uint8Array({ minLength: 16, maxLength: 16 }),
    payload: fc.uint8Array({ maxLength: 300 }),
  }),
  { minLength: 1, maxLength: 50 },
);

describe("a link of the chain", () => {
  it("is the same in SQL and in TypeScript", async () => {
    await fc.assert(
      fc.asyncProperty(links, async (rows) => {
        const column = <T>(pick: (row: (typeof rows)[number]) => T): T[] => rows.map(pick);
        const { rows: answers } = await owner.pool.query<{ digest: Buffer; hash: Buffer }>(
          `SELECT digest,
             sha256(prev || int4send(county) || int8send(seq) || uuid_send(event) || digest) AS hash
           FROM unnest($1::bytea[], $2::int[], $3::bigint[], $4::uuid[], $5::bytea[], $6::bytea[])
               WITH ORDINALITY AS t (prev, county, seq, event, salt, payload, place),
             LATERAL sha256(salt || payload) AS digest
           ORDER BY place`,
          [
            column(({ prev }) => Buffer.from(prev)),
            column(({ county }) => county),
            column(({ seq }) => seq),
            column(({ event }) => event),
            column(({ salt }) => Buffer.from(salt)),
            column(({ payload }) => Buffer.from(payload)),
          ],
        );
        const ours = rows.map(({ prev, county, seq, event, salt, payload }) => {
          const digest = digestOf(salt, payload);
          return { digest, hash: linkOf(prev, county, seq, event, digest) };
        });
        expect(answers).toEqual(ours);
      }),
      { numRuns: 30 },
    );
    const { rows } = await owner.pool.query<{ genesis: Buffer }>(
      "SELECT sha256(convert_to('luohu register ' || 990101, 'UTF8')) AS genesis",
    );
    expect(rows[0]?.genesis).toEqual(genesisOf(990_101));
  });

  it("is pinned: what was written years ago still verifies", () => {
    const payload = bytesOf({ name: "张伟", a: [1, "é"], A: null });
    expect(payload.toString("utf8")).toBe('{"A":null,"a":[1,"é"],"name":"张伟"}');
    const digest = digestOf(Buffer.alloc(16, 7), payload);
    const event = "01890000-0000-7000-8000-000000000001";
    expect(
      linkOf(genesisOf(990_101), 990_101, 1, event, digest).toString("hex"),
    ).toMatchInlineSnapshot(`"94e5d3e162e73e2218420c4fa8bf075be7a4780b2b267178600d32f7708d7925"`);
  });

  it("refuses what cannot be linked", () => {
    expect(() => linkOf(genesisOf(990_101), 990_101, 1, "not-a-uuid", randomBytes(32))).toThrow(
      /UUID/,
    );
    expect(() => bytesOf({ name: "\ud800" })).toThrow(/surrogate/i);
  });
});
