import type { Person } from "../shapes.ts";

/** Hands the record to the browser's own download. The file's name lies in a folder for others to see, so it has no name in it. */
export function saveRecord(record: Person, today: string): void {
  const file = new Blob([`${JSON.stringify(record, null, 2)}\n`], { type: "application/json" });
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = `luohu-record-${today}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
