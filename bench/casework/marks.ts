import { type Figures as Measured, type Mark, shownFigure } from "../shared/marks.ts";

type Figure = "queueMs" | "caseMs" | "decideMs" | "casesPerSecond" | "decideOfRaw";

export type Figures = Measured<Figure>;

/** What the house asks of casework. */
export const marks: readonly Mark<Figure>[] = [
  { of: "queueMs", name: "page of the queue over HTTP at 100/s, p95 ms", most: 60 },
  { of: "caseMs", name: "case over HTTP at 100/s, p95 ms", most: 120 },
  { of: "decideMs", name: "decide and effect over HTTP at 100/s, p95 ms", most: 300 },
];

/** One JSON object. */
export const lastLine = ({ queueMs, caseMs, decideMs, casesPerSecond }: Figures): string =>
  JSON.stringify({
    p95ms: {
      queue: shownFigure(queueMs),
      case: shownFigure(caseMs),
      decide: shownFigure(decideMs),
    },
    casesPerSecond: shownFigure(casesPerSecond),
  });
