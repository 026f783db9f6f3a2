import type { Core } from "../syntax/core.ts";
import type { Text } from "../text.ts";
import type { Named, Vocabulary } from "../vocabulary/vocabulary.ts";

/** Day numbers; `until` is exclusive. */
export type Period = { readonly from: number; readonly until?: number };

export type Reading = {
  readonly about: Text;
  readonly taken: Text;
  readonly alternatives: readonly Text[];
  readonly why: Text;
};

export type Cover = {
  readonly relation: string;
  /** A condition on the family record bound to `item`. */
  readonly condition?: Core;
  readonly source?: string;
};

export type Gives = "grant" | "refer";

export type Rule = {
  readonly id: string;
  readonly instrument: string;
  readonly service: string;
  readonly clause: string;
  readonly title: Text;
  readonly plain: Text;
  readonly inForce: Period;
  /** Day from which the pack knew it. */
  readonly recorded: number;
  readonly gives: Gives;
  /** Lower texts of the same service may not give beyond it: what they do is referred. */
  readonly binds: boolean;
  readonly where: Core;
  readonly when: Core;
  readonly covers: readonly Cover[];
  readonly papers: readonly string[];
  readonly exceptionTo: readonly string[];
  /** Authority by prefecture code, `*` for every place. */
  readonly authority: Readonly<Record<string, string>>;
  readonly readings: readonly Reading[];
  readonly at: { readonly file: string; readonly line: number };
};

/** What a new text says about cases that were open when it came into force, and where it says so. */
export type OpenCases = {
  readonly applies: "old" | "new" | "better";
  readonly clause: string;
};

export type Instrument = {
  readonly id: string;
  readonly level: string;
  readonly title: Text;
  readonly issued?: number;
  readonly inForce: Period;
  readonly status: Text;
  /** False for a named text that the pack does not hold: asking past it refers. */
  readonly held: boolean;
  /** Missing where the text is silent. */
  readonly openCases?: OpenCases;
};

/** Instruments top first; the last one is the place's own. */
export type Chain = { readonly places: readonly string[]; readonly instruments: readonly string[] };

export type PlaceType =
  | "prefecture"
  | "prefecture-city"
  | "district"
  | "county"
  | "county-city"
  | "corps-city";
export type NamedPlace = { readonly code: string; readonly name: Text; readonly type: PlaceType };

export type Prohibition = {
  readonly id: string;
  readonly clause: string;
  readonly services: readonly string[] | "all";
  readonly uses: readonly string[];
  readonly plain: Text;
};

export type ParameterValue = boolean | number | readonly number[];
export type Parameter = {
  readonly id: string;
  readonly instrument: string;
  readonly clause: string;
  readonly inForce: Period;
  readonly value: ParameterValue;
  readonly reading?: Text;
};

/** Plain data: serialises to JSON and runs in the browser as it is. */
export type Pack = {
  readonly vocabulary: Vocabulary;
  readonly authorities: readonly Named[];
  readonly instruments: readonly Instrument[];
  readonly chains: readonly Chain[];
  readonly places: readonly NamedPlace[];
  readonly parameters: readonly Parameter[];
  readonly prohibitions: readonly Prohibition[];
  readonly rules: readonly Rule[];
};
