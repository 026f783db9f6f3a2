// The public keys as the database knows them, against the folder of keys, which is the one to believe.
import { createPublicKey } from "node:crypto";
import { listKeys, type PublicKey } from "../../platform/keys/index.ts";
import type { Database, Transaction } from "../../platform/postgres/index.ts";
import { listSigningKeys, putSigningKey } from "./store/checkpoints.ts";

/** The database was signed with keys that the folder does not have; see `luohu checkpoint --help`. */
export class KeysLost extends Error {
  override readonly name = "KeysLost";
  readonly keys: readonly string[];

  constructor(keys: readonly string[]) {
    super(`the folder of keys lacks ${keys.join(", ")}`);
    this.keys = keys;
  }
}

/**
 * Writes the folder's public keys into the database, for those who check papers.
 * @throws KeysLost when the database knows one that the folder lacks: whoever could make both would go unseen
 */
export async function publishKeys(tx: Transaction, folder: string): Promise<void> {
  const ours = await listKeys(folder);
  const lost = (await tx.run(listSigningKeys)).filter(
    ({ key }) => !ours.some((each) => each.key === key),
  );
  if (lost.length > 0) throw new KeysLost(lost.map(({ key }) => key));
  for (const { key, x, created, retired } of ours) {
    await tx.run(putSigningKey, [key, spkiOf(x), created, retired]);
  }
}

/** The same in a transaction of its own. */
export const publishKeysOf = (database: Database, folder: string): Promise<void> =>
  database.inTransaction({ counties: [], department: "public-security" }, (tx) =>
    publishKeys(tx, folder),
  );

export function spkiOf(x: PublicKey["x"]): Buffer {
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return key.export({ type: "spki", format: "der" });
}

/** The public keys that the database publishes. */
export async function listPublishedKeys(database: Database): Promise<readonly PublicKey[]> {
  const rows = await database.inTransaction({ counties: [], department: "public-security" }, (tx) =>
    tx.run(listSigningKeys),
  );
  return rows.map(({ key, publicKey, since, until }) => ({
    key,
    x: xOf(publicKey),
    created: since,
    retired: until,
  }));
}

function xOf(spki: Buffer): string {
  const key = createPublicKey({ key: spki, format: "der", type: "spki" });
  return key.export({ format: "jwk" }).x ?? "";
}
