import { fill } from "../policy/index.ts";
import type { Fault, FaultCode } from "../register/index.ts";
import type { Call } from "./command.ts";
import type { Texts } from "./text/texts.ts";

/** The text of each code. */
export const faultWords: Readonly<Record<FaultCode, keyof Texts>> = {
  "event-rewritten": "fault_event_rewritten",
  "event-removed": "fault_event_removed",
  "event-inserted": "fault_event_inserted",
  "event-moved": "fault_event_moved",
  "hashes-recomputed": "fault_hashes_recomputed",
  "link-broken": "fault_link_broken",
  "event-missing": "fault_event_missing",
  "head-differs": "fault_head_differs",
  "payload-changed": "fault_payload_changed",
  "payload-missing": "fault_payload_missing",
  "payload-inserted": "fault_payload_inserted",
  "payload-kept": "fault_payload_kept",
  "payload-unreadable": "fault_payload_unreadable",
  "column-differs": "fault_column_differs",
  "checkpoint-missing": "fault_checkpoint_missing",
  "checkpoint-gap": "fault_checkpoint_gap",
  "stretch-differs": "fault_stretch_differs",
  "checkpoint-changed": "fault_checkpoint_changed",
  "checkpoint-unknown-key": "fault_checkpoint_unknown_key",
  "key-differs": "fault_key_differs",
  "row-changed": "fault_row_changed",
  "row-missing": "fault_row_missing",
  "row-inserted": "fault_row_inserted",
  "rule-broken": "fault_rule_broken",
};

/** One line: where, what, and the code for those who look it up. */
export function describeFault(fault: Fault, { texts }: Pick<Call, "texts">): string {
  const { county, seq, event, values } = fault;
  const where =
    seq === null ? fill(texts.faultCounty, { county }) : fill(texts.faultEvent, { county, seq });
  const said = fill(texts[faultWords[fault.code]], values);
  const code = event === null ? fault.code : `${fault.code} ${event}`;
  return `${where}: ${said} [${code}]`;
}
