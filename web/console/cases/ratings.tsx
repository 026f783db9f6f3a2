import { Bars } from "../shared/bars.tsx";
import { useTexts } from "../use-texts.ts";
import type { CaseAudit } from "./shapes.ts";

/** How people rated the service, the best grade first; nobody is told who gave which. */
export function Ratings({ ratings }: Pick<CaseAudit, "ratings">) {
  const t = useTexts();
  const { ratings: words } = t.cases;
  const countOf = (grade: number) => ratings.find((each) => each.grade === grade)?.count ?? 0;
  return (
    <section aria-labelledby="ratings">
      <h2 id="ratings">{words.title}</h2>
      {ratings.length === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <Bars
          bars={[5, 4, 3, 2, 1].map((grade) => ({
            key: String(grade),
            label: words.grades[grade] ?? String(grade),
            count: countOf(grade),
            text: words.times(t.number(countOf(grade))),
          }))}
        />
      )}
    </section>
  );
}
