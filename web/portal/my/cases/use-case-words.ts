import { useSpeech } from "../../../i18n/use-messages.tsx";
import { caseCatalogues } from "./catalogues.ts";
import type { CaseMessages } from "./messages.ts";

/** The words of the pages about one's own cases, in the language of the page. */
export function useCaseWords(): CaseMessages {
  return caseCatalogues[useSpeech().locale];
}
