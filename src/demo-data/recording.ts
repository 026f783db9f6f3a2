// When and by whom made-up events are recorded.
import type { CountyEvent } from "../register/index.ts";
import { approver, type CastMember, clerk, neighbourClerk, neighbourCounty } from "./cast.ts";

type Signatory = { readonly account: string; readonly name: string };

/** An event as it is to be recorded. Events with the same `act` belong to one act. */
export type MadeUpRecord = CountyEvent & {
  readonly act: number;
  /** An instant, in office hours of the event's day. */
  readonly recorded: string;
  readonly actor: Signatory;
  readonly approver: Signatory | null;
};

const signatoryOf = ({ subject, name }: CastMember): Signatory => ({
  account: subject,
  name: name["zh-CN"],
});

/** What it gives records the events of one act, later than everything before. */
export function openRecorder(): (events: readonly CountyEvent[]) => readonly MadeUpRecord[] {
  let act = 0;
  let day = "";
  let second = 0;
  return (events) => {
    act += 1;
    return events.map(({ county, event }) => {
      // From half past nine in the morning, China's time.
      if (event.on !== day) [day, second] = [event.on, (act * 977) % 14_000];
      second += 7;
      const there = county === neighbourCounty;
      return {
        county,
        event,
        act,
        recorded: new Date(Date.parse(`${day}T01:30:00Z`) + second * 1000).toISOString(),
        actor: signatoryOf(there ? neighbourClerk : clerk),
        // Corrections with proof are approved by a second person.
        approver: !there && event.type === "particulars-corrected" ? signatoryOf(approver) : null,
      };
    });
  };
}
