import { expect, it } from "vitest";
import { builtInPackFolder, readPackFolder } from "../../platform/files/index.ts";
import {
  type Dossier,
  isCaseFile,
  loadPack,
  type OpenCases,
  type Pack,
} from "../../policy/index.ts";
import { explainOpenCase, withLawOf } from "./law-change.ts";
import { numberOf } from "./working-days.ts";

const readPack = (
  edit: (file: { readonly path: string; readonly text: string }) => string,
): Pack => {
  const read = readPackFolder(builtInPackFolder);
  if (read.kind !== "read") throw new Error("no rulebooks");
  const files = read.files.filter(({ path }) => !isCaseFile(path));
  const loaded = loadPack(files.map((file) => ({ ...file, text: edit(file) })));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems.slice(0, 3)));
  return loaded.value;
};

/** The rulebooks, with an edit of the region's grounds. */
const packWith = (edit: (text: string) => string): Pack =>
  readPack(({ path, text }) => (path.includes("region/settlement.2014") ? edit(text) : text));

const tenant = (text: string): string => {
  const begin = text.search(/ {2}- rule: tenant\b/);
  const rest = text.slice(begin + 4);
  const length = rest.search(/\n {2}- rule: /);
  return text.slice(begin, length < 0 ? undefined : begin + 4 + length);
};

/** The old version ends on a day, and a new one with another condition begins. */
const amended = (when: (old: string) => string): Pack =>
  packWith((text) => {
    const old = tenant(text);
    const ended = old.replace("{from: 2014-10-27}", "{from: 2014-10-27, until: 2026-06-01}");
    const renewed = when(old).replace("{from: 2014-10-27}", "{from: 2026-06-01}");
    return text.replace(old, `${ended}\n${renewed}`);
  });

const stricter = amended((old) => old.replaceAll("1 year", "3 years").replaceAll("12", "36"));
const dossier: Dossier = {
  service: "settlement",
  on: "2026-06-20",
  place: { county: "652301", kind: "county-city" },
  complete: ["titles", "purchases", "employments", "graduations", "businesses", "family"],
  unsure: [],
  records: {
    residences: [{ at: "652301", from: "2025-01-01", basis: "tenancy" }],
    insurances: [{ from: "2025-01", urban: true, current: true }],
  },
  facts: {
    "land.contracted": { value: false },
    "home.other-lawful": { value: false },
    "purchase.any": { value: false },
  },
};

const decide = (from: Pack, said?: OpenCases["applies"], submitted = "2026-05-10") => {
  const openCases = said === undefined ? {} : { openCases: { applies: said, clause: "附则" } };
  const instruments = from.instruments.map((text) =>
    text.id === "R" ? { ...text, ...openCases } : text,
  );
  const decided = explainOpenCase({ ...from, instruments }, dossier, submitted, "settlement");
  if (!decided.ok) throw new Error(JSON.stringify(decided.problems));
  const { law, explanation, told } = decided.value;
  return { law, outcome: explanation.decision.outcome, told };
};

it("decides by the only law there was where nothing changed, and says nothing", () => {
  expect(decide(packWith((text) => text))).toEqual({ law: "only", outcome: "granted", told: null });
  expect(decide(stricter, undefined, "2026-06-02")).toMatchObject({ law: "only", told: null });
});

it("applies the text that the new law names, and tells the resident", () => {
  const after = decide(stricter, undefined, "2026-06-02").outcome;
  expect(after).not.toBe("granted");
  expect(decide(stricter, "new")).toMatchObject({ law: "new", outcome: after });
  const old = decide(stricter, "old");
  expect(old).toMatchObject({ law: "old", outcome: "granted" });
  expect(old.told?.["zh-CN"]).toContain("旧规定");
  expect(old.told?.en).toContain("(附则)");
});

it("applies the better one for the person, also where the new text is silent", () => {
  expect(decide(stricter, "better")).toMatchObject({ law: "old", outcome: "granted" });
  const silent = decide(stricter);
  expect(silent).toMatchObject({ law: "old", outcome: "granted" });
  expect(silent.told?.en).toContain("the better for you");
  const milder = amended((old) => old.replaceAll("1 year", "1 months").replaceAll("12", "1"));
  expect(decide(milder)).toMatchObject({ law: "new", outcome: "granted" });
});

it("takes the facts of the deciding day under either law", () => {
  const early = {
    ...dossier,
    records: {
      ...dossier.records,
      residences: [{ at: "652301", from: "2025-06-01", basis: "tenancy" }],
    },
  };
  // On the day of applying the year was not over; on the day of deciding it is.
  const decided = explainOpenCase(stricter, early, "2026-05-10", "settlement");
  expect(decided).toMatchObject({
    ok: true,
    value: { law: "old", explanation: { decision: { outcome: "granted" } } },
  });
});

it("freezes the law of a day without a gap for later ones", () => {
  const frozen = withLawOf(stricter, numberOf("2026-05-10"));
  expect(frozen.rules.every(({ inForce }) => inForce.until === undefined)).toBe(true);
  expect(frozen.rules.filter(({ id }) => id === "tenant")).toHaveLength(1);
});

it("reads from the rulebook what a text says about open cases", () => {
  const pack = readPack((file) =>
    file.path.endsWith("instruments.yaml")
      ? file.text.replace(
          /(instrument: N2024[\s\S]*?in-force: \{from: 2024-07-31\})/,
          "$1\n    open-cases: {applies: new, clause: 附则}",
        )
      : file.text,
  );
  const text = pack.instruments.find(({ id }) => id === "N2024");
  expect(text?.openCases).toEqual({ applies: "new", clause: "附则" });
});
