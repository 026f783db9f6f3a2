import { servicesOf, type Pack } from "../../../src/policy/browser.ts";
import type { IconName } from "../../ui/icon.tsx";

/** Most asked first; a service that a pack adds comes after them. */
const order = ["settlement", "residence-permit", "benefits", "exam", "unregistered", "short-stay"];

export function listServices(pack: Pack): readonly string[] {
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return servicesOf(pack).toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

const icons: Readonly<Record<string, IconName>> = {
  settlement: "house",
  "residence-permit": "card",
  benefits: "hands",
  exam: "book",
  unregistered: "seedling",
  "short-stay": "clock",
};

export function serviceIcon(id: string): IconName {
  return icons[id] ?? "turn";
}

/** Whether some rule of the service lets somebody come along: only then is the family asked about. */
export function coversFamily(pack: Pack, service: string | null): boolean {
  return pack.rules.some(
    (rule) => rule.service === service && rule.covers.some(({ relation }) => relation !== "self"),
  );
}
