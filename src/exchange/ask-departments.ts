import type { PurposeCode } from "../platform/auth/index.ts";
import type { Transaction } from "../platform/postgres/index.ts";
import type { Problem, Result } from "../policy/index.ts";
import { bytesOf, uuidAt } from "../register/index.ts";
import type { Question } from "./contract.ts";
import { digestOf } from "./digest.ts";
import { type Known, type Matter, minimalRequests } from "./domain/minimal-request.ts";
import type { Exchange } from "./exchange.ts";
import { appendEntry } from "./log.ts";
import { insertPayload } from "./store/payloads.ts";
import { insertRequest } from "./store/requests.ts";

/** A case that asks departments about one person. */
export type Ask = Matter & {
  /** County whose office handles the case. */
  readonly county: number;
  readonly caseReference: string;
  readonly person: number;
  /** Citizen ID number of the person. */
  readonly idNumber: string;
  readonly purpose: PurposeCode;
  readonly by: { readonly account: string; readonly name: string };
  /** What need not be asked. */
  readonly known?: Known;
};

/**
 * Asks every department that holds what the rules can still read, in the caller's transaction: what is committed with
 * the case is sent, by whichever server runs. Asked again for the same day it gives nothing new. Gives the keys of the
 * new requests; refuses as the engine does where there are no rules. It takes the head of the county's exchange log:
 * run it last but for the register's chain.
 */
export async function askDepartments(
  tx: Transaction,
  exchange: Exchange,
  ask: Ask,
): Promise<Result<readonly string[], Problem>> {
  const { pack, clock, random } = exchange;
  const { county, caseReference, person, service, place, on, purpose } = ask;
  const requests = minimalRequests(pack, { service, place, on }, ask.known);
  if (!requests.ok) return requests;
  const now = clock();
  const entries: { readonly department: string; readonly question: Question }[] = [];
  for (const { department, records, basis } of requests.value) {
    const request = uuidAt(now, random);
    const isNew = await insertRequest(tx, {
      county,
      request,
      case: caseReference,
      person,
      department,
      service,
      placeCounty: Number(place.county),
      placeKind: place.kind ?? null,
      on,
      purpose,
      basis,
      records,
      account: ask.by.account,
      by: ask.by.name,
      asked: now.toISOString(),
    });
    if (!isNew) continue;
    const question: Question = {
      request,
      nonce: random(16).toString("base64url"),
      department,
      purpose,
      basis: [...basis],
      case: caseReference,
      person: ask.idNumber,
      service,
      place,
      on,
      records: records.map(({ kind, fields }) => ({ kind, fields: [...fields] })),
    };
    await tx.run(insertPayload, [county, request, "question", bytesOf(question)]);
    entries.push({ department, question });
  }
  for (const { department, question } of entries) {
    const { request } = question;
    const digest = digestOf(question);
    await appendEntry(tx, exchange, { county, request, kind: "asked", department, digest });
  }
  return { ok: true, value: entries.map(({ question }) => question.request) };
}
