import { useState } from "react";
import type { NamedPlace } from "../../../src/policy/browser.ts";
import { findServiceWords } from "../../i18n/services.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Icon } from "../../ui/icon.tsx";
import { BackLink } from "../shell/back-link.tsx";
import { PageHeading } from "../shell/heading.tsx";
import { useLater } from "../shell/use-later.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { isMadeUp } from "./chains.ts";
import { PlaceRows } from "./place-rows.tsx";
import { groupPlaces, searchPlaces } from "./place-search.ts";
import { useChooseCounty } from "./use-choose-county.tsx";

/** Prefecture first, or straight to the county by its name. */
export function PlacePage() {
  const { m, say } = useSpeech();
  const { pack, journey, change, go } = usePortal();
  const { chooseCounty, dialog } = useChooseCounty();
  const { sounds } = useLater();
  const [typed, setTyped] = useState("");
  const groups = groupPlaces(pack.places);
  const real = groups.filter((group) => !isMadeUp(group));
  const madeUp = groups.filter(isMadeUp).flatMap(({ counties }) => counties);
  const found = searchPlaces(pack.places, typed, sounds);
  const searching = typed.trim() !== "";
  const prefectureOf = (county: NamedPlace) =>
    groups.find(({ code }) => code === county.code.slice(0, 4))?.prefecture;
  return (
    <div className="page">
      <BackLink to={{ page: "service" }} />
      <PageHeading>{findServiceWords(m, journey.service).where}</PageHeading>
      <p className="hint">{m.place.hint}</p>
      <div className="field">
        <label htmlFor="place-search">{m.place.search}</label>
        <div className="search">
          <Icon name="search" />
          <input
            id="place-search"
            className="input"
            type="search"
            autoComplete="off"
            spellCheck={false}
            aria-describedby="place-search-hint"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <p id="place-search-hint" className="field-hint">
          {m.place.searchHint}
        </p>
      </div>
      <div role="status" className={searching ? "found" : "unseen"}>
        {searching ? (found.length === 0 ? m.place.none : m.place.found(found.length)) : ""}
      </div>
      {found.length === 0 ? null : (
        <PlaceRows
          rows={found.map((place) => {
            const prefecture = prefectureOf(place);
            return {
              key: place.code,
              title: say(place.name),
              note: prefecture === undefined ? m.place.direct : say(prefecture.name),
              chosen: place.code === journey.county,
              onChoose: () => chooseCounty(place),
            };
          })}
        />
      )}
      {searching && found.length > 0 ? null : (
        <section className="block" aria-labelledby="prefectures">
          <h2 id="prefectures" className="block-title">
            {m.place.prefectures}
          </h2>
          <PlaceRows
            rows={real.map(({ code, prefecture, counties }) => ({
              key: code,
              title: prefecture === undefined ? m.place.direct : say(prefecture.name),
              note: m.place.counties(counties.length),
              chosen: journey.prefecture === code,
              onChoose: () => {
                change({ ...journey, prefecture: code });
                go({ page: "county" });
              },
            }))}
          />
        </section>
      )}
      {searching || madeUp.length === 0 ? null : (
        <section className="block" aria-labelledby="made-up">
          <h2 id="made-up" className="block-title">
            {m.place.madeUp.title}
          </h2>
          <p className="hint">{m.place.madeUp.note}</p>
          <PlaceRows
            rows={madeUp.map((place) => ({
              key: place.code,
              title: say(place.name),
              chosen: place.code === journey.county,
              onChoose: () => chooseCounty(place),
            }))}
          />
        </section>
      )}
      {dialog}
    </div>
  );
}
