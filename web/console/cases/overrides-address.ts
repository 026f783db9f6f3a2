/** Where the decisions that a filter asks for are; `after` is the `next` of the page before. */
export function overridesAddress(asked: string, after?: string): string {
  const query = new URLSearchParams(asked);
  if (after !== undefined) query.set("after", after);
  return `/api/audit/cases/overrides?${query}`;
}

export const nextAddress = (asked: string, next: string | null): string | null =>
  next === null ? null : overridesAddress(asked, next);
