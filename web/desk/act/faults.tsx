import { createContext, useContext } from "react";

/** What is wrong with the act as typed, by the path of its field. */
export type Faults = ReadonlyMap<string, string>;

export const FaultsContext = createContext<Faults>(new Map());

export const useFault = (path: string): string | undefined => useContext(FaultsContext).get(path);

/** Fields are found by the path of what they become in the act. */
export const fieldId = (path: string): string => `field-${path.replaceAll(".", "-")}`;

/** What the page calls the field that a fault names; empty where it has no field of its own. */
export function nameField(path: string): string {
  const element = document.getElementById(fieldId(path));
  const label =
    element instanceof HTMLInputElement || element instanceof HTMLSelectElement
      ? element.labels?.[0]
      : element?.querySelector("legend");
  return label?.textContent ?? "";
}

/** Goes to the field that a fault names, or to the nearest group around it. */
export function focusField(path: string): void {
  for (let parts = path.split("."); parts.length > 0; parts = parts.slice(0, -1)) {
    const element = document.getElementById(fieldId(parts.join(".")));
    if (element === null) continue;
    element.scrollIntoView({ block: "center" });
    element.focus();
    return;
  }
}
