import type { Relative } from "../register/index.ts";
import type { ApplicationDraft } from "./contract.ts";
import type { Application } from "./domain/application.ts";

/**
 * An application as its page sent it: those of one's own household by the register's key, so that no number of theirs
 * is given out; everyone else as they were named.
 */
export const draftAgain = (
  { county, dossier, form, people }: Application,
  family: readonly Relative[],
): ApplicationDraft => ({
  county,
  dossier,
  form,
  people: people.map(({ citizen, name, birthDate, guardians, ...rest }) => {
    const known = family.find((each) =>
      citizen === null
        ? each.idNumber === null && each.name === name && each.birthDate === birthDate
        : each.idNumber === citizen,
    );
    return {
      ...rest,
      who: known === undefined ? { citizen, name, birthDate } : { person: known.person },
      guardians: guardians.map((guardian) => {
        const kin = family.find(({ idNumber }) => idNumber === guardian.citizen);
        return kin === undefined ? guardian : { person: kin.person };
      }),
    };
  }),
});
