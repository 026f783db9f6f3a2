import { layOutFamily, type TreeLine, type TreePlace } from "../../../src/standards/contract.ts";
import { useDesk } from "../use-desk.tsx";
import type { Household } from "./household-page.tsx";
import { nameOf } from "./member-table.tsx";

const cell = { width: 156, height: 96, box: 140, tall: 54 };

type Member = Household["members"][number];

/** The household as a small family tree. The table beside it says the same in words. */
export function FamilyTree({ members }: { readonly members: readonly Member[] }) {
  const { d, codes } = useDesk();
  const tree = layOutFamily(
    members.map((member) => ({ ...member, birthDate: member.birthDate ?? "" })),
  );
  const places = new Map(tree.places.map((place) => [place.person, place]));
  const width = tree.columns * cell.width;
  const height = tree.rows * cell.height;
  return (
    <figure className="tree">
      <figcaption>{d.household.tree}</figcaption>
      <svg
        role="img"
        aria-label={d.household.treeOf(members.length)}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
      >
        {tree.lines.map((line) => (
          <Line key={JSON.stringify(line)} line={line} places={places} />
        ))}
        {members.map((member) => {
          const place = places.get(member.person);
          if (place === undefined) return null;
          const { x, y } = centreOf(place);
          return (
            <g key={member.person} data-head={member.relation === 2}>
              <rect
                x={x - cell.box / 2}
                y={y - cell.tall / 2}
                width={cell.box}
                height={cell.tall}
                rx="6"
              />
              <text x={x} y={y - 4} textAnchor="middle" className="tree-name">
                {shorten(nameOf(member) ?? "")}
              </text>
              <text x={x} y={y + 16} textAnchor="middle" className="tree-relation">
                {shorten(codes.label("relation", member.relation))}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

const centreOf = ({ row, column }: TreePlace) => ({
  x: (column + 0.5) * cell.width,
  y: (row + 0.5) * cell.height,
});

/** Fits a box: characters are twice as wide as letters. The table has the whole. */
function shorten(text: string): string {
  const width = [...text].reduce((sum, sign) => sum + (sign > "\u2e80" ? 2 : 0.98), 0);
  if (width <= 17) return text;
  let room = 16;
  let kept = "";
  for (const sign of text) {
    room -= sign > "\u2e80" ? 2 : 0.98;
    if (room < 0) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}

function Line({
  line,
  places,
}: {
  readonly line: TreeLine;
  readonly places: ReadonlyMap<number, TreePlace>;
}) {
  const at = (person: number) => {
    const place = places.get(person);
    return place === undefined ? undefined : centreOf(place);
  };
  if (line.kind !== "child") {
    const a = at(line.a);
    const b = at(line.b);
    if (a === undefined || b === undefined) return null;
    const rise = line.kind === "siblings" ? -cell.height / 2 + 6 : 0;
    return <path data-kind={line.kind} d={`M${a.x} ${a.y}V${a.y + rise}H${b.x}V${b.y}`} />;
  }
  const child = at(line.child);
  const parents = line.parents.flatMap((parent) => at(parent) ?? []);
  const [first] = parents;
  if (child === undefined || first === undefined) return null;
  const x = parents.reduce((sum, parent) => sum + parent.x, 0) / parents.length;
  const bend = (first.y + child.y) / 2;
  return <path data-kind="child" d={`M${x} ${first.y}V${bend}H${child.x}V${child.y}`} />;
}
