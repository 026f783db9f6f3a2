// What is typed into an act's form, as text and choices; it becomes an act when it is checked.
import { readDay } from "../shared/day.ts";

export type PaperDraft = {
  readonly kind: string;
  readonly issuer: string;
  readonly number: string;
  readonly issued: string;
};

export type SignatureDraft = {
  readonly signer: string;
  readonly as: "self" | "guardian" | "head" | "family" | "institution";
  readonly signed: string;
  readonly heard: boolean;
};

/** What every form has beside its own. */
export type SharedDraft = {
  readonly on: string;
  readonly clause: string;
  readonly papers: readonly PaperDraft[];
  readonly note: string;
  /** Signatures of those it is about, by the key of their place. */
  readonly own: Readonly<Record<string, SignatureDraft>>;
  /** One more who signed: head, family or institution. */
  readonly other: SignatureDraft;
};

/** Someone whose will the act needs, in the order of the act's list of people. */
export type Declarant = {
  readonly key: string;
  readonly name: string;
  readonly birthDate: string;
  /** Whether nothing is done without it; else it may be given. */
  readonly required: boolean;
};

const emptyPaper: PaperDraft = { kind: "", issuer: "", number: "", issued: "" };

const emptySignature: SignatureDraft = {
  signer: "",
  as: "self",
  signed: "",
  heard: false,
};

export function emptyShared(today: string, clause: string): SharedDraft {
  return {
    on: today,
    clause,
    papers: [emptyPaper],
    note: "",
    own: {},
    other: { ...emptySignature, as: "family" },
  };
}

export const addPaper = (draft: SharedDraft): readonly PaperDraft[] => [
  ...draft.papers,
  emptyPaper,
];

/** Completed years; a day that is not typed yet counts as grown up, so that nobody signs for them by mistake. */
export function ageOn(birthDate: string, on: string): number {
  const born = readDay(birthDate);
  const day = readDay(on);
  if (born === undefined || day === undefined) return 99;
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/** The signature of one declarant as it stands: adults sign for themselves until it is said otherwise. */
export function signatureOf(draft: SharedDraft, declarant: Declarant): SignatureDraft {
  const isAdult = ageOn(declarant.birthDate, draft.on) >= 18;
  return (
    draft.own[declarant.key] ?? {
      signer: isAdult ? declarant.name : "",
      as: isAdult ? "self" : "guardian",
      signed: "",
      heard: false,
    }
  );
}

/** Whether a signature is whole: by whom, when, and a child of eight or older was heard. */
export function isSigned(draft: SharedDraft, declarant: Declarant): boolean {
  const { signer, signed, as, heard } = signatureOf(draft, declarant);
  if (signer.trim() === "" || readDay(signed) === undefined) return false;
  const age = ageOn(declarant.birthDate, draft.on);
  return as === "self" ? age >= 18 : age < 8 || heard;
}

/** The day in ISO form, or the text as typed, which the act's own check then refuses at its field. */
export const dayOf = (typed: string): string => readDay(typed) ?? typed.trim();

/** An act's ground as the register takes it (K1: `for` names places in the list of people). */
export function groundOf(draft: SharedDraft, declarants: readonly Declarant[]) {
  const own = declarants.flatMap((declarant, place) => {
    const { signer, as, signed, heard } = signatureOf(draft, declarant);
    if (signer.trim() === "" || signed.trim() === "") return [];
    return [
      {
        signer: signer.trim(),
        as,
        for: [place],
        signed: dayOf(signed),
        ...(as === "self" ? {} : { heard }),
      },
    ];
  });
  const { signer, as, signed } = draft.other;
  const everyone = declarants.length === 0 ? [0] : declarants.map((_, place) => place);
  const other =
    signer.trim() === ""
      ? []
      : [{ signer: signer.trim(), as, for: everyone, signed: dayOf(signed) }];
  return {
    clause: draft.clause,
    papers: draft.papers
      .filter(({ kind, number, issuer }) => `${kind}${number}${issuer}`.trim() !== "")
      .map(({ kind, issuer, number, issued }) => ({
        kind: kind.trim(),
        ...(issuer.trim() === "" ? {} : { issuer: issuer.trim() }),
        ...(number.trim() === "" ? {} : { number: number.trim() }),
        ...(issued.trim() === "" ? {} : { issued: dayOf(issued) }),
      })),
    signatures: [...own, ...other],
    ...(draft.note.trim() === "" ? {} : { note: draft.note.trim() }),
  };
}
