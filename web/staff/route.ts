import { useEffect, useState } from "react";

/** Where a face stands, as in `#/people/45`: words, then internal numbers, never anything about a person. */
export type Route = {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
};

function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  return {
    path: path.split("/").filter((part) => part !== ""),
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

export function useRoute(): Route {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const follow = () => setHash(window.location.hash);
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);
  return readRoute(hash);
}

/** Turns to a page; `replace` leaves no step back to the one before. */
export function goTo(hash: string, how: "push" | "replace" = "push"): void {
  if (how === "push") {
    window.location.hash = hash;
    return;
  }
  window.location.replace(hash);
}
