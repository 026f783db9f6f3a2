import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { soundOf } from "../sound.ts";
import { findNameFault, tidyName } from "./name.ts";

describe("names as typed", () => {
  it.each([
    ["张 伟", "张伟"],
    ["　张伟 ", "张伟"],
    ["古丽娜尔•艾尔肯", "古丽娜尔·艾尔肯"],
    ["古丽娜尔 ・ 艾尔肯", "古丽娜尔·艾尔肯"],
    ["古丽娜尔.艾尔肯", "古丽娜尔·艾尔肯"],
    ["古丽娜尔．艾尔肯", "古丽娜尔·艾尔肯"],
    ["Ｇｕｌｎａｒ  Ｅｒｋｉｎ", "Gulnar Erkin"],
    ["J. Smith", "J. Smith"],
    ["گۈلنار  ئەركىن", "گۈلنار ئەركىن"],
    ["Jose\u0301", "José"],
  ])("%j is %j", (typed, name) => {
    expect(tidyName(typed)).toBe(name);
    expect(findNameFault(tidyName(typed))).toBeUndefined();
  });

  it("stay as they are once tidied", () => {
    const typed = fc.string({ unit: fc.constantFrom(..."张伟·•. 　ＡaéU古") });
    fc.assert(
      fc.property(typed, (text) => {
        expect(tidyName(tidyName(text))).toBe(tidyName(text));
      }),
    );
  });

  it("have room for fifty characters and more, and need no surname (B5)", () => {
    expect(findNameFault("阿".repeat(50))).toBeUndefined();
    expect(findNameFault("Gulnar")).toBeUndefined();
    expect(findNameFault("阿".repeat(101))).toBe("too-long");
    expect(findNameFault("")).toBe("empty");
  });

  it.each(["张3", "张伟;", "·张", "张·", "张··伟", "<b>", "\u202e张伟", "🙂"])(
    "%j is none",
    (name) => {
      expect(findNameFault(name)).toBe("characters");
    },
  );
});

describe("the sound of a name", () => {
  it.each([
    ["张伟", "zhangwei", "zw"],
    ["单雄信", "shanxiongxin", "sxx"],
    ["曾小明", "zengxiaoming", "zxm"],
    ["解晓东", "xiexiaodong", "xxd"],
    ["仇英", "qiuying", "qy"],
    ["吕布", "lvbu", "lb"],
    ["欧阳娜", "ouyangna", "oyn"],
    ["古丽娜尔·艾尔肯", "gulinaeraierken", "glneaek"],
    ["Gulnar Erkin", "gulnarerkin", "ge"],
    ["Ma’mut José", "mamutjose", "mj"],
    ["گۈلنار ئەركىن", "گۈلنارئەركىن", "گئ"],
  ])("%s is %s", (name, sound, initials) => {
    expect(soundOf(name)).toEqual({ sound, initials });
  });
});
