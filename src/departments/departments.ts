// The sandbox: departments with made-up records, each with a data service, a key and a journal of its own.
import { join } from "node:path";
import {
  type Answer,
  beyondRules,
  lifetime,
  type Member,
  type MessageRefusal,
  open,
  type Question,
  requestMessage,
  seal,
} from "../exchange/index.ts";
import { ensureKey, listKeys } from "../platform/keys/index.ts";
import type { Named, Pack } from "../policy/index.ts";
import { digestsOf, type Journal, openJournal } from "./journal.ts";
import { recordsOf } from "./made-up-records.ts";

export type Refusal =
  | MessageRefusal
  | "replayed"
  | "asks-too-much"
  | "changed-question"
  | "not-for-us";

export type DepartmentSettings = {
  readonly pack: Pack;
  /** Where keys and journals are kept. */
  readonly folder: string;
  /** Who may ask. */
  readonly members: () => readonly Member[];
  readonly now: () => Date;
  readonly uuid: () => string;
  /** Random letters. */
  readonly nonce: () => string;
};

export type Answered =
  | { readonly jws: string }
  | { readonly refusal: Refusal; readonly beyond?: readonly string[] };

export type Departments = {
  readonly all: readonly Named[];
  /** Public keys of a department, newest last. */
  readonly keysOf: (department: string) => Promise<Member["keys"]>;
  /** Answers a signed request; undefined where there is no such department. */
  readonly answer: (department: string, jws: string) => Promise<Answered | undefined>;
  /** What a department logged of each question, by digest. */
  readonly logOf: (department: string) => readonly LoggedQuestion[] | undefined;
  readonly close: () => void;
};

export type LoggedQuestion = {
  readonly seq: number;
  readonly request: string;
  readonly from: string;
  readonly at: string;
  readonly state: "answered" | "refused";
  readonly question: string | null;
  readonly answer: string | null;
  readonly hash: string;
};

/** Opens every department of the pack's vocabulary; one that holds no records refuses whatever it is asked. */
export async function openDepartments(settings: DepartmentSettings): Promise<Departments> {
  const { pack, folder, now } = settings;
  const all = pack.vocabulary.departments;
  const journals = new Map<string, Journal>();
  const keysIn = (department: string): string => join(folder, department, "keys");
  for (const { id } of all) {
    await ensureKey(keysIn(id), now().toISOString());
    journals.set(id, openJournal(join(folder, id, "journal.jsonl"), id));
  }
  return {
    all,
    keysOf: async (department) =>
      (await listKeys(keysIn(department))).map(({ key, x }) => ({ key, x })),
    async answer(department, jws) {
      const journal = journals.get(department);
      if (journal === undefined) return undefined;
      return answerIn({ ...settings, department, journal, keys: keysIn(department) }, jws);
    },
    logOf: (department) =>
      journals
        .get(department)
        ?.entries.flatMap(({ seq, request, from, at, kind, hash, ...said }) =>
          kind === "repeated"
            ? []
            : [{ seq, request, from, at, state: kind, ...digestsOf(said), hash }],
        ),
    close: () => journals.forEach((journal) => journal.close()),
  };
}

type One = DepartmentSettings & {
  readonly department: string;
  readonly journal: Journal;
  readonly keys: string;
};

async function answerIn(one: One, jws: string): Promise<Answered> {
  const { department, journal, members, now, uuid } = one;
  const message = await open(jws, requestMessage, {
    self: department,
    members: members(),
    now: now(),
  });
  if (typeof message === "string") return { refusal: message };
  const { iss: from, jti, exp, question } = message;
  // From here to the journal nothing waits, so of two that are the same the second finds the first.
  if (journal.has(jti)) return { refusal: "replayed" };
  if (question.department !== department) return { refusal: "not-for-us" };
  const noted = { at: now().toISOString(), from, request: question.request, jti, exp };
  const first = journal.first(question.request);
  if (first !== undefined) {
    const same =
      first.from === from &&
      digestsOf(first).question === digestsOf({ question, answer: null }).question;
    journal.note({ ...noted, kind: "repeated", refusal: null, question: null, answer: null });
    if (!same) return { refusal: "changed-question" };
  }
  const beyond = beyondRules(one.pack, question, department, question.records);
  if (beyond.length > 0) {
    if (first === undefined) {
      journal.note({ ...noted, kind: "refused", refusal: "asks-too-much", question, answer: null });
    }
    return { refusal: "asks-too-much", beyond };
  }
  const answer = first?.answer ?? answerOf(one, question);
  if (first === undefined) {
    journal.note({ ...noted, kind: "answered", refusal: null, question, answer });
  }
  const iat = Math.floor(now().getTime() / 1000);
  const envelope = { iss: department, aud: from, iat, exp: iat + lifetime, jti: uuid() };
  return { jws: await seal(one.keys, { type: "answer", ...envelope, to: jti, answer }) };
}

/** The records asked for, field by field, stated by the department today. */
function answerOf({ pack, department, now, nonce }: One, question: Question): Answer {
  const stated = new Date(now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const held = question.records.map(({ kind, fields }) => {
    const found = recordsOf(pack.vocabulary, kind, question.person, question.on);
    const records = found.records.map((record) => ({
      ...Object.fromEntries(Object.entries(record).filter(([name]) => fields.includes(name))),
      source: department,
      stated,
    }));
    return { kind, records, complete: found.complete };
  });
  return {
    request: question.request,
    nonce: nonce(),
    department,
    stated,
    records: Object.fromEntries(held.map(({ kind, records }) => [kind, records])),
    complete: held.flatMap(({ kind, complete }) => (complete ? [kind] : [])),
  };
}
