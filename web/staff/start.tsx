import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import "virtual:staff-font.css";
import "virtual:name-font.css";
import "../ui/tokens.css";
import "../ui/base.css";
import "./staff.css";
import { fetchFontsIfNeeded } from "../ui/own-fonts.ts";

/** Puts a face into its page once letters can be drawn. */
export function startFace(face: ReactNode): void {
  const place = document.getElementById("face");
  if (place === null) throw new Error("the page has no #face");
  void fetchFontsIfNeeded().finally(() => createRoot(place).render(face));
}
