import type { HomeOption } from "../../../../src/services/settlement/contract.ts";
import { Group } from "../../act/fields/group.tsx";
import { HouseholdPicker } from "../../act/fields/household-picker.tsx";
import { SeatsFields } from "../../act/fields/seats-fields.tsx";
import { emptySeats } from "../../act/seats-draft.ts";
import { useDesk } from "../../use-desk.tsx";
import type { StepPreview } from "../use-preview.ts";
import { type ArrangementDraft, founds, headlessIn, joinedIn } from "./arrangement.ts";

type ArrangementFieldsProps = {
  readonly draft: ArrangementDraft;
  readonly home: HomeOption | undefined;
  /** Keys of those who move. */
  readonly movers: readonly number[];
  /** The register as it would become, with the households that are left. */
  readonly preview: StepPreview | null;
  readonly onChange: (next: ArrangementDraft) => void;
};

/** Where they go and what becomes of those who stay; the form and the register have filled in what they know. */
export function ArrangementFields(props: ArrangementFieldsProps) {
  const { draft, home, movers, preview, onChange } = props;
  const { d, codes } = useDesk();
  const words = d.case.panel;
  const begins = founds(home);
  const address = home !== undefined && "address" in home ? home.address : "";
  const household = draft.joins || !begins ? draft.household : null;
  const joined = joinedIn(preview, household);
  const picking = begins ? draft.joins : true;
  return (
    <>
      <Group legend={words.toHousehold}>
        {begins ? (
          <div className="choices">
            <label>
              <input
                type="radio"
                name="joins"
                checked={!draft.joins}
                onChange={() => onChange({ ...draft, joins: false })}
              />
              {words.newHousehold(address)}
            </label>
            <label>
              <input
                type="radio"
                name="joins"
                checked={draft.joins}
                onChange={() => onChange({ ...draft, joins: true })}
              />
              {words.joinHousehold}
            </label>
          </div>
        ) : null}
        {home !== undefined && "name" in home ? <p>{words.collective(home.name)}</p> : null}
        {picking ? (
          <HouseholdPicker
            path="household"
            value={draft.household}
            onChange={(next) => onChange({ ...draft, household: next, seats: emptySeats })}
          />
        ) : null}
      </Group>
      {joined === undefined || joined.kind !== "family" ? null : (
        <details className="folded">
          <summary>{words.already}</summary>
          <SeatsFields
            path="seats"
            legend={words.already}
            lead={words.alreadyLead}
            members={joined.members}
            seated={joined.members}
            value={draft.seats}
            onChange={(seats) => onChange({ ...draft, seats })}
          />
        </details>
      )}
      {headlessIn(preview, household, movers).map((each) => (
        <SeatsFields
          key={each.household}
          path={`left-${each.household}`}
          legend={words.stays(codes.place(each.county), each.household)}
          lead={words.staysLead}
          members={each.members}
          seated={each.members.filter(({ person }) => !movers.includes(person))}
          value={draft.left[each.household] ?? emptySeats}
          onChange={(seats) =>
            onChange({ ...draft, left: { ...draft.left, [each.household]: seats } })
          }
        />
      ))}
    </>
  );
}
