import type { MyPart } from "../shell/route.ts";
import { HouseholdPage } from "./household/household-page.tsx";
import { LookUpsPage } from "./looks/look-ups-page.tsx";
import { MyFrame } from "./my-frame.tsx";
import { OwnDoor } from "./own-door.tsx";
import { RecordPage } from "./record/record-page.tsx";

/** A person's own pages. */
export function MyPages({ part }: { readonly part: MyPart }) {
  return (
    <OwnDoor>
      <MyFrame part={part}>
        {part === "record" ? <RecordPage /> : null}
        {part === "household" ? <HouseholdPage /> : null}
        {part === "look-ups" ? <LookUpsPage /> : null}
      </MyFrame>
    </OwnDoor>
  );
}
