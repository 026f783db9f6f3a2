import { expect, it } from "vitest";
import { staffEn } from "../staff/texts-en.ts";
import { staffZhCN } from "../staff/texts-zh-cn.ts";
import { deskEn } from "./texts-en.ts";
import { deskZhCN } from "./texts-zh-cn.ts";

function listTexts(value: unknown, path = ""): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => listTexts(part, `${path}.${key}`));
}

it("leaves nothing empty and nothing untranslated", () => {
  const zh = listTexts([staffZhCN, deskZhCN]);
  const en = listTexts([staffEn, deskEn]);
  expect(en.map(([path]) => path).toSorted()).toEqual(zh.map(([path]) => path).toSorted());
  for (const [path, text] of [...zh, ...en]) expect(text.trim(), path).not.toBe("");
  const han = en.filter(([, text]) => /\p{Script=Han}/u.test(text));
  expect(han.map(([path]) => path)).toEqual([".0.otherLanguage"]);
  const english = zh.filter(([, text]) => !/\p{Script=Han}/u.test(text));
  expect(english.map(([path]) => path)).toEqual([".0.otherLanguage"]);
});

it("says how many were found as each language counts", () => {
  expect(deskEn.search.result(1, false)).toBe("1 person found");
  expect(deskEn.search.result(20, true)).toBe(
    "20 people found; there are more, please be more exact",
  );
  expect(deskZhCN.search.result(0, false)).toBe("没有找到");
});
