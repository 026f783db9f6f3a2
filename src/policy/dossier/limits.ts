/** Bytes of text that a dossier may have. */
export const byteLimit = 1024 * 1024;
/** Records of all kinds together. */
export const recordLimit = 5000;
/** Characters of one text. */
export const textLimit = 200;
