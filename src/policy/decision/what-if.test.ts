import { describe, expect, it } from "vitest";
import { parseDossier } from "../dossier/parse-dossier.ts";
import { loadPack, isCaseFile } from "../rulebook/load.ts";
import { isCoverageFile } from "../rulebook/coverage-files.ts";
import { realRulebooks } from "../testing/pack-files.ts";
import { decideDossier } from "./decide.ts";
import type { ProposedChange } from "./decision.ts";
import { whatIfDossier } from "./what-if.ts";

const loaded = loadPack(
  realRulebooks().filter(({ path }) => !isCaseFile(path) && !isCoverageFile(path)),
);
if (!loaded.ok) throw new Error(loaded.problems[0]?.code);
const pack = loaded.value;

/** What a dossier would say once the change is made. */
function applied(dossier: object, { fact, to }: ProposedChange): object {
  const { place, facts } = dossier as { readonly place: object; readonly facts?: object };
  const declared = pack.vocabulary.facts.find(({ name }) => name === fact)!;
  const { type } = declared;
  const value =
    type.kind === "enum"
      ? type.values.find(({ label }) => label.en === to.en)?.id
      : type.kind === "code"
        ? to.en.split(" ").at(-1)
        : to.en === "yes";
  return fact.startsWith("place.")
    ? { ...dossier, place: { ...place, [fact.slice("place.".length)]: value } }
    : { ...dossier, facts: { ...facts, [fact]: value } };
}

describe("every proposal, made, is a dossier that can be read and is granted", () => {
  it.each([
    { county: "652323", kind: "village" },
    { county: "652301", kind: "county-city" },
    { county: "650104", kind: "city" },
    { county: "650402", kind: "city" },
    { county: "652323" },
  ])("for somebody at %j", (place) => {
    const given = { service: "settlement", on: "2026-05-01", place };
    const dossier = parseDossier(pack, given);
    if (!dossier.ok) throw new Error(dossier.problems[0]?.code);
    const found = whatIfDossier(pack, dossier.value);
    if (!found.ok) throw new Error(found.problems[0]?.code);
    expect(found.value.sets.length).toBeGreaterThan(0);
    for (const set of found.value.sets) {
      const changed = parseDossier(pack, set.reduce(applied, given));
      const words = set.map(({ label, to }) => `${label.en}: ${to.en}`).join("; ");
      expect(changed.ok, words).toBe(true);
      if (!changed.ok) continue;
      expect(decideDossier(pack, changed.value), words).toMatchObject({
        ok: true,
        value: { outcome: "granted" },
      });
    }
  });
});
