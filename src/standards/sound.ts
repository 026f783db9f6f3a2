import { pinyin } from "pinyin-pro";

/** How a name sounds: "zhangwei" and, by first letters, "zw". */
export type Sound = { readonly sound: string; readonly initials: string };

const isHan = /\p{Script=Han}/u;
const dotted = /[·•・]/u;

/**
 * How a person's name sounds: lower case, no tones, ü as v, surnames in their own readings (单 is shan), parts of a name
 * with "·" joined. A name that is not in Chinese characters is folded to lower case, without accents and blanks.
 */
export function soundOf(name: string): Sound {
  if (!isHan.test(name)) return soundOfLetters(name);
  const syllables = pinyin(name, {
    toneType: "none",
    type: "array",
    v: true,
    // A part of a name with "·" is no surname: 单 in the middle of one is dan.
    surname: dotted.test(name) ? "off" : "head",
  });
  let sound = "";
  let initials = "";
  for (const syllable of syllables) {
    if (!isWord(syllable)) continue;
    sound += syllable;
    initials += firstLetter(syllable);
  }
  return { sound: sound.toLowerCase(), initials: initials.toLowerCase() };
}

function soundOfLetters(name: string): Sound {
  const words = withoutAccents(name)
    .toLowerCase()
    .replace(/['’ʻʼ\u200c\u200d]/gu, "")
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== "");
  return { sound: words.join(""), initials: words.map(firstLetter).join("") };
}

/** Accents only go from Latin letters: a mark in another script is part of the letter. */
const withoutAccents = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, "")
    .normalize("NFC");

const isWord = (syllable: string): boolean => /^\p{L}/u.test(syllable);

const firstLetter = (word: string): string => String.fromCodePoint(word.codePointAt(0) ?? 0x20);

/** Readings that places keep and dictionaries of common words do not have; whole words first. */
const placeReadings: readonly (readonly [string, readonly string[]])[] = [
  ["喀什", ["ka", "shi"]],
  ["塔什", ["ta", "shi"]],
  ["乌什", ["wu", "shi"]],
  ["什邡", ["shi", "fang"]],
  ["尉犁", ["yu", "li"]],
  ["蔚县", ["yu", "xian"]],
  ["乐亭", ["lao", "ting"]],
  ["乐清", ["yue", "qing"]],
  ["浚县", ["xun", "xian"]],
  ["涡阳", ["guo", "yang"]],
  ["歙县", ["she", "xian"]],
  ["单县", ["shan", "xian"]],
  ["中牟", ["zhong", "mu"]],
  ["洪洞", ["hong", "tong"]],
  ["泌阳", ["bi", "yang"]],
  ["大埔", ["da", "bu"]],
  ["吴堡", ["wu", "bu"]],
  ["宕昌", ["tan", "chang"]],
  ["黄陂", ["huang", "pi"]],
  ["珲春", ["hun", "chun"]],
  ["都", ["du"]],
];

/** The syllables of a place's name in pinyin without tones, one a character. */
export function syllablesOfPlace(name: string): readonly string[] {
  const syllables = pinyin(name, { toneType: "none", type: "array" });
  for (const [word, readings] of placeReadings) {
    for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1))
      syllables.splice(at, readings.length, ...readings);
  }
  return syllables;
}

/** How a place's name sounds; ü as v, as people type it. */
export function soundOfPlace(name: string): Sound {
  const syllables = syllablesOfPlace(name).map((syllable) => syllable.replaceAll("ü", "v"));
  return {
    sound: syllables.join(""),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(""),
  };
}
