import { useId, useRef, useState } from "react";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Block } from "../answer/block.tsx";
import { findAnswer, kindFact } from "../journey/journey.ts";
import { formatRoute } from "../shell/route.ts";
import { usePortal } from "../shell/use-portal.tsx";

/** The question without the person: what is asked, where, and by which text. */
export function LinkBlock() {
  const { m } = useSpeech();
  const { journey } = usePortal();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<"yes" | "no" | null>(null);
  const { service, county, law } = journey;
  if (service === null || county === null) return null;
  const kind = findAnswer(journey, kindFact)?.value;
  const link = { service, county, kind: typeof kind === "string" ? kind : null, law };
  const address = new URL(formatRoute({ page: "link", link }), window.location.href).href;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setCopied("yes");
    } catch {
      input.current?.select();
      setCopied("no");
    }
  };
  return (
    <Block title={m.link.title} hint={m.link.note}>
      <div className="field">
        <label htmlFor={id}>{m.link.label}</label>
        <input
          ref={input}
          id={id}
          className="input"
          dir="ltr"
          readOnly
          value={address}
          onFocus={(event) => event.target.select()}
        />
        <div className="actions">
          <Button look="quiet" onPress={() => void copy()}>
            <Icon name="link" />
            {m.link.copy}
          </Button>
          <span role="status">
            {copied === null ? "" : copied === "yes" ? m.link.copied : m.link.notCopied}
          </span>
        </div>
      </div>
    </Block>
  );
}
