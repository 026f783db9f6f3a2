import { statement, type Transaction } from "../../platform/postgres/index.ts";
import type { PaperType } from "../domain/paper-type.ts";

/** A paper that was handed in, without its bytes. */
export type DocumentRow = {
  readonly document: string;
  readonly paper: string;
  readonly type: PaperType;
  readonly size: number;
  readonly account: string;
  readonly atWindow: boolean;
  readonly at: string;
};

/** Its bytes, sealed. */
export type SealedDocument = DocumentRow & {
  readonly key: string;
  readonly nonce: Buffer;
  readonly bytes: Buffer;
};

const columns = `document_id AS document, paper, type, size, account, at_window AS "atWindow", at`;

const list = statement<DocumentRow>(
  "casework-list-documents",
  `SELECT ${columns} FROM case_document WHERE county = $1 AND case_id = $2 ORDER BY document_id`,
);

export const listDocuments = (
  tx: Transaction,
  county: number,
  key: string,
): Promise<readonly DocumentRow[]> => tx.run(list, [county, key]);

const find = statement<SealedDocument>(
  "casework-find-document",
  `SELECT ${columns}, key_id AS key, nonce, sealed AS bytes FROM case_document
   WHERE county = $1 AND case_id = $2 AND document_id = $3`,
);

export async function findDocument(
  tx: Transaction,
  county: number,
  key: string,
  document: string,
): Promise<SealedDocument | undefined> {
  const [found] = await tx.run(find, [county, key, document]);
  return found;
}

const insert = statement(
  "casework-insert-document",
  `INSERT INTO case_document (county, case_id, document_id, paper, type, size, digest, account, at_window, at, key_id,
     nonce, sealed)
   VALUES ($1, $2, $3, $4, $5, $6, sha256($11), $7, $8, $9, $10, $12, $11)`,
);

export async function insertDocument(
  tx: Transaction,
  county: number,
  of: string,
  made: SealedDocument,
): Promise<void> {
  const { document, paper, type, size, account, atWindow, at, key, nonce, bytes } = made;
  await tx.run(insert, [
    county,
    of,
    document,
    paper,
    type,
    size,
    account,
    atWindow,
    at,
    key,
    bytes,
    nonce,
  ]);
}

const remove = statement<{ readonly document: string }>(
  "casework-delete-document",
  `DELETE FROM case_document WHERE county = $1 AND case_id = $2 AND document_id = $3 AND account = $4
   RETURNING document_id AS document`,
);

/** Whether there was one of the account. */
export async function deleteDocument(
  tx: Transaction,
  county: number,
  key: string,
  document: string,
  account: string,
): Promise<boolean> {
  return (await tx.run(remove, [county, key, document, account])).length > 0;
}
