import { useWords } from "../staff/use-staff.tsx";
import { consoleCatalogues } from "./catalogues.ts";
import type { ConsoleTexts } from "./texts.ts";

export const useTexts = (): ConsoleTexts => useWords(consoleCatalogues);
