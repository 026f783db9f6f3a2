// Ways through a family, and what they amount to.
import type { KinSex, Step, Tie, Way } from "./kin.ts";

/** Someone on a way; what is not known of them is missing. */
export type Person = {
  readonly id: number | undefined;
  readonly sex: KinSex;
  readonly birthDate: string | undefined;
};

/** From the first person to the last; step n leads from person n to person n + 1. */
export type Route = {
  readonly people: readonly Person[];
  readonly steps: readonly { readonly to: Step["to"]; readonly tie: Tie }[];
};

/** The route of a way from one known person to another; undefined where the sexes contradict it. */
export function routeOf(way: Way, from: Person, to: Person): Route | undefined {
  const between = way
    .slice(0, -1)
    .map(({ sex }): Person => ({ id: undefined, sex, birthDate: undefined }));
  const last = way.at(-1);
  if (last === undefined) return { people: [from], steps: [] };
  if (last.sex !== undefined && to.sex !== undefined && last.sex !== to.sex) return undefined;
  return {
    people: [from, ...between, { ...to, sex: to.sex ?? last.sex }],
    steps: way.map((step) => ({ to: step.to, tie: step.tie })),
  };
}

const back = { p: "c", c: "p", s: "s", b: "b" } as const;

export function reverse({ people, steps }: Route): Route {
  return {
    people: people.toReversed(),
    steps: steps.toReversed().map(({ to, tie }) => ({ to: back[to], tie })),
  };
}

/** One route after another; the second begins where the first ends. */
export function join(first: Route, second: Route): Route {
  return {
    people: [...first.people, ...second.people.slice(1)],
    steps: [...first.steps, ...second.steps],
  };
}

/**
 * The shortest routes that a route may amount to: a parent's child is oneself or a brother or sister, a spouse's child
 * is a child, own or not. Undefined where it can amount to something that no code names: a child's other parent may be
 * the spouse or not. Step-siblings count as siblings (Civil Code art. 1127).
 */
export function shorten(route: Route): readonly Route[] | undefined {
  const found: Route[] = [];
  const pending = [route];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const shorter = shortenOnce(next);
    if (shorter === "unknown") return undefined;
    if (shorter === "shortest") found.push(next);
    else pending.push(...shorter);
  }
  return found;
}

function shortenOnce(route: Route): readonly Route[] | "shortest" | "unknown" {
  for (let at = 0; at + 1 < route.steps.length; at += 1) {
    switch (`${route.steps[at]?.to}${route.steps[at + 1]?.to}`) {
      case "cp":
        return "unknown";
      case "pc":
      case "bb":
        return [...meet(route, at), skip(route, at, "b")];
      case "ss":
        return meet(route, at);
      case "sc":
      case "cb":
        return [skip(route, at, "c")];
      case "ps":
      case "bp":
        return [skip(route, at, "p")];
      default:
    }
  }
  return "shortest";
}

/** Two steps become one, past the person between them. */
function skip({ people, steps }: Route, at: number, to: Step["to"]): Route {
  return {
    people: people.toSpliced(at + 1, 1),
    steps: steps.toSpliced(at, 2, { to, tie: to === "b" ? "own" : "either" }),
  };
}

/** Two steps lead back to the person they began with, unless those are known to be two people. */
function meet({ people, steps }: Route, at: number): readonly Route[] {
  const [a, b] = [people[at], people[at + 2]];
  if (a === undefined || b === undefined) return [];
  if (a.id !== undefined && b.id !== undefined && a.id !== b.id) return [];
  if (a.sex !== undefined && b.sex !== undefined && a.sex !== b.sex) return [];
  const one: Person = {
    id: a.id ?? b.id,
    sex: a.sex ?? b.sex,
    birthDate: a.birthDate ?? b.birthDate,
  };
  return [{ people: people.toSpliced(at, 3, one), steps: steps.toSpliced(at, 2) }];
}

/** The code of GB/T 4761 for the last person of a route as the first one's relative; undefined where none is certain. */
export function codeOf({ people, steps }: Route): number | undefined {
  const [ego, first, second] = people;
  const relative = people.at(-1);
  if (ego === undefined || first === undefined || relative === undefined) return undefined;
  const pick = (male: number, female: number) =>
    relative.sex === undefined ? undefined : relative.sex === 1 ? male : female;
  const own = steps.every(({ tie }) => tie === "own");
  const way = steps.map(({ to }) => to).join("");
  switch (way) {
    case "s":
      return pick(11, 12) ?? 10;
    case "c":
      return steps[0]?.tie === "step" ? pick(27, 37) : pick(20, 30);
    case "p":
      return steps[0]?.tie === "step" ? pick(57, 58) : own ? pick(51, 52) : 50;
    case "cc":
      return own ? (bySex(first, pick(41, 42), pick(43, 44)) ?? 40) : 40;
    case "pp":
      return own ? (bySex(first, pick(61, 62), pick(63, 64)) ?? 60) : 60;
    case "b":
      return isElder(relative, ego, pick(71, 75), pick(73, 77)) ?? 70;
    default:
  }
  if (!own) return undefined;
  switch (way) {
    case "cs":
      return pick(28, 38);
    case "ccs":
      return pick(46, 45);
    case "ccc":
      return pick(47, 48);
    case "sp":
      return bySex(ego, pick(55, 56), pick(53, 54));
    case "ppp":
      return first.sex === 1 && second?.sex === 1 ? pick(66, 67) : undefined;
    case "spp":
      return 65;
    case "sppp":
      return 68;
    case "bs":
      return isElder(first, ego, pick(76, 72), pick(78, 74));
    case "bc":
      return bySex(first, pick(93, 94), pick(95, 96));
    case "pb":
      return relative.sex === 1
        ? bySex(first, isElder(relative, first, 81, 83), 85)
        : bySex(first, pick(90, 90), pick(88, 88));
    case "pbs":
      if (relative.sex === 1) return bySex(first, 89, 87);
      return bySex(first, second && isElder(second, first, 82, 84), pick(86, 86));
    case "pbc":
      return first.sex === 2 || second?.sex === 2
        ? 92
        : first.sex === 1 && second?.sex === 1
          ? 91
          : undefined;
    default:
      return undefined;
  }
}

function bySex<T>({ sex }: Person, male: T, female: T): T | undefined {
  return sex === undefined ? undefined : sex === 1 ? male : female;
}

/** Twins, and people whose birth date nobody stated, are neither. */
function isElder<T>(who: Person, than: Person, elder: T, younger: T): T | undefined {
  if (who.birthDate === undefined || than.birthDate === undefined) return undefined;
  if (who.birthDate === than.birthDate) return undefined;
  return who.birthDate < than.birthDate ? elder : younger;
}
