import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { z } from "zod";
import type { standardsAnswer } from "../../src/standards/contract.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { useLoad, type Loaded } from "./use-load.ts";
import { useStaff } from "./use-staff.tsx";
import { Waiting } from "./waiting.tsx";

type StandardsAnswer = z.output<typeof standardsAnswer>;
type ListName = keyof StandardsAnswer["lists"];

export type CodeChoice = { readonly code: number | string; readonly label: string };

/** The national codes in the language of the page. */
export type Standards = {
  readonly label: (list: ListName, code: number | string) => string;
  readonly choices: (list: ListName) => readonly CodeChoice[];
  /** A county by name, under its prefecture where that helps. */
  readonly place: (code: number) => string;
  readonly counties: readonly CodeChoice[];
  /** A paper by its code in either list, or in the words that were typed. */
  readonly paper: (kind: string) => string;
};

type Fetched = {
  readonly standards: Standards | null;
  readonly loaded: Loaded<StandardsAnswer>;
  readonly reload: () => void;
};

const StandardsContext = createContext<Fetched | null>(null);

/** Fetched once when a face opens; every page words codes by it. */
export function StandardsProvider({ children }: { readonly children: ReactNode }) {
  const { call, say } = useStaff();
  const { loaded, reload } = useLoad<StandardsAnswer>("standards", (signal) =>
    call("/api/standards", { signal }),
  );
  const answer = loaded.state === "here" ? loaded.value : null;
  const standards = useMemo(
    () => (answer === null ? null : readStandards(answer, say)),
    [answer, say],
  );
  const fetched = useMemo(() => ({ standards, loaded, reload }), [standards, loaded, reload]);
  return <StandardsContext value={fetched}>{children}</StandardsContext>;
}

function useFetched(): Fetched {
  const fetched = useContext(StandardsContext);
  if (fetched === null) throw new Error("standards are used outside StandardsProvider");
  return fetched;
}

/** Pages begin once the codes are there. */
export function StandardsGate({ children }: { readonly children: ReactNode }) {
  const { standards, loaded, reload } = useFetched();
  if (loaded.state === "failed") return <ProblemNotice problem={loaded.problem} onAgain={reload} />;
  if (standards === null)
    return <Waiting slow={loaded.state === "loading" && loaded.slow} rows={6} />;
  return children;
}

/** A county by its name, as soon as names are there. */
export function usePlaceName(): (county: number) => string {
  const { standards } = useFetched();
  return (county) => standards?.place(county) ?? String(county);
}

function readStandards(
  { lists, divisions }: StandardsAnswer,
  say: (text: StandardsAnswer["divisions"][number]["name"]) => string,
): Standards {
  const names = new Map(divisions.map(({ code, name }) => [code, say(name)]));
  const papers = [...lists["register-paper"].codes, ...lists.paper.codes];
  const numeric = (code: string) => (/^\d+$/.test(code) ? Number(code) : code);
  return {
    label: (list, code) => {
      const found = lists[list].codes.find((entry) => numeric(entry.code) === numeric(`${code}`));
      return found === undefined ? String(code) : say(found.label);
    },
    choices: (list) =>
      lists[list].codes.map(({ code, label }) => ({ code: numeric(code), label: say(label) })),
    paper: (kind) => {
      const found = papers.find(({ code }) => code === kind);
      return found === undefined ? kind : say(found.label);
    },
    place: (code) => names.get(code) ?? String(code),
    counties: divisions
      .filter(({ level }) => level === "county")
      .map(({ code, name }) => ({ code, label: say(name) })),
  };
}

/** For pages behind the gate. */
export function useStandards(): Standards {
  const { standards } = useFetched();
  if (standards === null) throw new Error("useStandards before the gate");
  return standards;
}
