// What people see of the exchange about themselves, and what they object to.
import type { Pack, Text } from "../policy/index.ts";
import { type Register, uuidAt, viewOwnLookUps } from "../register/index.ts";
import type { AskedRecords } from "./domain/minimal-request.ts";
import type { Challenge, OwnExchange } from "./contract.ts";
import { type Exchange, scopeOf } from "./exchange.ts";
import { insertChallenge, listChallengesOf } from "./store/challenges.ts";
import { listOfPerson, type StoredRequest } from "./store/requests.ts";

const mostShown = 500;

/** Which departments were asked about a person, when, for what, by which clause, and for which fields; newest first. */
export async function viewOwnExchanges(
  { database, pack }: Exchange,
  own: number,
): Promise<OwnExchange[]> {
  const rows = await database.inTransaction(scopeOf([]), (tx) =>
    tx.run(listOfPerson, [own, mostShown]),
  );
  return rows.map((row) => ({
    ...shownOf(pack, row),
    by: row.by,
    department: row.department,
    departmentLabel: departmentLabelOf(pack, row.department),
  }));
}

/** A question as it is shown, without whom it is about. */
export function shownOf(pack: Pack, row: StoredRequest) {
  const { county, service, on, basis, asked, state, settled } = row;
  return {
    id: row.request,
    county,
    case: row.case,
    service,
    on,
    purpose: row.purpose as OwnExchange["purpose"],
    basis,
    records: labelRecords(pack, row.records),
    asked,
    state,
    settled,
  };
}

/** Records asked for, in the vocabulary's words. */
export const labelRecords = ({ vocabulary }: Pack, records: readonly AskedRecords[]) =>
  records.map(({ kind, fields }) => {
    const found = vocabulary.records.find(({ name }) => name === kind);
    const labels = fields.map(
      (field) => found?.fields.find(({ name }) => name === field)?.label ?? plain(field),
    );
    return { kind, label: found?.label ?? plain(kind), fields: labels };
  });

export const departmentLabelOf = (pack: Pack, department: string): Text =>
  pack.vocabulary.departments.find(({ id }) => id === department)?.label ?? plain(department);

const plain = (text: string): Text => ({ "zh-CN": text, en: text });

export const viewOwnChallenges = (
  { database }: Exchange,
  own: number,
): Promise<readonly Challenge[]> =>
  database.inTransaction(scopeOf([]), (tx) => tx.run(listChallengesOf, [own]));

/** What someone objects to: a question to a department, or a look at the register. */
export type Objection = {
  readonly about: Challenge["about"];
  readonly aboutId: string;
  readonly reason: string;
};

/** Keeps an objection; one made before stays as it was. Undefined where it is about nothing of theirs. */
export async function challengeOwn(
  exchange: Exchange,
  register: Register,
  own: number,
  { about, aboutId, reason }: Objection,
): Promise<Challenge | undefined> {
  const seen: readonly { readonly id: string; readonly county: number }[] =
    about === "exchange"
      ? await viewOwnExchanges(exchange, own)
      : await viewOwnLookUps(register, own);
  const county = seen.find(({ id }) => id === aboutId)?.county;
  if (county === undefined) return undefined;
  const { database, clock, random } = exchange;
  const now = clock();
  const [made] = await database.inTransaction(scopeOf([county]), (tx) =>
    tx.run(insertChallenge, [
      county,
      uuidAt(now, random),
      own,
      about,
      aboutId,
      reason,
      now.toISOString(),
    ]),
  );
  if (made !== undefined) return made;
  const all = await viewOwnChallenges(exchange, own);
  return all.find((each) => each.about === about && each.aboutId === aboutId);
}
