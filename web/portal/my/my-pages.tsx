import { lazy, Suspense } from "react";
import type { MyPart } from "../shell/route.ts";
import { HouseholdPage } from "./household/household-page.tsx";
import { LookUpsPage } from "./looks/look-ups-page.tsx";
import { MyFrame } from "./my-frame.tsx";
import { OwnDoor, Waiting } from "./own-door.tsx";
import { RecordPage } from "./record/record-page.tsx";
import { WithCases } from "./use-cases.tsx";

/** In a file of their own: who only looks up their record does not fetch them. */
const CasesPages = lazy(async () => ({
  default: (await import("./cases/cases-pages.tsx")).CasesPages,
}));

type MyPagesProps = { readonly part: MyPart; readonly of: string | undefined };

/** A person's own pages. */
export function MyPages({ part, of }: MyPagesProps) {
  return (
    <OwnDoor>
      <WithCases>
        <MyFrame part={part}>
          {part === "record" ? <RecordPage /> : null}
          {part === "household" ? <HouseholdPage /> : null}
          {part === "cases" ? (
            <Suspense fallback={<Waiting />}>
              <CasesPages of={of} />
            </Suspense>
          ) : null}
          {part === "look-ups" ? <LookUpsPage /> : null}
        </MyFrame>
      </WithCases>
    </OwnDoor>
  );
}
