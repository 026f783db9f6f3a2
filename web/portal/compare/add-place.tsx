import { useId, useState } from "react";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { groupPlaces } from "../place/place-search.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { listCompared, mostPlaces } from "./compare-places.ts";

export function AddPlace() {
  const { m, say } = useSpeech();
  const { pack, journey, change } = usePortal();
  const id = useId();
  const [code, setCode] = useState("");
  const shown = listCompared(journey);
  if (shown.length >= mostPlaces) return <p className="hint">{m.compare.full}</p>;
  const add = () => {
    if (code === "" || shown.includes(code)) return;
    change({ ...journey, compared: [...journey.compared, code] });
    setCode("");
  };
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label htmlFor={id}>{m.compare.add}</label>
      <div className="add-place">
        <select
          id={id}
          className="input"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        >
          <option value="">{m.question.chooseCounty}</option>
          {groupPlaces(pack.places).map((group) => (
            <optgroup
              key={group.code}
              label={group.prefecture === undefined ? m.place.direct : say(group.prefecture.name)}
            >
              {group.counties
                .filter((place) => !shown.includes(place.code))
                .map((place) => (
                  <option key={place.code} value={place.code}>
                    {say(place.name)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
        <Button type="submit" look="quiet">
          {m.compare.add}
        </Button>
      </div>
    </form>
  );
}
