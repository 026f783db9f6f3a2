import { useLayoutEffect, useRef, useState, type RefObject } from "react";

/** What one sheet can hold, in CSS pixels: A4 less its margins, less a little for other fonts. */
const sheetHeight = 985;

/** From roomy to tight; the tightest also leaves out what the page itself still shows. */
const densities = [0, 1, 2, 3, 4, 5, 6] as const;
export type Density = (typeof densities)[number];

/** One sheet of A4: measured as it is written, and set tighter until it fits. */
export function useFittedSheet(): {
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly density: Density;
} {
  const sheet = useRef<HTMLDivElement>(null);
  const [density, setDensity] = useState<Density>(0);
  useLayoutEffect(() => {
    const next = densities[density + 1];
    const height = sheet.current?.scrollHeight ?? 0;
    if (height > sheetHeight && next !== undefined) setDensity(next);
  }, [density]);
  return { sheet, density };
}
