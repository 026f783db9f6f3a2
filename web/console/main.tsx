import { StaffApp } from "../staff/staff-app.tsx";
import { startFace } from "../staff/start.tsx";
import type { Staff } from "../staff/use-staff.tsx";
import { Pages } from "./pages.tsx";
import { consoleCatalogues } from "./catalogues.ts";
import "./console.css";

/** Each role has its own pages. */
function listPlaces({ locale, session }: Staff) {
  const { menu } = consoleCatalogues[locale];
  const chains = { hash: "#/", label: menu.chains, shortcut: "c" };
  const looks = { hash: "#/look-ups", label: menu.looks, shortcut: "l" };
  const erasure = { hash: "#/erasure", label: menu.erasure, shortcut: "e" };
  if (session.role === "auditor") return [chains, looks];
  if (session.role === "data-protection-officer") return [chains, looks, erasure];
  return [{ hash: "#/", label: menu.start, shortcut: "s" }];
}

startFace(
  <StaffApp
    title={{ "zh-CN": consoleCatalogues["zh-CN"].title, en: consoleCatalogues.en.title }}
    roles={["auditor", "data-protection-officer", "lawmaker", "department-officer"]}
    places={listPlaces}
  >
    <Pages />
  </StaffApp>,
);
