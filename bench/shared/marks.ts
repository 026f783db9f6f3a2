/** A figure that the house asks for: at least so much, or at most. */
export type Mark<Of extends string> = {
  readonly of: Of;
  readonly name: string;
  readonly least?: number;
  readonly most?: number;
};

/** What was measured; what was left out is not there. */
export type Figures<Of extends string> = Readonly<Partial<Record<Of, number>>>;

/** Whether each mark is met, for a person to read. */
export function describeMarks<Of extends string>(
  marks: readonly Mark<Of>[],
  figures: Figures<Of>,
): string {
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

/** As the last line has it; null for a figure that was not measured. */
export const shownFigure = (figure: number | undefined): number | null =>
  figure === undefined ? null : rounded(figure);

const rounded = (value: number): number =>
  value < 100 ? Number(value.toFixed(2)) : Math.round(value);
