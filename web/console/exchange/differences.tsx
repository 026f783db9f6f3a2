import type { DepartmentLog } from "../../../src/exchange/contract.ts";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";

/** More of one department tell nothing new. */
const mostShown = 50;

/** Where the log of a department and ours contradict each other: by case, and nobody by name. */
export function Differences({ differences }: Pick<DepartmentLog, "differences">) {
  const { departments: words } = useTexts().exchange;
  const place = usePlace();
  return (
    <ul className="differences">
      {differences.slice(0, mostShown).map(({ request, county, case: reference, code }) => (
        <li key={`${request} ${code}`}>
          <strong>{words.codes[code] ?? code}</strong>
          <span className="console-soft">
            {reference === null || county === null
              ? words.unknown(request)
              : words.where(reference, place(county))}
          </span>
        </li>
      ))}
    </ul>
  );
}
