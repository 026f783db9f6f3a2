import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Choice, ChoiceGroup } from "../../../ui/choice.tsx";
import { FieldError } from "../../../ui/field-error.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { type Draft, type Home, withHomes } from "../draft/draft.ts";
import { type Fault, homeField } from "../draft/faults.ts";
import type { Kin } from "../draft/kin.ts";
import { withRelationsAsOf } from "../draft/relations.ts";
import { useApplyWords } from "../use-words.ts";
import { AddressOrder } from "./address-order.tsx";
import { emptyHome, homeKinds } from "./empty-home.ts";
import { HomeFields } from "./home-fields.tsx";
import { type Order, placesIn } from "./order.ts";

type HomePartProps = {
  readonly draft: Draft;
  readonly self: number;
  readonly kin: readonly Kin[];
  readonly orders: readonly Order[];
  readonly faults: readonly Fault[];
  readonly onChange: (draft: Draft) => void;
};

/** Which addresses there are; which of them it is follows from the clause's order, or is chosen. */
export function HomePart({ draft, self, kin, orders, faults, onChange }: HomePartProps) {
  const { home: words, faults: faultWords } = useApplyWords();
  const { homes, chosen } = draft.form;
  const [adding, setAdding] = useState(homes.length === 0);
  // A home has no name of its own, and a day that is half typed has to go with its home.
  const [keys, setKeys] = useState(() => homes.map(() => crypto.randomUUID()));
  const open = placesIn(homes, orders);
  const choose = (next: readonly Home[], place: number) =>
    onChange(withRelationsAsOf(draft, withHomes(draft, next, place), self, kin));
  const set = (next: readonly Home[], place: number) => {
    const among = placesIn(next, orders);
    const first = among.includes(place)
      ? place
      : (among[0] ?? Math.max(0, Math.min(place, next.length - 1)));
    choose(next, first);
  };
  const none = faults.find(({ code }) => code === "no-home");
  return (
    <div className="apply-part">
      {homes.map((home, place) => (
        <section
          key={keys[place] ?? place}
          className="apply-card"
          aria-labelledby={homeField(place, "title")}
        >
          <h2 id={homeField(place, "title")}>
            {words.number(place + 1, words.kinds[home.kind].title)}
          </h2>
          <HomeFields
            home={home}
            place={place}
            faults={faults}
            onChange={(changed) =>
              set(
                homes.map((each, at) => (at === place ? changed : each)),
                chosen,
              )
            }
          />
          {homes.length === 1 ? null : (
            <label className="apply-pick" data-closed={!open.includes(place)}>
              <input
                type="radio"
                name="chosen-home"
                checked={place === chosen}
                disabled={!open.includes(place)}
                onChange={() => choose(homes, place)}
              />
              {words.here}
              {open.includes(place) ? null : (
                <span className="soft">
                  {isAgreed(home) ? words.order.later : words.order.closed}
                </span>
              )}
            </label>
          )}
          <Button
            look="link"
            label={`${words.remove} (${words.number(place + 1, words.kinds[home.kind].title)})`}
            onPress={() => {
              const left = homes.filter((_, at) => at !== place);
              setKeys(keys.filter((_, at) => at !== place));
              set(left, chosen > place ? chosen - 1 : chosen);
              if (left.length === 0) setAdding(true);
            }}
          >
            {words.remove}
          </Button>
        </section>
      ))}
      {homes.length > 0 ? <AddressOrder draft={draft} orders={orders} /> : null}
      {adding ? (
        <section className="apply-part" aria-labelledby="home-kinds">
          <h2 id="home-kinds" tabIndex={-1}>
            {words.add}
          </h2>
          <FieldError
            id="home-kinds-error"
            text={none === undefined ? null : faultWords[none.code]}
          />
          <ChoiceGroup labelledBy="home-kinds">
            {homeKinds.map((kind) => (
              <Choice
                key={kind}
                icon={kind.endsWith("home") ? "house" : "hands"}
                title={words.kinds[kind].title}
                note={words.kinds[kind].note}
                onChoose={() => {
                  set([...homes, emptyHome(kind)], chosen);
                  setKeys([...keys, crypto.randomUUID()]);
                  setAdding(false);
                }}
              />
            ))}
          </ChoiceGroup>
        </section>
      ) : (
        <Button look="quiet" onPress={() => setAdding(true)}>
          {words.addAnother}
        </Button>
      )}
      <Notice icon="seedling">
        <p>{words.land}</p>
      </Notice>
    </div>
  );
}

/** Whoever else has to agree has done so, as far as it is said. */
const isAgreed = (home: Home): boolean =>
  home.kind === "rented-home"
    ? home.landlord !== null
    : home.kind !== "relatives-home" || home.host !== null;
