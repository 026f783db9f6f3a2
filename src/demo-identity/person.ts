import type { Role } from "../platform/auth/index.ts";
import type { Text } from "../policy/index.ts";

/** A made-up person who signs in with one click. */
export type DemoPerson = {
  /** Key at this provider. */
  readonly subject: string;
  readonly name: Text;
  readonly role: Role;
  readonly counties: readonly number[];
  /** Of residents: how the register knows them. */
  readonly idNumber?: string;
  /** What can be tried as them. */
  readonly story?: Text;
};

/** What a page needs to offer somebody's sign-in. */
export type DemoFace = Pick<DemoPerson, "subject" | "name" | "role" | "story">;
