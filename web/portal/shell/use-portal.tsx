import { createContext, useContext } from "react";
import type {
  Dossier,
  Explanation,
  Interview,
  Pack,
  Problem,
  Question,
  Result,
} from "../../../src/policy/browser.ts";
import type { Journey } from "../journey/journey.ts";
import type { Visit } from "./route.ts";
import type { Go } from "./use-visit.ts";

/** What every page of the walk reads and may do. */
export type Portal = {
  readonly pack: Pack;
  /** The day asked about: today on this device. */
  readonly today: string;
  readonly journey: Journey;
  readonly change: (journey: Journey) => void;
  readonly askErase: () => void;
  readonly visit: Visit;
  readonly go: Go;
  /** The engine's answer to what is said so far; null until service and place are chosen. */
  readonly result: Result<Answered, Problem> | null;
};

export type Answered = {
  readonly dossier: Dossier;
  readonly question: Question;
  readonly explanation: Explanation;
  readonly interview: Interview;
};

export const PortalContext = createContext<Portal | null>(null);

export function usePortal(): Portal {
  const portal = useContext(PortalContext);
  if (portal === null) throw new Error("usePortal outside its context");
  return portal;
}
