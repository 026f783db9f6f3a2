import type { upkeepZhCn } from "./upkeep-zh-cn.ts";

/** What the commands that keep the register sound say in English. */
export const upkeepEn: Readonly<Record<keyof typeof upkeepZhCn, string>> = {
  progressEvents: "{step}: {done} of {total} events",
  stepVerify: "Verifying",
  stepRebuild: "Rebuilding",
  stepConstraints: "Making indexes and constraints",
  stepBackup: "Writing {table}",
  stepCheck: "Checking the archive",
  stepLoad: "Reading it in",
  keysLost:
    "the database was signed with {keys}, which the folder of keys {folder} does not have. Put the folder back; if it is lost for good, luohu checkpoint --adopt believes the public keys of the database from now on",
  keysMissing:
    "there is no key in {folder} that can sign. luohu checkpoint --rotate makes a new one",
  keysDamaged: "key file {path} is damaged",
  keysOpen: "others can read key file {path}. Close it first (chmod 600)",
  chainBroken:
    "the chain of {county} does not hold at event {seq}, so nothing was changed. luohu verify says more",
  rebuildUnderWay: "another rebuild is under way; wait until it is done",
  badCounty: "--county {value} is not the six-digit code of a county, as 650102",
  countyUnknown: "the register has nothing of {county}",
  verifiedCounty: "{county}: {events} events, signed through {through} ({signed})",
  verifiedUnsigned: "{county}: {events} events, none signed yet",
  verifiedTail: "; the last {tail}, from {since} on, no signature protects yet",
  verifiedErased: "; {erased} lawfully erased",
  verifiedFine:
    "No faults; counties: {counties}, events: {events}; signatures, links, contents and the present agree",
  verifiedFaults: "Faults: {faults}",
  exchangeSigned:
    "{county}: exchange log of {entries} entries, signed through {through} ({signed})",
  exchangeUnsigned: "{county}: exchange log of {entries} entries, none signed yet",
  exchangeSound: "; all agree with what was asked and answered",
  exchangeEntry: "{county}, exchange log, entry {seq}",
  exchangeLog: "{county}, exchange log",
  exchange_department_differs: "names another department than the request",
  exchange_outcome_differs: "says something else became of it than the request",
  exchange_not_logged: "a request is not in it",
  verifiedMore: "{more} more are not listed",
  faultEvent: "{county} event {seq}",
  faultCounty: "{county}",
  fault_event_rewritten: "was rewritten: it is not what was signed",
  fault_event_removed: "was removed",
  fault_event_inserted: "was put in later",
  fault_event_moved: "stands at {now} ({count} in a row)",
  fault_hashes_recomputed: "{from} to {through} carry recomputed hashes; the events are genuine",
  fault_link_broken: "does not link to the one before it",
  fault_event_missing: "{from} to {through} are missing",
  fault_head_differs: "the head of the chain is not its last event",
  fault_payload_changed: "its content is not what was digested",
  fault_payload_missing: "its content is missing, and no erasure names it",
  fault_payload_inserted: "a content belongs to no event",
  fault_payload_kept: "was lawfully erased, and its content is there",
  fault_payload_unreadable: "its content cannot be read, or contradicts the events before it",
  fault_column_differs: "column {column} is not what the content says",
  fault_checkpoint_missing:
    "the signature of {from} to {through} ({signed}) is gone from the database",
  fault_checkpoint_gap: "signatures leave a gap: the next should begin at {expected}",
  fault_stretch_differs: "some event of {from} to {through} is not what was signed",
  fault_checkpoint_changed: "the signature of {from} to {through} does not hold",
  fault_checkpoint_unknown_key: "{from} to {through} were signed with the unknown key {key}",
  fault_key_differs: "the database publishes key {key} otherwise than the folder of keys",
  fault_row_changed: "table {table}, {key}: {column} is not what the events say",
  fault_row_missing: "table {table}: a row of {key} is missing",
  fault_row_inserted: "table {table}: a row of {key} follows from no event",
  fault_rule_broken: "rule {rule} of the register does not hold",
  rebuilt: "Rebuilt: {counties} counties, {events} events in {seconds} s, {rate} events/s",
  keyRotated: "New key: {key}; of the old one only the public half is kept",
  keysAdopted: "{count} public keys of the database are believed from now on",
  checkpointsNone: "There is nothing new to sign",
  checkpointSigned: "{county}: signed {from} to {through}",
  checkpointSignedExchange: "{county}: signed {from} to {through} of the exchange log",
  checkpointRefused:
    "{county}: not signed, the chain does not hold at event {seq}. luohu verify says more",
  noBackupFile: "name the file of the backup",
  backupThere: "{file} is there already; a backup writes over nothing",
  fileFailed: "{file} cannot be used ({reason})",
  backedUp: "Backed up to {file}: {events} events, {bytes} bytes",
  backupKeys: "The private signing keys are not in it: keep {folder} safe as well",
  archiveNot: "{file} is no backup of Luohu",
  archiveNewer: "{file} was written by a newer version; restore it with that version",
  archiveDamaged: "{file} is damaged: {section}",
  archiveShort: "{file} is cut short in {section}",
  placeNotEmpty: "the database has something in it; a backup is restored into an empty one only",
  restored: "Restored: {events} events, backed up {taken}; rebuilt in {seconds} s",
  helpVerify: `Usage: luohu verify [options]

Reads the whole register, county by county: checks every event's link, content and signature, folds the present from
the events again and compares every row of every table, and checks the rules of the register. Events that were
rewritten, removed, put in or moved before the newest signature are named; what no signature protects yet is stated.
Exit code 1 when there is a fault.

Options:
  --county <code>       only this county
  --json                print one JSON object and nothing else
  --lang zh-CN|en       language
`,
  helpRebuild: `Usage: luohu rebuild [options]

Makes the tables of the present anew from the events and checks the chains on the way. They are made beside the old
ones and swapped in at once. Whoever reads or writes the register waits meanwhile; if it is stopped, nothing has changed.

Options:
  --lang zh-CN|en       language
`,
  helpCheckpoint: `Usage: luohu checkpoint [options]

Signs what every county recorded since its last signature, in the register and in the exchange log, and writes the
signatures into heads.jsonl and exchange-heads.jsonl beside the keys as well. The running server does it at intervals
(setting LUOHU_CHECKPOINT_SECONDS, default 60).

Options:
  --rotate              make a new key; of the old one only the public half is kept
  --adopt               when the folder of keys was lost: believe the public keys that the database publishes
  --lang zh-CN|en       language
`,
  helpBackup: `Usage: luohu backup <file> [options]

Writes the register into one checksummed file: events, contents, signatures, public keys, receipts, proposals, look-ups,
accounts and appointments. Tables that follow from the events, open sign-ins and the private keys are not in it. Only
you can read the file.

Options:
  --lang zh-CN|en       language
`,
  helpRestore: `Usage: luohu restore <file> [options]

Reads a backup into an empty database, rebuilds the tables of the present and verifies all of it. Where something is
there already, or the file is damaged or from a newer version, nothing is touched. Exit code 1 when there is a fault.

Options:
  --lang zh-CN|en       language
`,
};
