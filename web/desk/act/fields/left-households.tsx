import type { Household } from "../../household/household-page.tsx";
import { nameOf } from "../../household/member-table.tsx";
import { useDesk } from "../../use-desk.tsx";
import type { Preview } from "../act-form.ts";
import { emptyArrival } from "../arrival-draft.ts";
import type { SettleDraft } from "../forms/settle-form.tsx";
import { emptySeats, losesHead, type Member } from "../seats-draft.ts";
import { Group } from "./group.tsx";
import { SeatsFields } from "./seats-fields.tsx";

type LeftHouseholdsProps = {
  readonly draft: SettleDraft;
  readonly seen: Preview | null;
  /** Key of one more arrival. */
  readonly nextKey: string;
  readonly onChange: (next: SettleDraft) => void;
};

/** The households that a move leaves: who comes along too, and who becomes head of those who stay. */
export function LeftHouseholds({ draft, seen, nextKey, onChange }: LeftHouseholdsProps) {
  const { county } = useDesk();
  const sources = (seen?.households ?? [])
    .flatMap(({ before }) => before ?? [])
    .filter((household) => household.county !== county);
  return sources.map((source) => (
    <LeftHousehold
      key={source.household}
      source={source}
      draft={draft}
      nextKey={nextKey}
      onChange={onChange}
    />
  ));
}

type LeftHouseholdProps = Omit<LeftHouseholdsProps, "seen"> & { readonly source: Household };

function LeftHousehold({ source, draft, nextKey, onChange }: LeftHouseholdProps) {
  const { d, codes } = useDesk();
  const words = d.acts.form;
  const comes = (person: number) => draft.arrivals.some(({ known }) => known?.person === person);
  const stays = source.members.filter(({ person }) => !comes(person));
  const legend = words.leftBehind(codes.place(source.county), source.household);
  const path = `leftBehind.${Object.keys(draft.left).indexOf(String(source.household))}.seats`;
  const bring = (member: Member) =>
    onChange({
      ...draft,
      left: {},
      arrivals: [
        ...draft.arrivals,
        emptyArrival(nextKey, "county", {
          person: member.person,
          county: source.county,
          name: nameOf(member) ?? "",
          birthDate: member.birthDate ?? "",
          registered: true,
        }),
      ],
    });
  const leave = (person: number) =>
    onChange({
      ...draft,
      left: {},
      arrivals: draft.arrivals.filter(({ known }) => known?.person !== person),
    });
  return (
    <Group legend={legend} path="leftBehind" lead={words.alsoComing}>
      <div className="choices">
        {source.members.map((member) => (
          <label key={member.person}>
            <input
              type="checkbox"
              checked={comes(member.person)}
              disabled={comes(member.person) && draft.arrivals.length < 2}
              onChange={(event) => (event.target.checked ? bring(member) : leave(member.person))}
            />
            {nameOf(member) ?? d.unknown} · {codes.label("relation", member.relation)}
          </label>
        ))}
      </div>
      {losesHead(source.members, comes) ? (
        <SeatsFields
          path={path}
          legend={words.stays}
          lead={words.leftHead}
          members={source.members}
          seated={stays}
          value={draft.left[source.household]?.seats ?? emptySeats}
          onChange={(seats) =>
            onChange({
              ...draft,
              left: {
                ...draft.left,
                [source.household]: { seats, staying: stays.map(({ person }) => person) },
              },
            })
          }
        />
      ) : null}
    </Group>
  );
}
