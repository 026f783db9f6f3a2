import { nameOf } from "../../household/member-table.tsx";
import { useDesk } from "../../use-desk.tsx";
import { regulations, type ActForm, type FieldsProps, type FormContext } from "../act-form.ts";
import { membersSign } from "../declarants.ts";
import type { SharedDraft } from "../draft.ts";
import { Group } from "../fields/group.tsx";
import { IntoFields } from "../fields/into-fields.tsx";
import { SeatsFields } from "../fields/seats-fields.tsx";
import { RelationField } from "../fields/select-field.tsx";
import { WhoFields } from "../fields/who-fields.tsx";
import { emptyInto, intoOf, type IntoDraft } from "../into-draft.ts";
import { emptySeats, losesHead, seatsOf, type Member, type SeatsDraft } from "../seats-draft.ts";

type WithinDraft = SharedDraft & {
  readonly movers: readonly number[];
  readonly into: IntoDraft;
  /** Seats in a household that begins. */
  readonly found: SeatsDraft;
  /** Relations to the head of a household that is there. */
  readonly joining: Readonly<Record<string, number | null>>;
  readonly stay: SeatsDraft;
};

type Way = "split" | "merger" | "move";

const moversOf = ({ movers }: WithinDraft, { household }: FormContext): readonly Member[] =>
  household?.members.filter(({ person }) => movers.includes(person)) ?? [];

const startsNew = ({ into }: WithinDraft): boolean => into.kind === "new" && into.type === "family";

/** Members pass from one household of the county to another: a split, a merger, or a plain move. */
function withinForm(as: Way): ActForm<WithinDraft> {
  return {
    act: "move-within",
    clauses: [regulations(19)],
    start: ({ household, person }) => ({
      movers:
        as === "merger"
          ? (household?.members.map((member) => member.person) ?? [])
          : person === null
            ? []
            : [person.person],
      into: emptyInto(as === "split" ? "new" : "known", null),
      found: emptySeats,
      joining: {},
      stay: emptySeats,
    }),
    declarants: (draft, context) => membersSign(moversOf(draft, context)),
    toAct: (draft, context) => {
      const movers = moversOf(draft, context);
      const staying =
        context.household?.members.filter(({ person }) => !draft.movers.includes(person)) ?? [];
      return {
        as,
        from: context.household?.household,
        movers: startsNew(draft)
          ? movers.map(({ person }) => ({
              person,
              relation: seatsOf(draft.found, [{ person }])[0]?.relation,
            }))
          : movers.map(({ person }) => ({ person, relation: draft.joining[person] })),
        into: intoOf(draft.into),
        left: seatsOf(draft.stay, staying),
        seats: [],
      };
    },
    signedBy: "own",
    Fields: (props) => <WithinFields as={as} {...props} />,
  };
}

export const splitForm = withinForm("split");
export const mergerForm = withinForm("merger");
export const moveForm = withinForm("move");

function WithinFields({
  as,
  draft,
  onChange,
  context,
}: FieldsProps<WithinDraft> & { readonly as: Way }) {
  const { d } = useDesk();
  const words = d.acts.form;
  const members = context.household?.members ?? [];
  const movers = moversOf(draft, context);
  const isLeaving = (person: number) => draft.movers.includes(person);
  const kinds = { split: ["new"], merger: ["known"], move: ["known", "new"] } as const;
  return (
    <>
      {as === "merger" ? null : (
        <WhoFields
          path="movers"
          legend={words.movers}
          members={members}
          chosen={draft.movers}
          onChange={(chosen) =>
            onChange({ ...draft, movers: chosen, found: emptySeats, stay: emptySeats })
          }
        />
      )}
      <IntoFields
        value={draft.into}
        kinds={kinds[as]}
        onChange={(into) => onChange({ ...draft, into })}
      />
      {movers.length === 0 ? null : startsNew(draft) ? (
        <SeatsFields
          path="movers"
          legend={words.intoNew}
          members={members}
          seated={movers}
          value={draft.found}
          onChange={(found) => onChange({ ...draft, found })}
        />
      ) : (
        <Group legend={words.relation}>
          {movers.map((member, place) => (
            <RelationField
              key={member.person}
              path={`movers.${place}.relation`}
              label={nameOf(member) ?? d.unknown}
              value={draft.joining[member.person] ?? null}
              onChange={(relation) =>
                onChange({ ...draft, joining: { ...draft.joining, [member.person]: relation } })
              }
            />
          ))}
        </Group>
      )}
      {losesHead(members, isLeaving) ? (
        <SeatsFields
          path="left"
          legend={words.stays}
          lead={words.staysLead}
          members={members}
          seated={members.filter(({ person }) => !isLeaving(person))}
          value={draft.stay}
          onChange={(stay) => onChange({ ...draft, stay })}
        />
      ) : null}
    </>
  );
}
