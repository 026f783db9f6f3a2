import { Button } from "antd";
import type { Decision, Pack } from "../../../src/policy/browser.ts";
import type { HomeOption } from "../../../src/services/settlement/contract.ts";
import { emptyHome, homeKinds } from "../../portal/apply/home/empty-home.ts";
import { ordersOf, placesIn } from "../../portal/apply/home/order.ts";
import { listKindsAt } from "../../portal/place/place-kinds.ts";
import { Group } from "../act/fields/group.tsx";
import { SelectField } from "../act/fields/select-field.tsx";
import { TextField } from "../act/fields/text-field.tsx";
import { useDesk } from "../use-desk.tsx";
import type { PartProps } from "./people-part.tsx";
import { Tick } from "./person-card.tsx";

/** What kind of place it is: the rules differ by it. */
export function PlacePart({ draft, onChange, pack }: PartProps & { readonly pack: Pack }) {
  const { d, say, codes, county } = useDesk();
  const words = d.window;
  const place = pack.places.find(({ code }) => code === String(county));
  const kinds = place === undefined ? [] : listKindsAt(pack.vocabulary, place);
  return (
    <Group legend={words.where(codes.place(county))}>
      <SelectField
        path="kind"
        label={words.kind}
        prompt={words.kindPrompt}
        value={draft.kind}
        choices={kinds.map(({ id, label }) => ({ code: id, label: say(label) }))}
        onChange={(kind) => onChange({ kind })}
      />
    </Group>
  );
}

type HomePartProps = PartProps & { readonly decision: Decision | undefined };

/** Every address there is, in the order that the clause sets (rows A7, A15). */
export function HomePart({ draft, onChange, decision }: HomePartProps) {
  const { d } = useDesk();
  const words = d.window;
  const { homes, chosen } = draft;
  const orders = ordersOf(decision);
  const places = placesIn(homes, orders);
  const clauses = orders.flatMap(({ clause, named }) => (named === undefined ? [] : [clause]));
  const change = (next: readonly HomeOption[]) => {
    const open = placesIn(next, orders);
    onChange({ homes: next, chosen: open.includes(chosen) ? chosen : (open[0] ?? 0) });
  };
  return (
    <Group legend={words.homes} path="homes" lead={`${words.homesLead} ${words.land}`}>
      {clauses.length === 0 ? null : (
        <p className="hint wide-line">{words.order(clauses.join("、"))}</p>
      )}
      {homes.map((home, place) => (
        <Group
          // Homes have no name of their own, and none changes its place.
          key={`${place}-${home.kind}`}
          legend={words.home(place + 1, words.homeKinds[home.kind])}
        >
          <HomeFields
            home={home}
            path={`homes.${place}`}
            onChange={(next) => change(homes.map((each, at) => (at === place ? next : each)))}
          />
          <div className="choices">
            <label>
              <input
                type="radio"
                name="chosen-home"
                checked={chosen === place}
                onChange={() => onChange({ chosen: place })}
              />
              {words.chooseHome}
            </label>
            <Button onClick={() => change(homes.filter((_, at) => at !== place))}>
              {words.remove}
            </Button>
          </div>
          {places.includes(place) ? null : <p className="hint wide-line">{words.later}</p>}
        </Group>
      ))}
      <div className="choices" role="group" aria-label={words.addHome}>
        {homeKinds.map((kind) => (
          <Button key={kind} onClick={() => change([...homes, emptyHome(kind)])}>
            + {words.homeKinds[kind]}
          </Button>
        ))}
      </div>
    </Group>
  );
}

type HomeFieldsProps = {
  readonly home: HomeOption;
  readonly path: string;
  readonly onChange: (home: HomeOption) => void;
};

function HomeFields({ home, path, onChange }: HomeFieldsProps) {
  const { d } = useDesk();
  const words = d.window;
  return (
    <>
      {"address" in home ? (
        <>
          <TextField
            path={`${path}.address`}
            label={words.address}
            hint={words.addressHint}
            maxLength={200}
            value={home.address}
            onChange={(address) => onChange({ ...home, address })}
          />
          <TextField
            path={`${path}.community`}
            label={words.community}
            maxLength={100}
            value={home.community}
            onChange={(community) => onChange({ ...home, community })}
          />
        </>
      ) : null}
      {"name" in home ? (
        <TextField
          path={`${path}.name`}
          label={words.householdName}
          value={home.name}
          onChange={(name) => onChange({ ...home, name })}
        />
      ) : null}
      {home.kind === "rented-home" ? (
        <ConsentFields
          by="landlord"
          path={path}
          consent={home.landlord}
          onChange={(landlord) => onChange({ ...home, landlord })}
        />
      ) : null}
      {home.kind === "relatives-home" ? (
        <ConsentFields
          by="host"
          path={path}
          consent={home.host}
          onChange={(host) => onChange({ ...home, host })}
        />
      ) : null}
    </>
  );
}

type Consent = { readonly name: string; readonly signed: string };

type ConsentFieldsProps = {
  readonly by: "landlord" | "host";
  readonly path: string;
  readonly consent: Consent | null;
  readonly onChange: (consent: { name: string; signed: string } | null) => void;
};

/** Somebody else's written consent: of the landlord, of the head of the household. */
function ConsentFields({ by, path, consent, onChange }: ConsentFieldsProps) {
  const { d } = useDesk();
  const words = d.window;
  return (
    <>
      <div className="choices">
        <Tick
          label={words.agrees[by]}
          value={consent !== null}
          onChange={(agrees) => onChange(agrees ? { name: "", signed: "" } : null)}
        />
      </div>
      {consent === null ? null : (
        <>
          <TextField
            path={`${path}.consent.name`}
            label={words.consentName[by]}
            maxLength={100}
            value={consent.name}
            onChange={(name) => onChange({ ...consent, name })}
          />
          <TextField
            path={`${path}.consent.signed`}
            label={words.consentDay}
            hint={d.acts.form.dateHint}
            numeric
            value={consent.signed}
            onChange={(signed) => onChange({ ...consent, signed })}
          />
        </>
      )}
    </>
  );
}
