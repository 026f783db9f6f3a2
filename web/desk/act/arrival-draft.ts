import type { FoundPerson } from "./arriving.ts";
import { emptyPerson, particularsOf, type PersonDraft } from "./person-draft.ts";

/** Someone who arrives: known by key from a county kept here, or new by what they declare. */
export type ArrivalDraft = {
  readonly key: string;
  readonly from: "county" | "elsewhere" | "unregistered" | "returning";
  /** Of a known person: who it is and where they are registered. */
  readonly known: KnownArrival | null;
  readonly place: string;
  readonly particulars: PersonDraft;
  readonly relation: number | null;
};

export type KnownArrival = {
  readonly person: number;
  readonly county: number;
  readonly name: string;
  readonly birthDate: string;
  readonly registered: boolean;
};

export const knownFrom = (found: FoundPerson): KnownArrival => ({
  person: found.person,
  county: found.county,
  name: found.nameHan ?? found.name,
  birthDate: found.birthDate,
  registered: found.registered,
});

export const isKnown = ({ from }: ArrivalDraft): boolean =>
  from === "county" || from === "returning";

export const emptyArrival = (
  key: string,
  from: ArrivalDraft["from"],
  known: KnownArrival | null = null,
): ArrivalDraft => ({
  key,
  from,
  known,
  place: "",
  particulars: emptyPerson,
  relation: null,
});

/** As the act has it; what is missing is refused at its field. */
export function arrivalOf(draft: ArrivalDraft): Readonly<Record<string, unknown>> {
  const { from, known, relation } = draft;
  const place = draft.place.trim();
  switch (from) {
    case "county":
      return { from, county: known?.county, person: known?.person, relation };
    case "returning":
      return { from, place, person: known?.person, relation };
    case "elsewhere":
      return { from, place, particulars: particularsOf(draft.particulars), relation };
    case "unregistered":
      return { from, particulars: particularsOf(draft.particulars), relation };
  }
}
