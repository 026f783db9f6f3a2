/// <reference types="vite/client" />

declare module "virtual:pack" {
  /** Where the rulebooks lie, as one JSON file loaded and checked at build time. */
  export const packUrl: string;
  /** What nobody waits for: the readings of the rules and the names of places in pinyin. */
  export const laterUrl: string;
}

declare module "virtual:dossier-messages" {
  /** What can be wrong with a dossier, by code; filled once the later file has come. */
  export const dossierMessages: Record<string, unknown>;
}

declare module "virtual:font.css";
declare module "virtual:staff-font.css";
declare module "virtual:name-font.css";
