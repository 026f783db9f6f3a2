/** The household that people join, as typed. */
export type IntoDraft = {
  readonly kind: "known" | "new";
  readonly household: number | null;
  readonly type: string;
  readonly name: string;
  readonly address: string;
  readonly community: string;
};

export const emptyInto = (kind: IntoDraft["kind"], household: number | null): IntoDraft => ({
  kind,
  household,
  type: "family",
  name: "",
  address: "",
  community: "",
});

export const homeOf = ({ address, community }: IntoDraft) => ({
  kind: "new",
  address: address.trim(),
  community: community.trim(),
});

export const intoOf = (draft: IntoDraft) =>
  draft.kind === "known"
    ? { kind: "known", household: draft.household }
    : {
        kind: "new",
        type: draft.type,
        name: draft.type === "family" ? null : draft.name.trim(),
        home: homeOf(draft),
      };
