import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useLoad } from "../../staff/use-load.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { Waiting } from "../../staff/waiting.tsx";
import { MoreButton } from "../shared/more-button.tsx";
import { usePages } from "../shared/use-pages.ts";
import { useTexts } from "../use-texts.ts";
import { ExportBar } from "./export-bar.tsx";
import { OverrideTable } from "./override-table.tsx";
import { ReversalTable } from "./reversal-table.tsx";
import type { OverridePage } from "./shapes.ts";

/** `after` is the `next` of the page before. */
function overridesAddress(asked: string, after?: string): string {
  const query = new URLSearchParams(asked);
  if (after !== undefined) query.set("after", after);
  return `/api/audit/cases/overrides?${query}`;
}

/** Decisions that were not as advised or did not stand, with their reasons. */
export function Overrides({ asked }: { readonly asked: string }) {
  const { call } = useStaff();
  const { loaded, reload } = useLoad<OverridePage>(`overrides ${asked}`, (signal) =>
    call(overridesAddress(asked), { signal }),
  );
  if (loaded.state === "failed") return <ProblemNotice problem={loaded.problem} onAgain={reload} />;
  if (loaded.state === "loading") return <Waiting slow={loaded.slow} rows={4} />;
  return <Found first={loaded.value} asked={asked} />;
}

type FoundProps = { readonly first: OverridePage; readonly asked: string };

function Found({ first, asked }: FoundProps) {
  const { overrides: words } = useTexts().cases;
  const { pages, ...further } = usePages(first, ({ next }) =>
    next === null ? null : overridesAddress(asked, next),
  );
  const overrides = pages.flatMap((page) => page.overrides);
  return (
    <>
      <section aria-labelledby="overrides">
        <h2 id="overrides">{words.title}</h2>
        {overrides.length === 0 ? (
          <p role="status">{words.empty}</p>
        ) : (
          <>
            <p className="lead">{words.lead}</p>
            <ExportBar {...further} />
            <OverrideTable overrides={overrides} />
          </>
        )}
      </section>
      <ReversalTable reversals={pages.flatMap((page) => page.reversals)} />
      <MoreButton {...further} />
    </>
  );
}
