import { statement } from "../../platform/postgres/index.ts";

export const findInstallation = statement<{ readonly kind: "demo" | "real" }>(
  "find-installation",
  "SELECT kind FROM installation",
);

/** Values: demo or real. Once said, it cannot be said again. */
export const markInstallation = statement(
  "mark-installation",
  "INSERT INTO installation (kind) VALUES ($1)",
);
