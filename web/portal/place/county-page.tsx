import { useSpeech } from "../../i18n/use-messages.tsx";
import { BackLink } from "../shell/back-link.tsx";
import { PageHeading } from "../shell/heading.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { PlaceRows } from "./place-rows.tsx";
import { groupPlaces } from "./place-search.ts";
import { useChooseCounty } from "./use-choose-county.tsx";

export function CountyPage() {
  const { m, say } = useSpeech();
  const { pack, journey } = usePortal();
  const { chooseCounty, dialog } = useChooseCounty();
  const group = groupPlaces(pack.places).find(({ code }) => code === journey.prefecture);
  if (group === undefined) return null;
  const { prefecture, counties } = group;
  return (
    <div className="page">
      <BackLink to={{ page: "place" }} />
      <p className="eyebrow">{prefecture === undefined ? m.place.direct : say(prefecture.name)}</p>
      <PageHeading>{m.place.countyTitle}</PageHeading>
      <PlaceRows
        rows={counties.map((place) => ({
          key: place.code,
          title: say(place.name),
          chosen: place.code === journey.county,
          onChoose: () => chooseCounty(place),
        }))}
      />
      {dialog}
    </div>
  );
}
