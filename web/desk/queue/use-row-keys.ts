import { useEffect, useEffectEvent, type RefObject } from "react";

const steps: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Keys of a page with a list, while the focus is inside: down, up, select. Fields keep their keys. */
export function useRowKeys(
  place: RefObject<HTMLElement | null>,
  onSelect: (key: string) => void,
): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target, key, currentTarget } = event;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!(target instanceof HTMLElement && currentTarget instanceof HTMLElement)) return;
    if (target.matches("input:not([type=checkbox]), select, textarea")) return;
    const row = target.closest<HTMLElement>("[data-case]");
    const rows = [...currentTarget.querySelectorAll<HTMLElement>("[data-case]")];
    const step = steps[key];
    if (key === "x" && row?.dataset["case"] !== undefined) onSelect(row.dataset["case"]);
    else if (step !== undefined && rows.length > 0) {
      const from = row === null ? -1 : rows.indexOf(row);
      rows[Math.min(Math.max(from + step, 0), rows.length - 1)]?.querySelector("a")?.focus();
    } else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listened = place.current;
    listened?.addEventListener("keydown", press);
    return () => listened?.removeEventListener("keydown", press);
  }, [place]);
}
