/** Medians by competitor. */
export type Speeds = Readonly<Record<string, number>>;

type Mark = { readonly of: string; readonly least: number; readonly than: string };

/** What the house asks of the engine. */
const marks: readonly Mark[] = [
  { of: "luohu.decide", least: 0.5, than: "handwritten" },
  { of: "luohu.decide", least: 8, than: "cel-js" },
  { of: "luohu.decide", least: 100, than: "zen" },
  { of: "luohu.decide", least: 100, than: "json-rules-engine" },
  { of: "luohu.explain", least: 1, than: "cel-js" },
  { of: "luohu.when", least: 1, than: "cel-js" },
];

export type Row = {
  readonly name: string;
  readonly people: number;
  readonly perSecond: number;
  readonly lowest: number;
  readonly highest: number;
};

/** The table and the marks, for a person to read. */
export function describe(rows: readonly Row[]): string {
  const speeds = speedsOf(rows);
  const header = ["", "people", "per second", "lowest", "highest", "of handwritten", "of cel-js"];
  const lines = rows.map(({ name, people, perSecond, lowest, highest }) => [
    name,
    String(people),
    ...[perSecond, lowest, highest].map(describeSpeed),
    ratio(speeds, name, "handwritten"),
    ratio(speeds, name, "cel-js"),
  ]);
  const widths = header.map((_, column) =>
    Math.max(...[header, ...lines].map((line) => line[column]!.length)),
  );
  const table = [header, ...lines].map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join("  "),
  );
  return [...table, "", ...marks.map((mark) => describeMark(mark, speeds))].join("\n");
}

export const speedsOf = (rows: readonly Row[]): Speeds =>
  Object.fromEntries(rows.map(({ name, perSecond }) => [name, Math.round(perSecond)]));

function describeMark({ of, least, than }: Mark, speeds: Speeds): string {
  const met = speeds[of]! >= least * speeds[than]!;
  return `${met ? "met   " : "MISSED"}  ${of} >= ${least} x ${than}: ${ratio(speeds, of, than)}`;
}

const ratio = (speeds: Speeds, name: string, than: string): string => {
  const value = speeds[name]! / speeds[than]!;
  return value >= 10 ? value.toFixed(0) : value >= 0.1 ? value.toFixed(2) : value.toPrecision(2);
};

/** `41.2 M`, `92.6 k`, `512`. */
export function describeSpeed(perSecond: number): string {
  if (perSecond >= 1e6) return `${(perSecond / 1e6).toFixed(1)} M`;
  return perSecond >= 1e3 ? `${(perSecond / 1e3).toFixed(1)} k` : perSecond.toFixed(0);
}
