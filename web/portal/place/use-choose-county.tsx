import { useState, type ReactNode } from "react";
import type { NamedPlace } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { AskDialog } from "../../ui/ask-dialog.tsx";
import { withCounty } from "../journey/journey.ts";
import { usePortal } from "../shell/use-portal.tsx";

/** Choosing another county clears the answers about the old one, so it asks first. */
export function useChooseCounty(): {
  readonly chooseCounty: (place: NamedPlace) => void;
  readonly dialog: ReactNode;
} {
  const { m } = useSpeech();
  const { journey, change, go } = usePortal();
  const [asked, setAsked] = useState<NamedPlace | null>(null);
  const settle = (place: NamedPlace) => {
    change(withCounty(journey, place.code.slice(0, 4), place.code));
    go({ page: "kind" });
  };
  const chooseCounty = (place: NamedPlace) => {
    const loses = place.code !== journey.county && journey.answers.length > 0;
    if (loses) setAsked(place);
    else settle(place);
  };
  const { title, text, yes, no } = m.place.change;
  const dialog =
    asked === null ? null : (
      <AskDialog
        title={title}
        text={text}
        yes={yes}
        no={no}
        onYes={() => settle(asked)}
        onNo={() => setAsked(null)}
      />
    );
  return { chooseCounty, dialog };
}
