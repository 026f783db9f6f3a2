import { useSpeech } from "../../i18n/use-messages.tsx";
import { myCatalogues } from "./catalogues.ts";
import type { MyMessages } from "./messages.ts";

/** The words of a person's own pages in the language of the page. */
export function useWords(): MyMessages {
  return myCatalogues[useSpeech().locale];
}
