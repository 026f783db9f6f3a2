import { useSpeech } from "../../i18n/use-messages.tsx";
import { applyCatalogues } from "./catalogues.ts";
import type { ApplyMessages } from "./messages.ts";

/** The words of an application in the language of the page. */
export function useApplyWords(): ApplyMessages {
  return applyCatalogues[useSpeech().locale];
}
