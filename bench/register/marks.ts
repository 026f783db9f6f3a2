/** What was measured; what was left out is not there. */
export type Figures = {
  readonly settleOfRaw?: number;
  readonly searchMs?: number;
  readonly personMs?: number;
  readonly settleMs?: number;
  readonly settlesPerSecondOneCounty?: number;
  readonly rebuildEventsPerSecond?: number;
};

type Mark = {
  readonly of: keyof Figures;
  readonly name: string;
  readonly least?: number;
  readonly most?: number;
};

/** What the house asks of the register. */
const marks: readonly Mark[] = [
  { of: "searchMs", name: "search over HTTP at 200/s, p95 ms", most: 50 },
  { of: "personMs", name: "person page over HTTP at 200/s, p95 ms", most: 50 },
  { of: "settleMs", name: "settle over HTTP at 200/s, p95 ms", most: 50 },
  { of: "settleOfRaw", name: "settle / raw", least: 0.75 },
  { of: "settlesPerSecondOneCounty", name: "settles a second in one county", least: 800 },
  { of: "rebuildEventsPerSecond", name: "events rebuilt a second", least: 18_680 },
];

/** Whether each mark is met, for a person to read. */
export function describeMarks(figures: Figures): string {
  return marks
    .flatMap(({ of, name, least = -Infinity, most = Infinity }) => {
      const figure = figures[of];
      if (figure === undefined) return [];
      const verdict = figure >= least && figure <= most ? "met   " : "MISSED";
      const mark = most === Infinity ? `>= ${least}` : `<= ${most}`;
      return [`${verdict}  ${name} ${mark}: ${rounded(figure)}`];
    })
    .join("\n");
}

/** One JSON object; a figure that was not measured is null. */
export function lastLine(figures: Figures): string {
  const figure = (of: keyof Figures) => {
    const value = figures[of];
    return value === undefined ? null : rounded(value);
  };
  return JSON.stringify({
    ratios: { "settle/raw": figure("settleOfRaw") },
    p95ms: { search: figure("searchMs"), person: figure("personMs"), settle: figure("settleMs") },
    settlesPerSecondOneCounty: figure("settlesPerSecondOneCounty"),
    rebuildEventsPerSecond: figure("rebuildEventsPerSecond"),
  });
}

const rounded = (value: number): number =>
  value < 100 ? Number(value.toFixed(2)) : Math.round(value);
