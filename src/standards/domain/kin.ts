// What the codes of GB/T 4761 say about a family, as steps from one person to another.

/** Sex as GB/T 2261.1 writes it; undefined where nobody said. */
export type KinSex = 1 | 2 | undefined;

/** `step` also for adoption, which GB/T 4761 codes together with it; `either` where a code does not tell. */
export type Tie = "own" | "step" | "either";

/** To a parent, child, spouse, or brother or sister; and the sex of who is reached. */
export type Step = {
  readonly to: "p" | "c" | "s" | "b";
  readonly sex: KinSex;
  readonly tie: Tie;
};
export type Way = readonly Step[];

export type RelationGroup =
  | "head"
  | "spouse"
  | "child"
  | "child-in-law"
  | "grandchild"
  | "parent"
  | "parent-in-law"
  | "grandparent"
  | "sibling"
  | "sibling-in-law"
  | "relative"
  | "other";

type Kin = {
  readonly group: RelationGroup;
  /** 1 for the parents' generation, -1 for the children's; undefined where the code does not say. */
  readonly generation?: number;
  /** Every way from the head that the code may mean; none where the code does not say. */
  readonly ways: readonly Way[];
};

const kinds: Readonly<Record<string, Step["to"]>> = { p: "p", c: "c", s: "s", b: "b" };

/** "pm bf" is the father's sister: a letter for the step, m or f where the sex is known, + for step, ~ for either. */
function readWay(text: string): Way {
  if (text === "") return [];
  return text.split(" ").map((word) => {
    const to = kinds[word.charAt(0)];
    if (to === undefined) throw new Error(`${word} is no step`);
    return {
      to,
      sex: word.includes("m") ? 1 : word.includes("f") ? 2 : undefined,
      tie: word.endsWith("+") ? "step" : word.endsWith("~") ? "either" : "own",
    };
  });
}

function kin(
  group: RelationGroup,
  generation: number | undefined,
  ...ways: readonly string[]
): Kin {
  return {
    group,
    ...(generation === undefined ? {} : { generation }),
    ways: ways.map(readWay),
  };
}

const son = kin("child", -1, "cm");
const daughter = kin("child", -1, "cf");

