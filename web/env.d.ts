/// <reference types="vite/client" />

declare module "virtual:pack" {
  /** Where the rulebooks lie, as one JSON file loaded and checked at build time. */
  export const packUrl: string;
  /** Places by code, with their names in pinyin: whole and by initials. */
  export const placeSounds: Readonly<Record<string, string>>;
}

declare module "virtual:font.css";
