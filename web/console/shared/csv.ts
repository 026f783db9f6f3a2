/** Rows as RFC 4180 has them, with a mark that lets spreadsheets read the letters right. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("")}`;
}

/** What begins like a formula would be run by a spreadsheet: a letter before it keeps it words. */
function cellOf(value: string | number): string {
  if (typeof value === "number") return String(value);
  const words = /^[\s]*[=+\-@]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
