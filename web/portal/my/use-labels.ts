import { useEffect, useState } from "react";
import type { Text } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { usePortal } from "../shell/use-portal.tsx";

type Codes = readonly { readonly code: string; readonly label: Text }[];
type Standards = {
  readonly lists: Readonly<Record<string, { readonly codes: Codes }>>;
  readonly divisions: readonly { readonly code: number; readonly name: Text }[];
};

let asked: Promise<Standards | null> | undefined;

/** The same public tables for everyone, so they are asked for once and kept while the page stands. */
function loadStandards(): Promise<Standards | null> {
  asked ??= fetch("/api/standards", { headers: { accept: "application/json" } })
    .then(async (response) => (response.ok ? ((await response.json()) as Standards) : null))
    .catch(() => null);
  return asked;
}

export type Labels = {
  readonly county: (code: number) => string;
  /** A paper by its code; one that has none is called by its own name. */
  readonly paper: (kind: string) => string;
  /** The statutory words of a code; the code itself until the tables have come. */
  readonly code: (
    list: "sex" | "marital-status" | "education" | "relation",
    code: number,
  ) => string;
};

/** What codes of the national standards are called. */
export function useLabels(): Labels {
  const { say } = useSpeech();
  const { pack } = usePortal();
  const [standards, setStandards] = useState<Standards | null>(null);
  useEffect(() => {
    let here = true;
    void loadStandards().then((tables) => (here ? setStandards(tables) : undefined));
    return () => {
      here = false;
    };
  }, []);
  return {
    county: (code) => {
      const place =
        pack.places.find((known) => known.code === String(code)) ??
        standards?.divisions.find((known) => known.code === code);
      return place === undefined ? String(code) : say(place.name);
    },
    paper: (kind) => {
      const known = ["paper", "register-paper"]
        .flatMap((list) => standards?.lists[list]?.codes ?? [])
        .find((entry) => entry.code === kind);
      return known === undefined ? kind : say(known.label);
    },
    code: (list, code) => {
      const codes = standards?.lists[list]?.codes ?? [];
      const written = String(code).padStart(codes[0]?.code.length ?? 0, "0");
      const known = codes.find((entry) => entry.code === written);
      return known === undefined ? written : say(known.label);
    },
  };
}