/** Code by code; the labels stand in standards/relation.yaml. */
const kinOf: ReadonlyMap<number, Kin> = new Map([
  [1, kin("head", 0, "")],
  [2, kin("head", 0, "")],
  [10, kin("spouse", 0, "s")],
  [11, kin("spouse", 0, "sm")],
  [12, kin("spouse", 0, "sf")],
  [20, kin("child", -1, "cm~")],
  [21, son],
  [22, son],
  [23, son],
  [24, son],
  [25, son],
  [26, son],
  [27, kin("child", -1, "cm+")],
  [28, kin("child-in-law", -1, "cf sm")],
  [29, kin("child", -1, "cm~")],
  [30, kin("child", -1, "cf~")],
  [31, daughter],
  [32, daughter],
  [33, daughter],
  [34, daughter],
  [35, daughter],
  [36, daughter],
  [37, kin("child", -1, "cf+")],
  [38, kin("child-in-law", -1, "cm sf")],
  [39, kin("child", -1, "cf~")],
  [40, kin("grandchild", -2, "c~ c~")],
  [41, kin("grandchild", -2, "cm cm")],
  [42, kin("grandchild", -2, "cm cf")],
  [43, kin("grandchild", -2, "cf cm")],
  [44, kin("grandchild", -2, "cf cf")],
  [45, kin("grandchild", -2, "c cm sf")],
  [46, kin("grandchild", -2, "c cf sm")],
  [47, kin("grandchild", -3, "c c cm")],
  [48, kin("grandchild", -3, "c c cf")],
  [49, kin("grandchild", -2)],
  [50, kin("parent", 1, "p~")],
  [51, kin("parent", 1, "pm")],
  [52, kin("parent", 1, "pf")],
  [53, kin("parent-in-law", 1, "sm pm")],
  [54, kin("parent-in-law", 1, "sm pf")],
  [55, kin("parent-in-law", 1, "sf pm")],
  [56, kin("parent-in-law", 1, "sf pf")],
  [57, kin("parent", 1, "pm+")],
  [58, kin("parent", 1, "pf+")],
  [59, kin("parent", 1, "p~")],
  [60, kin("grandparent", 2, "p~ p~")],
  [61, kin("grandparent", 2, "pm pm")],
  [62, kin("grandparent", 2, "pm pf")],
  [63, kin("grandparent", 2, "pf pm")],
  [64, kin("grandparent", 2, "pf pf")],
  [65, kin("grandparent", 2, "s p p")],
  [66, kin("grandparent", 3, "pm pm pm")],
  [67, kin("grandparent", 3, "pm pm pf")],
  [68, kin("grandparent", 3, "s p p p")],
  [69, kin("grandparent", 2)],
  [70, kin("sibling", 0, "b")],
  [71, kin("sibling", 0, "bm")],
  [72, kin("sibling-in-law", 0, "bm sf")],
  [73, kin("sibling", 0, "bm")],
  [74, kin("sibling-in-law", 0, "bm sf")],
  [75, kin("sibling", 0, "bf")],
  [76, kin("sibling-in-law", 0, "bf sm")],
  [77, kin("sibling", 0, "bf")],
  [78, kin("sibling-in-law", 0, "bf sm")],
  [79, kin("sibling", 0, "b")],
  [80, kin("other", undefined)],
  [81, kin("relative", 1, "pm bm")],
  [82, kin("relative", 1, "pm bm sf")],
  [83, kin("relative", 1, "pm bm")],
  [84, kin("relative", 1, "pm bm sf")],
  [85, kin("relative", 1, "pf bm")],
  [86, kin("relative", 1, "pf bm sf")],
  [87, kin("relative", 1, "pf bf sm")],
  [88, kin("relative", 1, "pf bf")],
  [89, kin("relative", 1, "pm bf sm")],
  [90, kin("relative", 1, "pm bf")],
  [91, kin("relative", 0, "pm bm c")],
  [92, kin("relative", 0, "pm bf c", "pf b c")],
  [93, kin("relative", -1, "bm cm")],
  [94, kin("relative", -1, "bm cf")],
  [95, kin("relative", -1, "bf cm")],
  [96, kin("relative", -1, "bf cf")],
  [97, kin("relative", undefined)],
  [99, kin("other", undefined)],
]);

export const relationCodes: readonly number[] = [...kinOf.keys()];

/** The ways from the head that a code may mean; empty where it says nothing certain. */
export const waysOf = (code: number): readonly Way[] => kinOf.get(code)?.ways ?? [];

/** How close a member stands: spouse, child, parent and so on. */
export const groupOf = (code: number): RelationGroup => kinOf.get(code)?.group ?? "other";

/** The only sex that fits a code; undefined where both do. */
export const sexOfRelation = (code: number): KinSex => {
  const sexes = new Set(waysOf(code).map((way) => way.at(-1)?.sex));
  return sexes.size === 1 ? [...sexes][0] : undefined;
};

/** Generations above the head (2 for grandparents), below it when negative; undefined where the code does not say. */
export const generationOf = (code: number): number | undefined => kinOf.get(code)?.generation;

/** The broader code of the same kind: 22 (eldest son) is a 20 (son). */
export function broaderOf(code: number): number | undefined {
  if (code === 11 || code === 12) return 10;
  if ((code > 20 && code < 28) || code === 29) return 20;
  if ((code > 30 && code < 38) || code === 39) return 30;
  if ((code > 40 && code < 45) || code === 49) return 40;
  if (code === 51 || code === 52 || (code > 56 && code < 60)) return 50;
  if (code > 60 && code < 65) return 60;
  return [71, 73, 75, 77, 79].includes(code) ? 70 : undefined;
}

/** Do two codes for the same person not contradict each other, one being as broad as the other or broader? */
export function areCompatible(a: number, b: number): boolean {
  return a === b || broaderOf(a) === b || broaderOf(b) === a;
}
