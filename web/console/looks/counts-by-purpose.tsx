import { useTexts } from "../use-texts.ts";
import type { LookUpPage } from "./shapes.ts";

/** How many look-ups each purpose had: a bar for the eye, a number for everyone. */
export function CountsByPurpose({ counts }: Pick<LookUpPage, "counts">) {
  const t = useTexts();
  const { looks: words } = t;
  const purposes: Readonly<Record<string, string>> = words.purposes;
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{words.counts}</h2>
      <p role="status">{words.total(t.number(total))}</p>
      <ul className="counts">
        {counts.map(({ purpose, count }) => (
          <li key={purpose}>
            <span>{purposes[purpose] ?? purpose}</span>
            <span className="counts-bar" aria-hidden="true">
              <span style={{ inlineSize: `${(count / most) * 100}%` }} />
            </span>
            <span className="counts-number">{words.share(t.number(count))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
