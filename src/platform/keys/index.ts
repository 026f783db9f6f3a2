export { KeysError, ensureKey, listKeys, type PublicKey, rotateKey } from "./key-folder.ts";
export { type Signed, sign, verifySignature } from "./signature.ts";
