import { saveFile } from "../../../ui/save-file.ts";
import type { Person } from "../shapes.ts";

/** The file's name lies in a folder for others to see, so it has no name in it. */
export function saveRecord(record: Person, today: string): void {
  const text = `${JSON.stringify(record, null, 2)}\n`;
  saveFile(`luohu-record-${today}.json`, "application/json", text);
}
