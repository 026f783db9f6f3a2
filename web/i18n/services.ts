import type { Outcome } from "../../src/policy/browser.ts";
import type { Messages } from "./messages.ts";

/** How the page speaks of one service. */
export type ServiceWords = {
  readonly title: string;
  readonly note: string;
  /** Asks for the place. */
  readonly where: string;
  readonly headline: Readonly<Record<Outcome, (place: string) => string>>;
};

/** The catalogue's words; a service that a pack adds is called by its id until it has some. */
export function findServiceWords(m: Messages, service: string | null): ServiceWords {
  const id = service ?? "";
  return Object.hasOwn(m.services, id) ? m.services[id]! : m.otherService(id);
}
