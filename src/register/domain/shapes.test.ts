import { describe, expect, it } from "vitest";
import { isoDate, line, words } from "./shapes.ts";

describe("words in the register", () => {
  it.each([
    "陈雨晴",
    "古丽娜尔·艾尔肯",
    "زۆھرە سېلىم",
    "نا\u200Cصر",
    'O\'Brien "<b>"',
    "幸福路🏠1号",
    " 陈 ",
  ])("%j is a name", (text) => {
    expect(line(1, 100).parse(text)).toBe(text.trim());
  });

  it.each([
    ["", "nothing"],
    [" \u00A0", "blanks"],
    ["\u200D", "a joiner alone"],
    ["\u200B", "no width"],
    ["a\u0000b", "a NUL"],
    ["a\nb", "two lines"],
    ["a\u202Eb", "letters turned round"],
    ["a\uD800b", "half a letter"],
    ["长".repeat(101), "too much"],
  ])("%j is none: %s", (text) => {
    expect(line(1, 100).safeParse(text).success).toBe(false);
  });

  it("free words may have several lines", () => {
    expect(words.parse("一\n二\t三")).toBe("一\n二\t三");
    expect(words.safeParse("a\u0000b").success).toBe(false);
  });
});

it.each([
  ["2024-02-29", true],
  ["2023-02-29", false],
  ["0001-01-01", true],
  ["0000-01-01", false],
  ["9999-12-31", true],
])("%s is a day: %s", (text, expected) => {
  expect(isoDate.safeParse(text).success).toBe(expected);
});
