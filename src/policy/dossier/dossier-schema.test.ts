import Fastify from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dossierSchema } from "./dossier-schema.ts";
import { smallPack, wholeDossier } from "./small-pack.fixture.ts";

// Fastify brings a JSON Schema validator that knows nothing of ours.
const app = Fastify({
  ajv: { customOptions: { coerceTypes: false, removeAdditional: false, allowUnionTypes: true } },
});

beforeAll(async () => {
  // Fastify's validator knows no dialect but its own; the keywords used mean the same in both.
  const schema = { ...dossierSchema(smallPack), $schema: undefined };
  app.post("/", { schema: { body: schema } }, () => "fits");
  await app.ready();
});
afterAll(() => app.close());

const fits = async (payload: object) =>
  (await app.inject({ method: "POST", url: "/", payload })).statusCode === 200;

describe("dossierSchema", () => {
  it("takes what parseDossier takes", async () => {
    expect(await fits(wholeDossier)).toBe(true);
    expect(await fits({ on: "2026-05-01", place: { county: 650202 } })).toBe(true);
  });

  it.each([
    { place: { county: "650202" } },
    { on: "2026-05-01" },
    { on: "2026-05-01", place: {} },
    { on: "2026-05-01", place: { county: "65020" } },
    { on: "2026-05-01", place: { county: 65020 } },
    { on: "2026-5-1", place: { county: "650202" } },
    { ...wholeDossier, recrods: {} },
    { ...wholeDossier, service: "setlement" },
    { ...wholeDossier, complete: ["familly"] },
    { ...wholeDossier, unsure: ["place.prefecture"] },
    { ...wholeDossier, person: { id: "110105491231002" } },
    { ...wholeDossier, records: { residences: [{ at: "650202" }] } },
    {
      ...wholeDossier,
      records: { residences: [{ at: "650202", from: "2020-01-01", basis: "tent" }] },
    },
    { ...wholeDossier, records: { insurances: [{ from: "2025-13" }] } },
    { ...wholeDossier, records: { family: [{ source: "neighbour" }] } },
    { ...wholeDossier, facts: { "work.lawful": "yes" } },
    { ...wholeDossier, facts: { "insurance.months": 1201 } },
    { ...wholeDossier, facts: { "insurance.months": { source: "self" } } },
    { ...wholeDossier, facts: { "place.prefecture": "6502" } },
  ])("refuses %j", async (dossier) => {
    expect(await fits(dossier)).toBe(false);
  });

  it("says every field in both languages", () => {
    const unsaid: string[] = [];
    walk(dossierSchema(smallPack), "", (schema, path) => {
      if (typeof schema["title"] !== "string" || !schema["title"].includes(" / "))
        unsaid.push(path);
    });
    expect(unsaid).toEqual([]);
  });
});

type Schema = Readonly<Record<string, unknown>>;

/** Every property schema that is not a reference. */
function walk(schema: Schema, path: string, visit: (schema: Schema, path: string) => void): void {
  for (const [key, value] of Object.entries(schema)) {
    if (typeof value !== "object" || value === null) continue;
    const inner = value as Schema;
    if (key === "properties" || key === "$defs") {
      for (const [name, property] of Object.entries(inner)) {
        if (!("$ref" in (property as Schema)) && name !== "value")
          visit(property as Schema, `${path}.${name}`);
        walk(property as Schema, `${path}.${name}`, visit);
      }
    } else if (key !== "examples") walk(inner, `${path}.${key}`, visit);
  }
}
