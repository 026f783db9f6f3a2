import { type Figures as Measured, type Mark, shownFigure } from "../shared/marks.ts";

type Figure =
  | "settleOfRaw"
  | "searchMs"
  | "personMs"
  | "settleMs"
  | "settlesPerSecondOneCounty"
  | "rebuildEventsPerSecond";

export type Figures = Measured<Figure>;

/** What the house asks of the register. */
export const marks: readonly Mark<Figure>[] = [
  { of: "searchMs", name: "search over HTTP at 200/s, p95 ms", most: 50 },
  { of: "personMs", name: "person page over HTTP at 200/s, p95 ms", most: 50 },
  { of: "settleMs", name: "settle over HTTP at 200/s, p95 ms", most: 50 },
  { of: "settleOfRaw", name: "settle / raw", least: 0.75 },
  { of: "settlesPerSecondOneCounty", name: "settles a second in one county", least: 800 },
  { of: "rebuildEventsPerSecond", name: "events rebuilt a second", least: 18_680 },
];

/** One JSON object. */
export const lastLine = (figures: Figures): string =>
  JSON.stringify({
    ratios: { "settle/raw": shownFigure(figures.settleOfRaw) },
    p95ms: {
      search: shownFigure(figures.searchMs),
      person: shownFigure(figures.personMs),
      settle: shownFigure(figures.settleMs),
    },
    settlesPerSecondOneCounty: shownFigure(figures.settlesPerSecondOneCounty),
    rebuildEventsPerSecond: shownFigure(figures.rebuildEventsPerSecond),
  });
