import { Button } from "antd";
import { useDesk } from "../../use-desk.tsx";
import { regulations, type ActForm, type FieldsProps, type Preview } from "../act-form.ts";
import {
  arrivalOf,
  emptyArrival,
  isKnown,
  knownFrom,
  type ArrivalDraft,
} from "../arrival-draft.ts";
import { newcomerSigns } from "../declarants.ts";
import type { Declarant, SharedDraft } from "../draft.ts";
import { ArrivalFields } from "../fields/arrival-fields.tsx";
import { Group } from "../fields/group.tsx";
import { IntoFields } from "../fields/into-fields.tsx";
import { LeftHouseholds } from "../fields/left-households.tsx";
import { emptyInto, intoOf, type IntoDraft } from "../into-draft.ts";
import { seatsOf, suggestSeats, type SeatsDraft } from "../seats-draft.ts";

export type SettleDraft = SharedDraft & {
  readonly into: IntoDraft;
  readonly arrivals: readonly ArrivalDraft[];
  /** Seats of those who stay in the households left, by household; with the people they are for. */
  readonly left: Readonly<
    Record<string, { readonly seats: SeatsDraft; readonly staying: readonly number[] }>
  >;
};

/** People arrive: from outside, from another county in one step with leaving it, or never registered. */
export const settleForm: ActForm<SettleDraft> = {
  act: "settle",
  clauses: [regulations(13), "R8", "R10"],
  start: ({ household, arriving }) => ({
    into: emptyInto("known", household?.household ?? null),
    arrivals: [
      arriving === null
        ? emptyArrival("1", "elsewhere")
        : emptyArrival("1", "county", knownFrom(arriving)),
    ],
    left: {},
  }),
  declarants: ({ arrivals }) => arrivals.map(arrivalSigns),
  toAct: ({ into, arrivals, left }) => ({
    into: intoOf(into),
    arrivals: arrivals.map(arrivalOf),
    seats: [],
    leftBehind: Object.entries(left).flatMap(([household, { seats, staying }]) => {
      const people = staying
        .filter((person) => !arrivals.some(({ known }) => known?.person === person))
        .map((person) => ({ person }));
      const stated = seatsOf(seats, people);
      return stated.length === 0 ? [] : [{ household: Number(household), seats: stated }];
    }),
  }),
  signedBy: "own",
  Fields: SettleFields,
};

function arrivalSigns(arrival: ArrivalDraft): Declarant {
  if (!isKnown(arrival)) return newcomerSigns(arrival.key, arrival.particulars);
  const { name = "", birthDate = "" } = arrival.known ?? {};
  return { key: arrival.key, name, birthDate, required: true };
}

function SettleFields({ draft, onChange, seen }: FieldsProps<SettleDraft>) {
  const { d } = useDesk();
  const words = d.acts.form;
  const { arrivals } = draft;
  const change = (arrival: ArrivalDraft) => {
    const next = arrivals.map((each) => (each.key === arrival.key ? arrival : each));
    onChange({ ...draft, arrivals: suggestTogether(next, seen) });
  };
  const nextKey = String(Math.max(...arrivals.map(({ key }) => Number(key))) + 1);
  return (
    <>
      <IntoFields
        value={draft.into}
        kinds={["known", "new"]}
        onChange={(into) => onChange({ ...draft, into })}
      />
      <Group legend={words.arrivals} path="arrivals">
        {arrivals.map((arrival, place) => (
          <ArrivalFields
            key={arrival.key}
            place={place}
            value={arrival}
            onChange={change}
            onRemove={
              arrivals.length < 2
                ? null
                : () =>
                    onChange({
                      ...draft,
                      arrivals: arrivals.filter(({ key }) => key !== arrival.key),
                    })
            }
          />
        ))}
        <Button
          onClick={() =>
            onChange({
              ...draft,
              arrivals: [...arrivals, emptyArrival(nextKey, arrivals.at(-1)?.from ?? "elsewhere")],
            })
          }
        >
          {words.addArrival}
        </Button>
      </Group>
      <LeftHouseholds
        draft={draft}
        seen={seen}
        nextKey={nextKey}
        onChange={(next) => onChange({ ...next, arrivals: suggestTogether(next.arrivals, seen) })}
      />
    </>
  );
}

/** Who comes along with a new head keeps the relation that follows from the household they leave together. */
function suggestTogether(
  arrivals: readonly ArrivalDraft[],
  seen: Preview | null,
): readonly ArrivalDraft[] {
  const head = arrivals.find(({ relation }) => relation === 2)?.known?.person;
  const source = seen?.households.find(({ before }) =>
    before?.members.some(({ person }) => person === head),
  )?.before;
  if (head === undefined || !source) return arrivals;
  const { relations } = suggestSeats(source.members, head);
  return arrivals.map((arrival) =>
    arrival.relation === null && arrival.known !== null
      ? { ...arrival, relation: relations[arrival.known.person] ?? null }
      : arrival,
  );
}
