/** An expected refusal is a value, never a throw. */
export type Result<T, P> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly P[] };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const refused = <P>(
  ...problems: readonly P[]
): { readonly ok: false; readonly problems: readonly P[] } => ({ ok: false, problems });
