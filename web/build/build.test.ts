import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { zhCN } from "../i18n/zh-cn.ts";
import { arabicLetters, collectCharacters } from "./font-plugin.ts";
import { listNameSigns } from "./name-font-plugin.ts";
import { readPack, trimPack } from "./pack-plugin.ts";

const root = join(import.meta.dirname, "..", "..");
const rulebooks = join(root, "rulebooks");

describe("what the build puts into the page", () => {
  it("is the pack of every service, without where its lines stand", () => {
    const pack = readPack(rulebooks);
    const trimmed = trimPack(pack);
    expect(trimmed.rules).toHaveLength(pack.rules.length);
    expect(trimmed.rules.every(({ at }) => at.line === 0)).toBe(true);
    expect(JSON.stringify(trimmed)).not.toContain(".yaml");
  });

  it("is a font with every character of the texts", () => {
    const characters = collectCharacters([rulebooks, join(root, "web", "i18n")]);
    for (const character of JSON.stringify([zhCN, readPack(rulebooks)])) {
      if (character >= " ") expect(characters).toContain(character);
    }
    expect(characters.length).toBeLessThan(3000);
  });

  it("is a font with every letter of a name in Arabic script", () => {
    expect(arabicLetters()).toContain("ئۇيغۇرچە".at(0));
    for (const letter of "ئابدۇرېھىم گۈلنار ھۆرنىسا ژۇرنال چىمەن پاتىگۈل") {
      if (letter !== " ") expect(arabicLetters()).toContain(letter);
    }
  });

  it("is a font with every sign of GB 2312, for names and addresses", () => {
    const signs = listNameSigns();
    expect([signs.length, signs[0], signs.at(-1)]).toEqual([6763, "一", "龠"]);
    expect(signs).toEqual(expect.arrayContaining([..."陈雨晴丽娜尔"]));
  });

  it("stops where the rulebooks do not load, and says where", () => {
    const folder = mkdtempSync(join(tmpdir(), "luohu-pack-"));
    writeFileSync(join(folder, "vocabulary.yaml"), "topics:\n  - {topc: home}\n");
    expect(() => readPack(folder)).toThrow(/vocabulary\.yaml:2/);
    rmSync(folder, { recursive: true });
  });
});
