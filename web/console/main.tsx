import { StaffApp } from "../staff/staff-app.tsx";
import { startFace } from "../staff/start.tsx";
import type { Staff } from "../staff/use-staff.tsx";
import { Pages } from "./pages.tsx";
import { consoleCatalogues } from "./catalogues.ts";
import "./console.css";
// In this order: what comes later overrules.
import "./oversight.css";
import "./narrow.css";

/** Each role has its own pages. */
function listPlaces({ locale, session }: Staff) {
  const { menu } = consoleCatalogues[locale];
  const chains = { hash: "#/", label: menu.chains, shortcut: "c" };
  const cases = { hash: "#/cases", label: menu.cases, shortcut: "k" };
  const exchange = { hash: "#/exchange", label: menu.exchange, shortcut: "x" };
  const looks = { hash: "#/look-ups", label: menu.looks, shortcut: "l" };
  const challenges = { hash: "#/challenges", label: menu.challenges, shortcut: "o" };
  const erasure = { hash: "#/erasure", label: menu.erasure, shortcut: "e" };
  switch (session.role) {
    case "auditor":
      return [chains, cases, exchange, looks];
    case "data-protection-officer":
      return [chains, challenges, looks, exchange, erasure];
    case "department-officer":
      return [{ hash: "#/", label: menu.requests, shortcut: "r" }];
    default:
      return [{ hash: "#/", label: menu.start, shortcut: "s" }];
  }
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
