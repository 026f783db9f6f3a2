import { useEffect, useEffectEvent, useState } from "react";
import type { z } from "zod";
import type { household as householdShape } from "../../../src/register/contract.ts";
import type { Problem } from "../../staff/api.ts";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { Group } from "../act/fields/group.tsx";
import { countyPath, useDesk } from "../use-desk.tsx";
import type { WindowDraft } from "./draft.ts";
import {
  type Entry,
  entryOfKin,
  type Kin,
  likelyTie,
  nameOfEntry,
  withGuardians,
  withKinship,
  withTie,
} from "./entry.ts";
import { PersonFinder } from "./person-finder.tsx";
import { PersonCard } from "./person-card.tsx";

type Household = z.infer<typeof householdShape>;

export type PartProps = {
  readonly draft: WindowDraft;
  readonly onChange: (part: Partial<WindowDraft>) => void;
  readonly today: string;
};

const kinOf = ({ members }: Household): readonly Kin[] =>
  members.flatMap(({ name, nameHan, birthDate, ...rest }) =>
    name === null || birthDate === null ? [] : [{ ...rest, name: nameHan ?? name, birthDate }],
  );

/** Who applies, and who of the family comes along. */
export function PeoplePart({ draft, onChange, today }: PartProps) {
  const { d, call, county } = useDesk();
  const words = d.window;
  const { people, kin } = draft;
  const [applicant] = people;
  const [household, setHousehold] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const keepKin = useEffectEvent((found: readonly Kin[]) => onChange({ kin: found }));
  useEffect(() => {
    if (household === null) return undefined;
    let wanted = true;
    const look = async () => {
      const answer = await call<Household>(countyPath(county, `/households/${household}`));
      if (!wanted) return;
      setProblem(answer.ok ? null : answer.problem);
      if (answer.ok) keepKin(kinOf(answer.value));
    };
    void look();
    return () => {
      wanted = false;
    };
  }, [household, call, county]);
  const change = (place: number, entry: Entry) =>
    onChange({ people: people.map((each, at) => (at === place ? entry : each)) });
  const add = (entry: Entry) => {
    if (people.some(({ key }) => key === entry.key)) return;
    onChange({ people: [...people, entry] });
  };
  const remove = (key: string) =>
    onChange({
      people: people
        .filter((each) => each.key !== key)
        .map((each) => ({ ...each, guardians: each.guardians.filter((other) => other !== key) })),
    });
  if (applicant === undefined)
    return (
      <Group legend={words.applicant} path="people" lead={words.applicantLead}>
        <PersonFinder
          onFound={(entry, lives) => {
            setHousehold(lives);
            onChange({ people: [entry], kin: [], signatures: {} });
          }}
        />
      </Group>
    );
  const isKin = (key: string) => kin.some(({ person }) => key === `person-${person}`);
  const family = kin.filter(({ person }) => `person-${person}` !== applicant.key);
  return (
    <>
      <PersonCard
        legend={words.applicant}
        member={0}
        draft={draft}
        today={today}
        onChange={(entry) => change(0, entry)}
        onRemove={() => {
          setHousehold(null);
          onChange({ people: [], kin: [], signatures: {} });
        }}
      />
      {problem === null ? null : <ProblemNotice problem={problem} />}
      {family.length === 0 ? null : (
        <Group legend={words.family} lead={words.familyLead}>
          <div className="choices">
            {family.map((each) => {
              const entry = entryOfKin(each);
              const along = people.some(({ key }) => key === entry.key);
              return (
                <label key={each.person}>
                  <input
                    type="checkbox"
                    checked={along}
                    onChange={() =>
                      along
                        ? remove(entry.key)
                        : add(withGuardians(withKinship(entry, applicant, kin), people, kin, today))
                    }
                  />
                  {each.name} · {d.search.born(d.day(each.birthDate))}
                </label>
              );
            })}
          </div>
        </Group>
      )}
      {people.map((each, member) =>
        member === 0 ? null : (
          <PersonCard
            key={each.key}
            legend={nameOfEntry(each) === "" ? words.others : nameOfEntry(each)}
            member={member}
            draft={draft}
            today={today}
            onChange={(entry) => change(member, entry)}
            onRemove={isKin(each.key) ? null : () => remove(each.key)}
          />
        ),
      )}
      <Group legend={words.others} lead={words.othersLead}>
        <PersonFinder
          onFound={(entry) => add(withTie(entry, likelyTie(entry, people, today), people, today))}
        />
      </Group>
    </>
  );
}
