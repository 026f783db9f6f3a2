/** A name keeps its own direction within a line of another (U+2068, U+2069: first strong isolate). */
export const isolate = (name: string): string => `\u2068${name}\u2069`;
