// Relations to the head of household (GB/T 4761) when the head changes.
import { broaderOf, type KinSex, waysOf } from "./kin.ts";
import { codeOf, join, type Person, reverse, type Route, routeOf, shorten } from "./way.ts";

/** What the register knows about a member; `mother` and `father` are keys of people, in the household or not. */
export type Relative = {
  readonly person: number;
  /** GB/T 4761, to the head of now. */
  readonly relation: number;
  /** GB/T 2261.1. */
  readonly sex: number;
  readonly birthDate: string;
  readonly mother?: number | null | undefined;
  readonly father?: number | null | undefined;
};

const isHead = ({ relation }: Relative): boolean => relation === 1 || relation === 2;

/**
 * Everyone's relation to a new head, where it follows with certainty from the relations to the old one, the sexes, the
 * birth dates and the parents that are known; undefined where it does not, and the clerk states it. A code is as broad
 * as what is certain: to the head's wife his eldest son is a son (20), to his son she is a parent (50).
 */
export function suggestRelations(
  members: readonly Relative[],
  newHead: number,
): ReadonlyMap<number, number | undefined> {
  const next = members.find(({ person }) => person === newHead);
  const head = members.find(isHead);
  return new Map(
    members.map((member) => {
      if (member.person === newHead) return [newHead, 2];
      if (next === undefined) return [member.person, undefined];
      const said = head === undefined ? undefined : relationBetween(head, next, member);
      const known = relationByParents(next, member, members);
      return [
        member.person,
        said === undefined || (known !== undefined && broaderOf(known) === said) ? known : said,
      ];
    }),
  );
}

function relationBetween(head: Relative, next: Relative, member: Relative): number | undefined {
  // Of someone who is no relative of the head it is certain the other way round too.
  if (isHead(member) && next.relation === 99) return 99;
  const codes = routesTo(head, next).flatMap((back) =>
    routesTo(head, member).flatMap((there) => {
      const routes = shorten(join(reverse(back), there));
      return routes === undefined
        ? [undefined]
        : routes.filter(({ steps }) => steps.length > 0).map(codeOf);
    }),
  );
  return broadest(codes);
}

function routesTo(head: Relative, member: Relative): readonly Route[] {
  const ways = isHead(member) ? waysOf(2) : waysOf(member.relation);
  return ways
    .map((way) => {
      // Who is recorded as a parent is one, whatever the code leaves open.
      const sure = way.map((step, at) =>
        at === 0 && way.length === 1 && step.tie === "either" && areParentAndChild(head, member)
          ? { ...step, tie: "own" as const }
          : step,
      );
      return routeOf(sure, personOf(head), personOf(member));
    })
    .filter((route) => route !== undefined);
}

const personOf = ({ person, sex, birthDate }: Relative): Person => ({
  id: person,
  sex: sexOf(sex),
  birthDate,
});

const sexOf = (sex: number): KinSex => (sex === 1 || sex === 2 ? sex : undefined);

const isParent = (parent: Relative, child: Relative): boolean =>
  child.mother === parent.person || child.father === parent.person;

const areParentAndChild = (a: Relative, b: Relative): boolean => isParent(a, b) || isParent(b, a);

/** One code, or the one that is broader than all; undefined where there is none, or one of them is unknown. */
function broadest(codes: readonly (number | undefined)[]): number | undefined {
  const [first, ...others] = new Set(codes);
  if (first === undefined || others.includes(undefined)) return undefined;
  if (others.length === 0) return first;
  const broader = broaderOf(first) ?? first;
  return others.every((code) => code !== undefined && (broaderOf(code) ?? code) === broader)
    ? broader
    : undefined;
}

/** What the recorded parents say: parents, children, brothers and sisters, grandparents, grandchildren. */
function relationByParents(
  ego: Relative,
  member: Relative,
  members: readonly Relative[],
): number | undefined {
  const from = personOf(ego);
  const to = personOf(member);
  const step = { tie: "own" as const };
  if (isParent(member, ego)) return codeOf({ people: [from, to], steps: [{ to: "p", ...step }] });
  if (isParent(ego, member)) return codeOf({ people: [from, to], steps: [{ to: "c", ...step }] });
  const between = members.find(
    (other) =>
      (isParent(other, ego) && isParent(member, other)) ||
      (isParent(other, member) && isParent(ego, other)),
  );
  if (between !== undefined) {
    const way = { to: isParent(between, ego) ? ("p" as const) : ("c" as const), ...step };
    return codeOf({ people: [from, personOf(between), to], steps: [way, way] });
  }
  const shared = [ego.mother, ego.father].some(
    (parent) =>
      typeof parent === "number" && (parent === member.mother || parent === member.father),
  );
  return shared ? codeOf({ people: [from, to], steps: [{ to: "b", ...step }] }) : undefined;
}
