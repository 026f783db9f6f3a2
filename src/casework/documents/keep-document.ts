// Papers handed in with an application: sealed before they are kept, and given only to the applicant and the office.
import { join } from "node:path";
import { openBytes, sealBytes } from "../../platform/keys/index.ts";
import { type Looker, noteLookUp, todayOf } from "../../register/index.ts";
import { type Casework, inCounties } from "../casework.ts";
import { isApplicant } from "../domain/application.ts";
import { paperType, type PaperType } from "../domain/paper-type.ts";
import { listPeople } from "../store/cases.ts";
import { paperLimits } from "./contract.ts";
import {
  deleteDocument,
  type DocumentRow,
  findDocument,
  insertDocument,
  listDocuments,
} from "../store/documents.ts";
import { loadCase, type Signed, type StoredCase } from "../stored-case.ts";
import { mayOpen } from "../take-step.ts";

export type Place = { readonly county: number; readonly case: string };

export type Kept =
  | { readonly kind: "kept"; readonly document: DocumentRow }
  | { readonly kind: "unknown" }
  /** The key belongs to another paper. */
  | { readonly kind: "key-taken" }
  | {
      readonly kind: "refused";
      readonly code: "not-a-paper" | "unknown-paper" | "too-many" | "not-now";
    };

const open: ReadonlySet<string> = new Set([
  "draft",
  "submitted",
  "returned",
  "accepted",
  "checked",
  "refused",
]);

export const takesPapers = (stage: string): boolean => open.has(stage);

/** Keeps a paper; sent again under the same key it is kept once. */
export async function keepDocument(
  casework: Casework,
  { county, case: key }: Place,
  signed: Signed,
  sent: { readonly key: string; readonly paper: string; readonly bytes: Buffer },
): Promise<Kept> {
  const { clock, random, keys } = casework.register;
  const now = clock().toISOString();
  const type = paperType(sent.bytes);
  if (type === undefined) return { kind: "refused", code: "not-a-paper" };
  const papers = casework.exchange.pack.vocabulary.papers;
  if (!papers.some(({ id }) => id === sent.paper))
    return { kind: "refused", code: "unknown-paper" };
  const today = todayOf(clock());
  return inCounties(casework, [county], async (tx): Promise<Kept> => {
    const stored = await loadCase(tx, county, key, true);
    if (stored === undefined || !mayHandle(stored, signed, today)) return { kind: "unknown" };
    const about = aboutOf({ county, case: key }, sent.key);
    const earlier = await findDocument(tx, county, key, sent.key);
    if (earlier !== undefined) {
      const isSame =
        earlier.account === signed.account &&
        earlier.paper === sent.paper &&
        openBytes(folderOf(keys), earlier, about).equals(sent.bytes);
      return isSame ? { kind: "kept", document: earlier } : { kind: "key-taken" };
    }
    if (!takesPapers(stored.state.stage)) return { kind: "refused", code: "not-now" };
    const kept = await listDocuments(tx, county, key);
    if (kept.length >= paperLimits.most) return { kind: "refused", code: "too-many" };
    const secrets = { folder: folderOf(keys), random, now };
    const sealed = sealBytes(secrets, sent.bytes, about);
    const document: DocumentRow = {
      document: sent.key,
      paper: sent.paper,
      type,
      size: sent.bytes.length,
      account: signed.account,
      atWindow: signed.actor.kind === "staff",
      at: now,
    };
    await insertDocument(tx, county, key, { ...document, ...sealed });
    return { kind: "kept", document };
  });
}

/** The bytes of a paper; undefined where there is none for whoever asks. A look of staff is noted down. */
export async function readDocument(
  casework: Casework,
  { county, case: key }: Place,
  document: string,
  signed: Signed,
  looker?: Looker,
): Promise<
  { readonly type: PaperType; readonly paper: string; readonly bytes: Buffer } | undefined
> {
  const { clock, keys } = casework.register;
  const today = todayOf(clock());
  const read = await inCounties(casework, [county], async (tx) => {
    const stored = await loadCase(tx, county, key);
    if (stored === undefined || !mayHandle(stored, signed, today)) return undefined;
    const found = await findDocument(tx, county, key, document);
    return found && { found, row: stored.row, people: await listPeople(tx, county, key) };
  });
  if (read === undefined) return undefined;
  if (looker !== undefined) {
    const seen = read.people.map(({ person, county: at }) => ({ person, county: at ?? county }));
    const named = { ...looker, reference: read.row.reference };
    await inCounties(casework, [...new Set([county, ...seen.map((each) => each.county)])], (tx) =>
      noteLookUp(tx, casework.register, named, "case", county, seen),
    );
  }
  const { type, paper } = read.found;
  const about = aboutOf({ county, case: key }, document);
  return { type, paper, bytes: openBytes(folderOf(keys), read.found, about) };
}

/** Takes a paper of a draft back; whether there was one. */
export async function takeBack(
  casework: Casework,
  { county, case: key }: Place,
  document: string,
  signed: Signed,
): Promise<boolean> {
  const today = todayOf(casework.register.clock());
  return inCounties(casework, [county], async (tx) => {
    const stored = await loadCase(tx, county, key, true);
    if (stored === undefined || !mayHandle(stored, signed, today)) return false;
    if (stored.state.stage !== "draft") return false;
    return deleteDocument(tx, county, key, document, signed.account);
  });
}

/** The applicant, or the office. */
function mayHandle(stored: StoredCase, signed: Signed, today: string): boolean {
  const { application } = stored.state;
  if (!mayOpen(stored, signed, today) || application === undefined) return false;
  return signed.actor.kind === "staff" || isApplicant(application, signed.actor, today);
}

const folderOf = (keys: string): string => join(keys, "documents");

/** What a paper is sealed for: it opens as no other. */
const aboutOf = ({ county, case: key }: Place, document: string): string =>
  `${county}/${key}/${document}`;
