import { parseDay } from "../calendar/day.ts";
import type { Dossier } from "./dossier.ts";
import { readIdNumber } from "./id-number.ts";
import { type Report, shown, within } from "./report.ts";
import { own, readDay, readFields, readText, refuseUnknownKeys } from "./value.ts";

const personFields = ["name", "id", "born"] as const;

/** Who asks: every field optional; the ID number by GB 11643-1999 and in agreement with the day of birth. */
export function readPerson(
  input: unknown,
  on: string | undefined,
  report: Report,
): Dossier["person"] {
  const fields = readFields(input, "person", report);
  if (fields === undefined) return undefined;
  refuseUnknownKeys(fields, personFields, "person", report);
  const [name, id, born] = [own(fields, "name"), own(fields, "id"), own(fields, "born")];
  const person = {
    ...present("name", name === undefined ? undefined : readText(name, "person.name", report)),
    ...present("id", id === undefined ? undefined : readId(id, report)),
    ...present("born", born === undefined ? undefined : readDay(born, "person.born", report)),
  };
  checkBirth(person, on, report);
  return person;
}

function readId(input: unknown, report: Report): string | undefined {
  const path = within("person", "id");
  // Digits past 2^53 are lost when the number is read without quotes.
  if (typeof input !== "string") {
    report("wrong-type", path, { found: shown(input), expected: '"11010519491231002X"' });
    return undefined;
  }
  const text = input.slice(0, 40).toUpperCase();
  const read = readIdNumber(text);
  switch (read.kind) {
    case "valid":
      return text;
    case "malformed":
      report("bad-id-number", path, { length: input.length });
      return undefined;
    case "no-such-day":
      report("bad-id-number-day", path, { day: text.slice(6, 14) });
      return undefined;
    case "check-digit":
      report("bad-id-number-check", path);
      return undefined;
  }
}

function checkBirth(
  person: { readonly id?: string; readonly born?: string },
  on: string | undefined,
  report: Report,
): void {
  const numbered = person.id === undefined ? undefined : readIdNumber(person.id);
  const inNumber = numbered?.kind === "valid" ? numbered.born : undefined;
  if (inNumber !== undefined && person.born !== undefined && inNumber !== person.born) {
    report("bad-id-number-born", "person.id", { inNumber, born: person.born });
  }
  const born = person.born ?? inNumber;
  if (born === undefined || on === undefined) return;
  if ((parseDay(born) ?? 0) > (parseDay(on) ?? 0)) {
    report("born-later", person.born === undefined ? "person.id" : "person.born", { born, on });
  }
}

/** `{key: value}`, or nothing when there is no value. */
export function present<K extends string, V>(
  key: K,
  value: V | undefined,
): { readonly [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}
