import { useEffect } from "react";
import { servicesOf, type Pack } from "../../../src/policy/browser.ts";
import { findServiceWords } from "../../i18n/services.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { emptyJourney, kindFact, withAnswer, type Journey } from "../journey/journey.ts";
import { holdsAnywhere } from "../journey/portable.ts";
import { withCounty } from "../journey/journey.ts";
import { listKinds } from "../place/place-kinds.ts";
import { chainOf } from "../place/chains.ts";
import { firstOpenStep } from "../shell/guard.ts";
import { PageHeading } from "../shell/heading.tsx";
import type { Link } from "../shell/route.ts";
import { usePortal } from "../shell/use-portal.tsx";

/** A link opens at the first step it leaves open; where it would clear answers, it asks first. */
export function LinkPage({ link }: { readonly link: Link }) {
  const { m, say } = useSpeech();
  const { pack, journey, change, go } = usePortal();
  const place = pack.places.find(({ code }) => code === link.county);
  const target = followLink(pack, journey, link);
  const loses = target !== undefined && target.answers.length < journey.answers.length;
  const open = (next: Journey) => {
    change(next);
    go(firstOpenStep(next), { replace: true });
  };
  useEffect(() => {
    if (target !== undefined && !loses) open(target);
  });
  if (target === undefined || place === undefined) {
    return (
      <div className="page">
        <PageHeading>{m.service.title}</PageHeading>
        <p>{m.link.unknown}</p>
        <div className="actions">
          <Button onPress={() => go({ page: "service" })}>{m.welcome.start}</Button>
        </div>
      </div>
    );
  }
  if (!loses) return null;
  return (
    <div className="page">
      <PageHeading>{m.link.ask}</PageHeading>
      <p>{m.link.askText(findServiceWords(m, link.service).title, say(place.name))}</p>
      <div className="actions">
        <Button onPress={() => open(target)}>{m.link.yes}</Button>
        <Button look="quiet" onPress={() => go(firstOpenStep(journey), { replace: true })}>
          {m.link.no}
        </Button>
      </div>
    </div>
  );
}

/** The journey as the link asks for it, or undefined where the pack knows no such service, place or text. */
function followLink(pack: Pack, journey: Journey, link: Link): Journey | undefined {
  const { service, county, kind, law } = link;
  const chain = chainOf(pack, county);
  const kinds = listKinds(pack.vocabulary).map(({ id }) => id);
  const fits =
    servicesOf(pack).includes(service) &&
    pack.places.some(({ code }) => code === county) &&
    chain !== undefined &&
    (law === emptyJourney.law || chain.instruments.includes(law)) &&
    (kind === null || kinds.includes(kind));
  if (!fits) return undefined;
  const there = withCounty(journey, county, holdsAnywhere(pack.vocabulary));
  const asked = { ...there, service, law };
  return kind === null ? asked : withAnswer(asked, { fact: kindFact, value: kind });
}
