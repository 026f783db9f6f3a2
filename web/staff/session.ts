import type { z } from "zod";
import type { session } from "../../src/identity/contract.ts";

/** Who is signed in at this browser. */
export type Session = NonNullable<z.output<typeof session>["who"]>;
export type { StaffRole } from "../../src/identity/contract.ts";
