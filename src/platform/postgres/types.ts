// What comes out of a column. Dates stay text: a day has no time zone.
import pg from "pg";

const oid = {
  int8: 20,
  date: 1082,
  timestamptz: 1184,
  int8Array: 1016,
  dateArray: 1182,
  timestamptzArray: 1185,
} as const;

type Parse = (text: string) => unknown;

const parsers = new Map<number, Parse>([
  [oid.int8, parseSafeInteger],
  [oid.date, (text) => text],
  [oid.timestamptz, parseInstant],
  [oid.int8Array, arrayOf(parseSafeInteger)],
  [oid.dateArray, arrayOf((text) => text)],
  [oid.timestamptzArray, arrayOf(parseInstant)],
]);

/** For pg's `types` option: int8 as number, date as `YYYY-MM-DD`, timestamptz as ISO text. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    (format === "binary" ? undefined : parsers.get(id)) ?? pg.types.getTypeParser(id, format),
};

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error("a number in the database is beyond 2^53");
  return value;
}

/** As Date.toISOString writes it: UTC, milliseconds. */
function parseInstant(text: string): string {
  if (text === "infinity" || text === "-infinity") return text;
  return new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")).toISOString();
}

/** A list, not a table: elements of these types hold no comma and no quote of their own. */
function arrayOf(parse: Parse): Parse {
  return (text) =>
    text === "{}"
      ? []
      : text
          .slice(1, -1)
          .split(",")
          .map((each) => (each === "NULL" ? null : parse(each.replaceAll('"', ""))));
}
