import { useRef, useState } from "react";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { isEmpty } from "../journey/journey.ts";
import { largestFile, readFile } from "../journey/saved-file.ts";
import { BackLink } from "../shell/back-link.tsx";
import { firstOpenStep } from "../shell/guard.ts";
import { PageHeading } from "../shell/heading.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { describeFault, type Fault } from "./describe-fault.ts";

/** Opens a saved file. What cannot be read is said field by field, and then nothing is opened. */
export function OpenPage() {
  const speech = useSpeech();
  const { m } = speech;
  const { pack, journey, change, go } = usePortal();
  const input = useRef<HTMLInputElement>(null);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    const whole = (said: string) => setFaults([{ field: m.file.wholeFile, said }]);
    if (file.size > largestFile) return whole(m.file.tooLarge);
    const text = await file.text().catch(() => undefined);
    if (text === undefined) return whole(m.file.unreadable);
    const read = readFile(text, pack);
    if (!read.ok) {
      setFaults(read.problems.map((problem) => describeFault(problem, pack.vocabulary, speech)));
      return;
    }
    change(read.value);
    const step = firstOpenStep(read.value);
    go(step.page === "question" ? { page: "answer" } : step);
  };
  return (
    <div className="page">
      <BackLink to={{ page: "welcome" }} />
      <PageHeading>{m.file.title}</PageHeading>
      <p className="hint">{m.file.hint}</p>
      {isEmpty(journey) ? null : (
        <Notice icon="warning" tone="unknown">
          <p>{m.file.replaces}</p>
        </Notice>
      )}
      <input
        ref={input}
        hidden
        type="file"
        accept="application/json,.json"
        aria-label={m.file.choose}
        onChange={(event) => {
          void open(event.target.files?.[0]);
          // So that the same file, once mended, can be chosen again.
          event.target.value = "";
        }}
      />
      <div className="actions">
        <Button onPress={() => input.current?.click()}>
          <Icon name="open" />
          {m.file.choose}
        </Button>
      </div>
      <div role="alert">
        {faults.length === 0 ? null : (
          <Notice tone="refused" icon="warning">
            <p>{m.file.faults(faults.length)}</p>
            <ul className="faults">
              {faults.map(({ field, said }) => (
                <li key={`${field} ${said}`}>
                  <strong>{field}</strong>
                  <p>{said}</p>
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </div>
  );
}
