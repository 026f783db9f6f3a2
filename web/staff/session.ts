import type { Text } from "../../src/policy/browser.ts";

export type StaffRole =
  | "window-clerk"
  | "approver"
  | "department-officer"
  | "lawmaker"
  | "auditor"
  | "data-protection-officer";

/** Who is signed in at this browser, as GET /api/session tells. */
export type Session = {
  readonly name: Text;
  readonly role: StaffRole | "resident";
  readonly counties: readonly number[];
  /** The moment at which the session ends by itself. */
  readonly expires: string;
};
