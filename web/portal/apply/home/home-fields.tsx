import type { Home } from "../draft/draft.ts";
import { type Fault, homeField } from "../draft/faults.ts";
import { DayField } from "../fields/day-field.tsx";
import { EitherField } from "../fields/either-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { useApplyWords } from "../use-words.ts";

type HomeFieldsProps = {
  readonly home: Home;
  readonly place: number;
  readonly faults: readonly Fault[];
  readonly onChange: (home: Home) => void;
};

/** What has to be known of a home of each kind. */
export function HomeFields({ home, place, faults, onChange }: HomeFieldsProps) {
  const words = useApplyWords();
  const field = (name: string) => {
    const id = homeField(place, name);
    const fault = faults.find(({ at }) => at === id);
    return { id, fault: fault === undefined ? null : words.faults[fault.code] };
  };
  const address =
    "address" in home ? (
      <>
        <TextField
          {...field("address")}
          label={words.home.address}
          hint={words.home.addressHint}
          maxLength={200}
          value={home.address}
          onChange={(text) => onChange({ ...home, address: text })}
        />
        <TextField
          {...field("community")}
          label={words.home.community}
          hint={words.home.communityHint}
          maxLength={100}
          value={home.community}
          onChange={(text) => onChange({ ...home, community: text })}
        />
      </>
    ) : null;
  switch (home.kind) {
    case "own-home":
      return address;
    case "rented-home":
      return (
        <>
          {address}
          <ConsentFields
            by="landlord"
            place={place}
            faults={faults}
            consent={home.landlord}
            onChange={(landlord) => onChange({ ...home, landlord })}
          />
        </>
      );
    case "relatives-home":
      return (
        <ConsentFields
          by="host"
          place={place}
          faults={faults}
          consent={home.host}
          onChange={(host) => onChange({ ...home, host })}
        />
      );
    default:
      return (
        <TextField
          {...field("name")}
          label={words.home.name[home.kind]}
          maxLength={120}
          value={home.name}
          onChange={(name) => onChange({ ...home, name })}
        />
      );
  }
}

type Consent = { readonly name: string; readonly signed: string } | null;

type ConsentFieldsProps = {
  readonly by: "landlord" | "host";
  readonly place: number;
  readonly faults: readonly Fault[];
  readonly consent: Consent;
  readonly onChange: (consent: Consent) => void;
};

/** Somebody else's written consent: asked whether there is one, and then by whom and when it was signed. */
function ConsentFields({ by, place, faults, consent, onChange }: ConsentFieldsProps) {
  const words = useApplyWords();
  const { today } = usePortal();
  const faultAt = (id: string) => {
    const fault = faults.find(({ at }) => at === id);
    return fault === undefined ? null : words.faults[fault.code];
  };
  const nameId = homeField(place, "consent-name");
  const dayId = homeField(place, "consent-day");
  return (
    <div className="apply-part">
      <EitherField
        name={homeField(place, by)}
        legend={words.home[by]}
        options={[
          ["yes", words.home.yes],
          ["no", words.home.no],
        ]}
        value={consent === null ? "no" : "yes"}
        onChange={(said) => onChange(said === "no" ? null : { name: "", signed: "" })}
      />
      {consent === null ? (
        <p className="soft">{by === "landlord" ? words.home.landlordNo : words.home.hostNo}</p>
      ) : (
        <>
          <TextField
            id={nameId}
            label={words.home.consentName[by]}
            isName
            maxLength={100}
            value={consent.name}
            fault={faultAt(nameId)}
            onChange={(name) => onChange({ ...consent, name })}
          />
          <DayField
            id={dayId}
            label={words.home.consentDay}
            latest={today}
            value={consent.signed}
            fault={faultAt(dayId)}
            onChange={(signed) => onChange({ ...consent, signed })}
          />
          <p className="soft">{words.home.consentNote}</p>
        </>
      )}
    </div>
  );
}
