import type { DeskCase } from "../../../src/casework/desk/contract.ts";

/** Steps as the desk offers them, the one that is next first; Alt and the letter opens each. */
const keys = {
  approve: "y",
  "decide-review": "u",
  complete: "v",
  effect: "e",
  "as-advised": "g",
  decide: "d",
  check: "k",
  deliver: "l",
  accept: "j",
  take: "t",
  return: "r",
  "hand-over": "h",
  extend: "x",
  "send-back": "b",
  answer: "i",
  consent: "o",
  "ask-review": "m",
  withdraw: "w",
  close: "z",
} as const;

export type StepName = keyof typeof keys;
const names = Object.keys(keys) as readonly StepName[];

export type StepChoice = {
  readonly name: StepName;
  readonly key: string;
  /** The one that is next. */
  readonly next: boolean;
};

type Advised = Pick<DeskCase, "advice" | "people">;

/** Steps that bring a case on; the others can wait. */
const onward: readonly StepName[] = [
  "approve",
  "decide-review",
  "complete",
  "effect",
  "as-advised",
  "decide",
  "check",
  "deliver",
  "accept",
];

/** What the advice comes to for one of the people; `open` agrees with neither answer. */
export function advisedFor(
  { advice }: Pick<DeskCase, "advice">,
  member: number,
): "grant" | "refuse" | "open" {
  if (advice === null || advice.outcome === "unknown" || advice.outcome === "refer") return "open";
  if (advice.outcome === "refused") return "refuse";
  if (member === 0) return "grant";
  const state = advice.covered.find((each) => each.member === member)?.state ?? "not-covered";
  return state === "covered" ? "grant" : state === "not-covered" ? "refuse" : "open";
}

/** Whom the advice grants; undefined while it leaves somebody open. */
export function advisedGrant(seen: Advised): number[] | undefined {
  const advised = seen.people.map(({ member }) => advisedFor(seen, member));
  if (advised.includes("open")) return undefined;
  return seen.people.flatMap(({ member }) => (advised[member] === "grant" ? [member] : []));
}

/** Whoever finishes a case in one visit does it from here. */
const beforeVisit: readonly DeskCase["stage"][] = ["submitted", "accepted", "checked", "granted"];

/** The steps that whoever looks may take now. */
export function listSteps(seen: DeskCase, role: string): readonly StepChoice[] {
  const may = (step: string) => seen.allowed.includes(step);
  const is: Partial<Record<StepName, boolean>> = {
    take: may("assign") && seen.handler?.own !== true,
    "hand-over": may("assign"),
    "as-advised": may("decide") && advisedGrant(seen) !== undefined,
    complete: role === "window-clerk" && beforeVisit.includes(seen.stage),
  };
  const possible = names.filter((name) => is[name] ?? may(name));
  const next = possible.find(
    (name) => onward.includes(name) && (name !== "complete" || seen.completable),
  );
  return possible.map((name) => ({ name, key: keys[name], next: name === next }));
}

export type Lack = {
  readonly lack: "noAdvice" | "advice" | "covered" | "second" | "consent" | "departments";
  readonly members: readonly number[];
};

/** What stands between a case and one visit. */
export function lackingIn(seen: DeskCase): readonly Lack[] {
  const { advice, people, stage } = seen;
  const unwilling = people.filter(({ willing }) => !willing).map(({ member }) => member);
  const consent: readonly Lack[] =
    unwilling.length === 0 ? [] : [{ lack: "consent", members: unwilling }];
  if (stage === "granted") return consent;
  if (advice === null) return [{ lack: "noAdvice", members: [] }, ...consent];
  const by = (wanted: string) =>
    people.filter(({ member }) => advisedFor(seen, member) === wanted).map(({ member }) => member);
  const waiting = advice.departments.some(({ state }) => state === "waiting");
  const departments: readonly Lack[] = waiting ? [{ lack: "departments", members: [] }] : [];
  if (advice.outcome !== "granted")
    return [{ lack: "advice", members: [] }, ...departments, ...consent];
  const open = by("open");
  if (open.length > 0) return [{ lack: "covered", members: open }, ...departments, ...consent];
  const never = people.flatMap(({ member, citizen }) => (citizen === null ? [member] : []));
  const second = [...new Set([...by("refuse"), ...never])];
  return [
    ...(second.length === 0 ? [] : [{ lack: "second", members: second } as const]),
    ...consent,
  ];
}
