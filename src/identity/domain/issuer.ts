/** One way to write an issuer: with or without a slash at the end, it is the same provider. */
export const issuerKey = (issuer: string): string => URL.parse(issuer)?.href ?? issuer;
