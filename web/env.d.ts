/// <reference types="vite/client" />

declare module "virtual:pack" {
  /** Where the rulebooks lie, as one JSON file loaded and checked at build time. */
  export const packUrl: string;
}

declare module "virtual:font.css";
