/** A value as the dossier holds it: enum ids and codes as strings, days and months as ISO text. */
export type PlainValue = boolean | number | string;

/** What one source states: field values besides who said it and when. */
export type PlainRecord = Readonly<Record<string, PlainValue>>;

export type Stated = {
  readonly value: PlainValue;
  readonly source?: string;
  readonly stated?: string;
};

/** A person's records as they were handed in; checked by `parseDossier` against the vocabulary. */
export type Dossier = {
  readonly service?: string;
  /** ISO day asked about. */
  readonly on: string;
  readonly place: { readonly county: string; readonly kind?: string; readonly name?: string };
  readonly person?: { readonly name?: string; readonly id?: string; readonly born?: string };
  /** Record kinds of which every record is here, so that absence means "none". */
  readonly complete: readonly string[];
  /** Facts that were asked and that the person does not know. */
  readonly unsure: readonly string[];
  readonly records: Readonly<Record<string, readonly PlainRecord[]>>;
  readonly facts: Readonly<Record<string, Stated>>;
};
