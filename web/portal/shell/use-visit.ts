import { useCallback, useSyncExternalStore } from "react";
import { formatRoute, parseRoute, readAside, type Aside, type Route, type Visit } from "./route.ts";

const moved = "luohu:moved";

let current: Visit = read();

function read(): Visit {
  return { route: parseRoute(window.location.hash), aside: readAside(window.history.state) };
}

function subscribe(notify: () => void): () => void {
  const update = () => {
    current = read();
    notify();
  };
  window.addEventListener("popstate", update);
  window.addEventListener(moved, update);
  // The address may have changed while the page was still being made.
  if (formatRoute(current.route) !== formatRoute(read().route)) update();
  return () => {
    window.removeEventListener("popstate", update);
    window.removeEventListener(moved, update);
  };
}

export type Go = (
  route: Route,
  options?: { readonly aside?: Aside; readonly replace?: boolean },
) => void;

/** The place in the walk, kept in the address, so that the browser's back and forward work. */
export function useVisit(): { readonly visit: Visit; readonly go: Go } {
  const visit = useSyncExternalStore(subscribe, () => current);
  const go = useCallback<Go>((route, { aside = {}, replace = false } = {}) => {
    const change = replace ? "replaceState" : "pushState";
    window.history[change](aside, "", formatRoute(route));
    window.dispatchEvent(new Event(moved));
  }, []);
  return { visit, go };
}
