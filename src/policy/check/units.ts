/** Units measured in one another; every other unit is its own dimension. */
const conversions: Readonly<
  Record<string, { readonly dimension: string; readonly factor: number }>
> = {
  year: { dimension: "months", factor: 12 },
  years: { dimension: "months", factor: 12 },
  month: { dimension: "months", factor: 1 },
  months: { dimension: "months", factor: 1 },
  week: { dimension: "days", factor: 7 },
  weeks: { dimension: "days", factor: 7 },
  day: { dimension: "days", factor: 1 },
  days: { dimension: "days", factor: 1 },
};

/** What a unit measures and how many base units it is (1 year = 12 months). */
export function dimensionOf(unit: string): { readonly dimension: string; readonly factor: number } {
  return Object.hasOwn(conversions, unit) ? conversions[unit]! : { dimension: unit, factor: 1 };
}

export const timeUnits: readonly string[] = Object.keys(conversions);
