// Cases that name somebody who is erased: whole where they applied, and without them where others did.
import type { Keeper, PapersKept, Register } from "../register/index.ts";
import { openReview, lastDecision } from "./domain/case.ts";
import { endOf } from "./domain/deadlines.ts";
import { type Declaration, getLimit, type Terms } from "./domain/declaration.ts";
import { redactActions } from "./domain/redact.ts";
import { countiesOfCases, eraseCase, listCasesNaming, restorePayloads } from "./store/erasures.ts";
import { loadCase, type StoredCase } from "./stored-case.ts";

/**
 * A case that is not finished, or whose decision can still be brought to court, has to stay (PIPL art. 47): for how long
 * is a limit of the service.
 */
export const caseKeeper = (
  declarations: readonly Declaration[],
  { calendar }: Register["tables"],
): Keeper => ({
  async countiesOf(tx, person) {
    return (await tx.run(countiesOfCases, [person])).map(({ county }) => county);
  },
  async hold(tx, whom, today) {
    const held: { readonly role: string; readonly stored: StoredCase }[] = [];
    for (const { county, case: key, role } of await tx.run(listCasesNaming, [whom.person])) {
      const stored = await loadCase(tx, county, key, true);
      if (stored !== undefined) held.push({ role, stored });
    }
    const kept = held.flatMap(({ stored }): readonly PapersKept[] => {
      const declaration = declarations.find(({ service }) => service === stored.row.service);
      if (declaration === undefined) throw new Error(`no service is called ${stored.row.service}`);
      return whyKept(stored, { declaration, calendar }, today);
    });
    return {
      kept,
      async erase(tx, { county, event }) {
        for (const { role, stored } of held) {
          const { row, actions } = stored;
          await tx.run(eraseCase, [county, event, row.county, row.case]);
          if (role === "applicant") continue;
          const left = redactActions(actions, whom).map((action) => JSON.stringify(action));
          await tx.run(restorePayloads, [row.county, row.case, left]);
        }
      },
    };
  },
});

const finished: ReadonlySet<string> = new Set(["draft", "withdrawn", "refused", "effected"]);

function whyKept({ row, state }: StoredCase, terms: Terms, today: string): PapersKept[] {
  const { reference } = row;
  if (!finished.has(state.stage) || openReview(state) !== undefined)
    return [{ code: "case-open", values: { case: reference } }];
  const decided = lastDecision(state)?.on;
  const until = decided === undefined ? undefined : endOf(getLimit(terms, "keep"), decided, terms);
  return until === undefined || today > until
    ? []
    : [{ code: "case-kept", values: { case: reference, until } }];
}
