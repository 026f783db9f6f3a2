// What is in a backup, in the order in which it is written and read back.

export type Section = { readonly table: string; readonly columns: readonly string[] };

export const sections: readonly Section[] = [
  { table: "installation", columns: ["one", "kind", "made"] },
  {
    table: "account",
    columns: ["account_id", "issuer", "subject", "name", "name_en", "created", "last_sign_in"],
  },
  {
    table: "appointment",
    columns: [
      "appointment_id",
      "account_id",
      "role",
      "counties",
      "department",
      "during",
      "created",
    ],
  },
  {
    table: "register_event",
    columns: [
      "county",
      "seq",
      "event_id",
      "type",
      "version",
      "effective",
      "recorded",
      "actor",
      "actor_name",
      "approver",
      "approver_name",
      "act_key",
      "digest",
      "prev_hash",
      "hash",
    ],
  },
  { table: "register_payload", columns: ["county", "event_id", "salt", "payload"] },
  { table: "signing_key", columns: ["key_id", "public_key", "since", "until"] },
  {
    table: "checkpoint",
    columns: ["county", "through_seq", "from_seq", "hashes", "signed", "key_id", "signature"],
  },
  {
    table: "act_receipt",
    columns: ["county", "act_key", "actor", "request_digest", "receipt", "at"],
  },
  {
    table: "proposal",
    columns: [
      "county",
      "proposal_id",
      "act_key",
      "request_digest",
      "act",
      "if_match",
      "people",
      "proposed_by",
      "proposed_by_name",
      "proposed",
      "state",
      "decided_by",
      "decided_by_name",
      "decided",
      "reason",
    ],
  },
  {
    table: "look_up",
    columns: [
      "county",
      "look_up_id",
      "at",
      "account",
      "actor_name",
      "role",
      "department",
      "purpose",
      "reference",
      "kind",
      "fields",
      "people",
    ],
  },
];

/**
 * What is not: tables of the present and heads of chains are folded from the events again, everyone signs in anew, and
 * which migrations there were is for the database to say that the backup is read into.
 */
export const leftOut: readonly string[] = [
  "booklet",
  "chain_head",
  "dwelling",
  "event_household",
  "event_person",
  "household",
  "identity_number",
  "membership",
  "person",
  "registration",
  "residence",
  "schema_migration",
  "session",
  "withholding",
];
