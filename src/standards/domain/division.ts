// Divisions of GB/T 2260: provinces, prefectures, counties, by their six digits.
import type { Text } from "../../policy/index.ts";

export type DivisionLevel = "province" | "prefecture" | "county";

export type Division = {
  /** Six digits, as 650102. */
  readonly code: number;
  readonly name: Text;
  readonly level: DivisionLevel;
  /** Code of the division above; missing for provinces. */
  readonly parent?: number;
  /** The Chinese name in pinyin, and its initials: "tianshanqu", "tsq". */
  readonly sound: string;
  readonly initials: string;
};

/** The columns of standards/divisions.tsv. */
export const divisionColumns = ["code", "zh-CN", "en", "sound", "initials"] as const;

/** Reads the rows of standards/divisions.tsv. Throws where a row has a fault. */
export function readDivisions(table: string): readonly Division[] {
  const [header, ...lines] = table.trimEnd().split("\n");
  if (header !== divisionColumns.join("\t")) throw new Error("divisions.tsv has other columns");
  return lines.map((line, index) => {
    const [code = "", zh = "", en = "", sound = "", initials = "", ...more] = line.split("\t");
    if (!/^[1-9]\d{5}$/.test(code) || initials === "" || more.length > 0)
      throw new Error(`divisions.tsv:${index + 2} is no division`);
    return placeDivision(Number(code), { "zh-CN": zh, en }, { sound, initials });
  });
}

/** A division with the level and the parent that its code says. */
export function placeDivision(
  code: number,
  name: Text,
  { sound, initials }: { readonly sound: string; readonly initials: string },
): Division {
  const shared = { code, name, sound, initials };
  if (code % 10_000 === 0) return { ...shared, level: "province" };
  if (code % 100 === 0) return { ...shared, level: "prefecture", parent: code - (code % 10_000) };
  return { ...shared, level: "county", parent: code - (code % 100) };
}

export type Divisions = {
  readonly all: readonly Division[];
  find(code: number): Division | undefined;
  /** Can it keep a register? Counties, and the few prefecture-level cities that have none. */
  keepsRegister(code: number): boolean;
  /** Names from the top down, as a form shows them: 新疆维吾尔自治区 乌鲁木齐市 天山区. */
  pathOf(code: number): readonly Division[];
};

export function divisionsOf(all: readonly Division[]): Divisions {
  const byCode = new Map(all.map((division) => [division.code, division]));
  const parents = new Set(all.map(({ parent }) => parent));
  const pathOf = (code: number): readonly Division[] => {
    const division = byCode.get(code);
    if (division === undefined) return [];
    return division.parent === undefined ? [division] : [...pathOf(division.parent), division];
  };
  return {
    all,
    find: (code) => byCode.get(code),
    keepsRegister: (code) => {
      const level = byCode.get(code)?.level;
      return level === "county" || (level === "prefecture" && !parents.has(code));
    },
    pathOf,
  };
}
