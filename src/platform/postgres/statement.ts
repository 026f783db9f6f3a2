/** A named SQL statement; its type says what rows it gives. The name is unique in the program. */
export type Statement<Row> = {
  readonly name: string;
  readonly text: string;
  /** Never set: it carries the type of a row. */
  readonly row?: Row;
};

/** PostgreSQL cuts longer names short, and two could become one. */
const longestName = 63;

const registered = new Map<string, Statement<unknown>>();

/** Names a statement, so that a connection parses and plans it once, and a test prepares it. */
export function statement<Row = never>(name: string, text: string): Statement<Row> {
  if (!/^[a-z][a-z0-9-]*$/.test(name) || name.length > longestName) {
    throw new Error(`not a statement's name: ${name}`);
  }
  if (registered.has(name)) throw new Error(`two statements are named ${name}`);
  const made: Statement<Row> = { name, text };
  registered.set(name, made);
  return made;
}

/** Every statement of the modules loaded so far. */
export function registeredStatements(): readonly Statement<unknown>[] {
  return [...registered.values()];
}
