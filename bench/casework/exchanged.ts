// What departments were asked about the applicants, and what they said: our log of it, link by link.
import { hash, randomBytes } from "node:crypto";
import type { Answer, Question } from "../../src/exchange/index.ts";
import type { MinimalRequest } from "../../src/exchange/domain/minimal-request.ts";
import { genesisOf } from "../../src/exchange/log.ts";
import type { CopyValue } from "../../src/platform/postgres/index.ts";
import { bytesOf, linkOf } from "../../src/register/index.ts";
import { uuidAt } from "../../src/register/uuid.ts";
import type { Row } from "../shared/copy-tables.ts";
import { recordsOf } from "./grounds.ts";
import type { MadeCase } from "./made-cases.ts";

export type Exchanged = {
  readonly county: number;
  readonly today: string;
  /** What each department may be asked. */
  readonly requests: readonly MinimalRequest[];
};

type ExchangeRows = Readonly<
  Record<"exchange_request" | "exchange_payload" | "exchange_log", Row[]>
>;

/** Adds a case's questions and answers to the rows; `head` is the newest link afterwards. */
export function openExchangeLog({ county, today, requests }: Exchanged): {
  readonly add: (rows: ExchangeRows, made: MadeCase) => void;
  readonly head: () => readonly CopyValue[];
} {
  let [prev, newest, seq] = [genesisOf(county), genesisOf(county), 0];

  function append(
    rows: ExchangeRows,
    at: string,
    [request, kind, department]: readonly string[],
    bytes: Buffer,
  ) {
    const entry = uuidAt(new Date(at), randomBytes);
    const digest = hash("sha256", bytes, "buffer");
    seq += 1;
    prev = newest;
    newest = linkOf(prev, county, seq, entry, digest);
    rows.exchange_log.push([
      county,
      seq,
      entry,
      request ?? "",
      at,
      kind ?? "",
      department ?? "",
      digest,
      prev,
      newest,
    ]);
  }

  function add(rows: ExchangeRows, { row, family, ground, course }: MadeCase): void {
    const on = row.submitted ?? today;
    const at = `${on}T02:00:01.000Z`;
    const held = recordsOf(ground, family, today);
    for (const { department, records, basis } of requests) {
      const request = uuidAt(new Date(at), randomBytes);
      const nonce = () => randomBytes(16).toString("base64url");
      const question: Question = {
        request,
        nonce: nonce(),
        department,
        purpose: "application",
        basis: [...basis],
        case: row.reference,
        person: family.members[0]?.idNumber ?? "",
        service: row.service,
        place: { county: String(county), kind: "town" },
        on,
        records: records.map(({ kind, fields }) => ({ kind, fields: [...fields] })),
      };
      const source = { source: department, stated: on };
      const answer: Answer = {
        request,
        nonce: nonce(),
        department,
        stated: on,
        records: Object.fromEntries(
          records.map(({ kind }) => [
            kind,
            (held[kind] ?? []).map((each) => ({ ...each, ...source })),
          ]),
        ),
        complete: records.flatMap(({ kind }) => (ground.open.includes(kind) ? [] : [kind])),
      };
      const [asked, said] = [bytesOf(question), bytesOf(answer)];
      const who = course.actions[0]?.by;
      const actor = [who?.kind === "resident" ? who.session : "", "本人"];
      const asks = [county, request, row.reference, row.person, department, row.service];
      const where = [county, "town", on, "application", arrayOf(basis), JSON.stringify(records)];
      rows.exchange_request.push([...asks, ...where, ...actor, at, "answered", 1, at, at]);
      rows.exchange_payload.push([county, request, "question", asked]);
      rows.exchange_payload.push([county, request, "answer", said]);
      append(rows, at, [request, "asked", department], asked);
      append(rows, at, [request, "answered", department], said);
    }
  }

  return { add, head: () => [county, seq, prev, newest] };
}

/** As PostgreSQL writes an array of texts. */
const arrayOf = (texts: readonly string[]): string =>
  `{${texts.map((text) => JSON.stringify(text)).join(",")}}`;
