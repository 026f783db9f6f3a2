import type { Role } from "./contract.ts";

/** Who is asking, in the one role that the session acts in. */
export type Principal = {
  /** Key of the account, a UUID. */
  readonly account: string;
  /** As shown to those whose data are looked at or changed. */
  readonly name: string;
  readonly role: Role;
  /** Counties (GB/T 2260) of the appointment; none for residents. */
  readonly counties: readonly number[];
  /** Department of the appointment, as rulebooks/vocabulary.yaml names it. */
  readonly department?: string;
  /** The register's person behind a resident. */
  readonly person?: number;
  /** The register's person behind a member of staff: nobody deals with their own case. */
  readonly oneself?: number;
};

/** A session that was found and has not ended. */
export type OpenSession = {
  readonly principal: Principal;
  /** What every request that changes something has to bring along. */
  readonly csrf: string;
  /** Tells sessions apart; not the secret in the cookie. */
  readonly key: string;
};
