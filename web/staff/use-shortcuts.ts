import { useEffect } from "react";
import { goTo } from "./route.ts";

type Shortcut = { readonly hash: string; readonly shortcut: string };

/** Alt and a letter open a page. By the key's place, since Alt changes what some keyboards type. */
export function useShortcuts(places: readonly Shortcut[]): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const place = places.find(({ shortcut }) => event.code === `Key${shortcut.toUpperCase()}`);
      if (place === undefined) return;
      event.preventDefault();
      goTo(place.hash);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [places]);
}
