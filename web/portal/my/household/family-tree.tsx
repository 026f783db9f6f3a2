import { layOutFamily, type TreeLine } from "../../../../src/standards/contract.ts";
import { useLayoutEffect, useRef, useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import type { Member } from "../shapes.ts";
import { useWords } from "../use-words.ts";
import { relationWord } from "./relation-word.ts";
import { setInLines, type TreeLines } from "./tree-lines.ts";
import { wrapName } from "./wrap-name.ts";

/** Lengths in pixels of text of 18; the picture grows with the reader's text size. */
const em = 18;
const cell = { wide: 106, high: 146 };
const gap = 8;
const face = { y: 26, radius: 21 };

type FamilyTreeProps = { readonly members: readonly Member[]; readonly self: number };

/** The household as a small family tree. The table beside it says the same in words. */
export function FamilyTree({ members, self }: FamilyTreeProps) {
  const words = useWords();
  const { m } = useSpeech();
  const place = useRef<HTMLElement>(null);
  const most = useMost(place);
  const known = members.map((member) => ({ ...member, birthDate: member.birthDate ?? "9999" }));
  const tree = setInLines(layOutFamily(known), most);
  const wide = tree.columns * cell.wide + gap * 2;
  const high = tree.lines * cell.high - gap * 3;
  const said = members.map(
    ({ name, relation }) => `${name ?? words.record.erasedName} ${relationWord(words, relation)}`,
  );
  return (
    <figure className="tree" ref={place}>
      <svg
        role="img"
        aria-label={words.household.tree(m.list(said))}
        width={`${wide / em}em`}
        height={`${high / em}em`}
        viewBox={`0 0 ${wide} ${high}`}
      >
        <Bonds tree={tree} />
        {tree.places.map((place) => {
          const member = members.find(({ person }) => person === place.person);
          return member === undefined ? null : (
            <Face key={place.person} member={member} at={centreOf(place)} self={self} />
          );
        })}
      </svg>
    </figure>
  );
}

/** How many stand side by side in the room there is. */
function useMost(place: React.RefObject<HTMLElement | null>): number {
  const [most, setMost] = useState(3);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const measure = () => {
      const size = parseFloat(getComputedStyle(element).fontSize);
      const room = (element.clientWidth / size) * em - gap * 2;
      setMost(Math.max(1, Math.min(6, Math.floor(room / cell.wide))));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [place]);
  return most;
}

type Point = { readonly x: number; readonly y: number };

const centreOf = ({ column, line }: TreeLines["places"][number]): Point => ({
  x: gap + (column + 0.5) * cell.wide,
  y: line * cell.high + face.y,
});

function Bonds({ tree }: { readonly tree: TreeLines }) {
  const at = new Map(tree.places.map((place) => [place.person, centreOf(place)]));
  return (
    <g className="tree-bonds">
      {tree.bonds.map((bond) => {
        const path = drawBond(bond, at);
        if (path === null) return null;
        return <path key={JSON.stringify(bond)} data-kind={bond.kind} d={path} />;
      })}
    </g>
  );
}

/** From face to face; a line down runs between two people, so that it crosses no name. */
function drawBond(bond: TreeLine, at: ReadonlyMap<number, Point>): string | null {
  if (bond.kind !== "child") {
    const [one, other] = [at.get(bond.a), at.get(bond.b)];
    return one === undefined || other === undefined ? null : drawBeside(one, other);
  }
  const child = at.get(bond.child);
  const [one, other] = bond.parents.flatMap((person) => at.get(person) ?? []);
  if (child === undefined || one === undefined) return null;
  const roof = child.y - face.radius - 4;
  const end = `V${roof}H${child.x}V${child.y - face.radius}`;
  if (other !== undefined && areBeside(one, other))
    return `M${(one.x + other.x) / 2} ${one.y}${end}`;
  const side = child.x < one.x ? -1 : 1;
  return `M${one.x + side * face.radius} ${one.y}H${one.x + side * (cell.wide / 2)}${end}`;
}

const areBeside = (one: Point, other: Point) =>
  one.y === other.y && Math.abs(one.x - other.x) <= cell.wide;

function drawBeside(one: Point, other: Point): string {
  const [left, right] = one.x < other.x ? [one, other] : [other, one];
  if (areBeside(one, other)) return `M${left.x + face.radius} ${left.y}H${right.x - face.radius}`;
  const roof = Math.min(left.y, right.y) - face.radius - 4;
  return `M${left.x} ${left.y - face.radius}V${roof}H${right.x}V${right.y - face.radius}`;
}

type FaceProps = { readonly member: Member; readonly at: Point; readonly self: number };

function Face({ member, at: { x, y }, self }: FaceProps) {
  const words = useWords();
  const isHead = member.relation === 2;
  const isSelf = member.person === self;
  const name = wrapName(member.name ?? words.record.erasedName, 5.8);
  const relation = [
    ...wrapName(relationWord(words, member.relation), 7.2).slice(0, 2),
    ...(isSelf ? [words.household.you] : []),
  ];
  return (
    <g className="tree-face" data-head={isHead} data-self={isSelf}>
      <circle cx={x} cy={y} r={face.radius} />
      {isHead ? (
        <path
          className="tree-sign"
          d={`M${x - 11} ${y + 1}c4.500-1 8-3 11-7 3 4 6.500 6 11 7M${x - 8} ${y + 1}v9h16v-9`}
        />
      ) : (
        <path
          className="tree-sign"
          d={`M${x} ${y - 10}a5 5 0 1 0 .01 0M${x - 9} ${y + 11}c.500-6 4-8.500 9-8.500s8.500 2.500 9 8.500`}
        />
      )}
      <text x={x} y={y + face.radius + 19} className="tree-name">
        {name.slice(0, 2).map((line, index) => (
          <tspan key={line} x={x} dy={index === 0 ? 0 : 18}>
            {line}
          </tspan>
        ))}
      </text>
      <text
        x={x}
        y={y + face.radius + 19 + Math.min(2, name.length) * 18}
        className="tree-relation"
      >
        {relation.map((line, index) => (
          <tspan key={line} x={x} dy={index === 0 ? 0 : 16}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}
