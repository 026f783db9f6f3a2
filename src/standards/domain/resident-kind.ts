/** GA/T 2000.27: family, collective, not yet registered, other. */
export type ResidentKind = 10 | 20 | 30 | 90;

const kinds: ReadonlyMap<string, ResidentKind> = new Map([
  // GA/T 2000.27; 11, 12, 21 and 22 told agricultural from non-agricultural
  ["10", 10],
  ["11", 10],
  ["12", 10],
  ["20", 20],
  ["21", 20],
  ["22", 20],
  ["30", 30],
  ["90", 90],
  // GA 324.1, before it: not registered, the same four, own grain, lodgers, temporary, other
  ["0", 30],
  ["1", 10],
  ["2", 10],
  ["3", 20],
  ["4", 20],
  ["5", 10],
  ["6", 90],
  ["7", 90],
  ["8", 90],
]);

/**
 * The kind of household behind a code of an older register: whether it was agricultural is dropped (R8, row B1).
 * Undefined for a code that neither table has.
 */
export function residentKindOf(oldCode: string): ResidentKind | undefined {
  return kinds.get(oldCode.trim());
}
