import type { Outcome, Truth } from "../../../src/policy/browser.ts";
import type { IconName } from "../../ui/icon.tsx";

export const outcomeIcons: Readonly<Record<Outcome, IconName>> = {
  granted: "yes",
  refused: "no",
  unknown: "ask",
  refer: "clerk",
};

export const truthIcons: Readonly<Record<Truth, IconName>> = {
  true: "yes",
  false: "no",
  unknown: "ask",
};
