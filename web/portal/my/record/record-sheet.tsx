import { useSpeech } from "../../../i18n/use-messages.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { particularNames } from "../messages.ts";
import { useMy } from "../use-my.tsx";
import { useWords } from "../use-words.ts";
import { Registrations } from "./registrations.tsx";
import { useDescribe } from "./use-describe.ts";

/** The record on one sheet of A4; on the screen it is not there. */
export function RecordSheet() {
  const { record: words } = useWords();
  const { m } = useSpeech();
  const { today } = usePortal();
  const describe = useDescribe();
  const { history } = useMy().record;
  return (
    <div className="my-sheet" aria-hidden="true">
      <header>
        <span>
          {m.name} · {words.title}
        </span>
        <span>{words.sheet.printed(m.day(today))}</span>
      </header>
      <dl>
        {particularNames.map((name) => (
          <div key={name}>
            <dt>{words.names[name]}</dt>
            <dd>
              <bdi className="name">
                {describe(name) ?? (name === "idNumber" ? words.noNumber : words.none)}
              </bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p className="my-sheet-title">{words.registrations.title}</p>
      <Registrations />
      <p className="my-sheet-title">{words.history.title}</p>
      <ul>
        {history
          .toSorted((one, other) => other.seq - one.seq)
          .slice(0, 8)
          .map(({ county, seq, on, type, hash }) => (
            <li key={`${county}-${seq}`}>
              {m.day(on)} {words.history.events[type] ?? type} · {words.history.place(seq)} ·{" "}
              {hash.slice(0, 16)}
            </li>
          ))}
      </ul>
      <p>{words.kept}</p>
      <p>{words.sheet.note}</p>
    </div>
  );
}
