import { customPinyin, pinyin } from "pinyin-pro";
import type { NamedPlace } from "../../src/policy/index.ts";

/** Readings that place names keep and dictionaries of common words do not. */
customPinyin({ 喀什: "kā shí", 塔什: "tǎ shí", 乌什: "wū shí", 尉犁: "yù lí" });

/** Each place's code with its name in pinyin, whole and by initials: "kashishi kss". */
export function listSounds(places: readonly NamedPlace[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    places.map(({ code, name }) => {
      const whole = pinyin(name["zh-CN"], { toneType: "none", type: "array" });
      return [code, `${whole.join("")} ${whole.map((syllable) => syllable[0]).join("")}`];
    }),
  );
}
