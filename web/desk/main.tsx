import { StaffApp } from "../staff/staff-app.tsx";
import { startFace } from "../staff/start.tsx";
import type { Staff } from "../staff/use-staff.tsx";
import { Pages } from "./pages.tsx";
import { deskEn } from "./texts-en.ts";
import { deskZhCN } from "./texts-zh-cn.ts";
import "./desk.css";
import "./act/act.css";

/** An approver decides what others propose; a clerk proposes and settles. */
function listPlaces({ locale, session }: Staff) {
  const { menu } = locale === "en" ? deskEn : deskZhCN;
  const shared = [
    { hash: "#/", label: menu.search, shortcut: "s" },
    { hash: "#/cases", label: menu.cases, shortcut: "c" },
  ];
  if (session.role === "approver")
    return [...shared, { hash: "#/approvals", label: menu.approvals, shortcut: "a" }];
  return [
    ...shared,
    { hash: "#/acts/settle", label: menu.settle, shortcut: "n" },
    { hash: "#/approvals", label: menu.proposals, shortcut: "a" },
  ];
}

startFace(
  <StaffApp
    title={{ "zh-CN": deskZhCN.title, en: deskEn.title }}
    roles={["window-clerk", "approver"]}
    places={listPlaces}
  >
    <Pages />
  </StaffApp>,
);
