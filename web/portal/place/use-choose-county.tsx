import { useState, type ReactNode } from "react";
import type { NamedPlace } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { AskDialog } from "../../ui/ask-dialog.tsx";
import { withCounty } from "../journey/journey.ts";
import { holdsAnywhere } from "../journey/portable.ts";
import { firstOpenStep } from "../shell/guard.ts";
import { usePortal } from "../shell/use-portal.tsx";

/** Choosing another county clears the answers about the old one, so it asks first. */
export function useChooseCounty(): {
  readonly chooseCounty: (place: NamedPlace) => void;
  readonly dialog: ReactNode;
} {
  const { m } = useSpeech();
  const { pack, journey, change, go } = usePortal();
  const [asked, setAsked] = useState<NamedPlace | null>(null);
  const moveTo = ({ code }: NamedPlace) =>
    withCounty(journey, code, holdsAnywhere(pack.vocabulary));
  const settle = (place: NamedPlace) => {
    const there = moveTo(place);
    change(there);
    go(firstOpenStep(there));
  };
  const chooseCounty = (place: NamedPlace) => {
    const loses = moveTo(place).answers.length < journey.answers.length;
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
