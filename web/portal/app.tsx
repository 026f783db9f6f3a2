import { useMemo, useState } from "react";
import type { Pack } from "../../src/policy/browser.ts";
import { catalogues, SpeechProvider } from "../i18n/use-messages.tsx";
import { AskDialog } from "../ui/ask-dialog.tsx";
import { answerJourney } from "./journey/answer-dossier.ts";
import { emptyJourney, isEmpty, type Journey } from "./journey/journey.ts";
import { journeyKey, readJourney } from "./journey/stored-journey.ts";
import { Frame } from "./shell/frame.tsx";
import { tabStore } from "./shell/kept.ts";
import { Pages } from "./shell/pages.tsx";
import { usePreferences } from "./shell/preferences.ts";
import { readToday } from "./shell/today.ts";
import { TroubleBoundary } from "./shell/trouble.tsx";
import { PortalContext, type Portal } from "./shell/use-portal.tsx";
import { useVisit } from "./shell/use-visit.ts";

export function App({ pack }: { readonly pack: Pack }) {
  const preferences = usePreferences();
  const { visit, go } = useVisit();
  const [stored] = useState(() => readJourney(tabStore.read(journeyKey), pack));
  const [lost, setLost] = useState(stored.lost);
  const [journey, setJourney] = useState(stored.journey);
  const [today] = useState(() => readToday(new Date()));
  const [erasing, setErasing] = useState(false);
  const result = useMemo(() => answerJourney(pack, journey, today), [pack, journey, today]);

  const change = (next: Journey) => {
    setLost(false);
    setJourney(next);
    if (isEmpty(next)) tabStore.erase(journeyKey);
    else tabStore.write(journeyKey, JSON.stringify(next));
  };
  const erase = () => {
    setErasing(false);
    change(emptyJourney);
    go({ page: "welcome" });
  };
  const portal: Portal = {
    pack,
    today,
    journey,
    change,
    askErase: () => setErasing(true),
    visit,
    go,
    result,
  };
  const words = catalogues[preferences.locale].erase;
  return (
    <SpeechProvider locale={preferences.locale} script={preferences.script}>
      <PortalContext value={portal}>
        <Frame preferences={preferences} lost={lost}>
          <TroubleBoundary onRestart={erase}>
            <Pages onRestart={erase} />
          </TroubleBoundary>
        </Frame>
        {erasing ? <AskDialog {...words} onYes={erase} onNo={() => setErasing(false)} /> : null}
      </PortalContext>
    </SpeechProvider>
  );
}
