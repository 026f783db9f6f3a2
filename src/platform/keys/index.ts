export {
  adoptKeys,
  KeysError,
  ensureKey,
  listKeys,
  type PublicKey,
  rotateKey,
} from "./key-folder.ts";
export { jwsOf, sign, type Signed, verifySignature } from "./signature.ts";
export { openBytes, type Sealed, sealBytes } from "./secret.ts";
