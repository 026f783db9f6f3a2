import type { ChallengePage } from "../../../src/exchange/contract.ts";
import { clauseName } from "../../portal/my/clause-name.ts";
import { useStaff } from "../../staff/use-staff.tsx";
import { useTexts } from "../use-texts.ts";

type Challenged = NonNullable<ChallengePage["challenges"][number]["challenged"]>;

/** What is objected to: who looked, when, for what purpose, and at which data. */
export function Challenged({ challenged }: { readonly challenged: Challenged }) {
  const t = useTexts();
  const { challenges: words } = t;
  const staff = useStaff();
  const facts = [
    [words.when, t.moment(challenged.asked)] as const,
    ...(challenged.about === "exchange"
      ? exchangeFacts(challenged, t, staff)
      : lookFacts(challenged, t, staff)),
  ];
  return (
    <dl className="console-facts">
      {facts.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

type About<Kind> = Extract<Challenged, { readonly about: Kind }>;
type Texts = ReturnType<typeof useTexts>;
type Staff = ReturnType<typeof useStaff>;
type Facts = readonly (readonly [label: string, text: string])[];

function exchangeFacts(
  { by, departmentLabel, purpose, case: reference, basis, records }: About<"exchange">,
  t: Texts,
  { locale, say }: Staff,
): Facts {
  const { challenges: words, requests, looks } = t;
  const fieldsOf = (fields: (typeof records)[number]["fields"]) => t.list(fields.map(say));
  return [
    [words.who, by ?? words.oneself],
    [words.department, say(departmentLabel)],
    [words.why, t.list([looks.purposes[purpose], requests.case(reference)])],
    [words.basis, t.list(basis.map((clause) => clauseName(clause, locale)))],
    [
      words.what,
      records.map(({ label, fields }) => requests.fields(say(label), fieldsOf(fields))).join("\n"),
    ],
  ];
}

function lookFacts(
  { by, role, purpose, reference, kind, fields }: About<"look-up">,
  t: Texts,
  { t: staff }: Staff,
): Facts {
  const { challenges: words, requests, looks } = t;
  const purposes: Readonly<Record<string, string>> = looks.purposes;
  const roles: Readonly<Record<string, string>> = staff.roles;
  const said = t.list(fields.map((field) => words.fields[field] ?? field));
  const why = [
    purposes[purpose] ?? purpose,
    ...(reference === null ? [] : [looks.reference(reference)]),
  ];
  return [
    [words.who, `${by} · ${roles[role] ?? role}`],
    [words.why, t.list(why)],
    [words.what, requests.fields(looks.kinds[kind] ?? kind, said)],
  ];
}
