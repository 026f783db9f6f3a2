import { writeFile } from "node:fs/promises";
import { stringify } from "yaml";
import { type Dossier, fill, type Stated } from "../policy/index.ts";
import type { Texts } from "./text/texts.ts";

/** Writes a dossier as YAML to a file that is not there yet; the reason why not, if it cannot. */
export async function saveDossier(
  file: string,
  dossier: Dossier,
  texts: Texts,
): Promise<string | undefined> {
  try {
    await writeFile(file, dossierText(dossier), { flag: "wx", mode: 0o600 });
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    if (code === "EEXIST") return fill(texts.fileExists, { file });
    return fill(texts.fileUnwritable, { file, reason: code });
  }
}

/** The dossier as a person would write it: what is empty is left out, plain values stand plain. */
function dossierText({ facts, ...dossier }: Dossier): string {
  const said = Object.entries(facts).map(([name, stated]) => [name, plain(stated)] as const);
  const fields = Object.entries({ ...dossier, facts: Object.fromEntries(said) });
  return stringify(
    Object.fromEntries(
      fields.filter(([, value]) => typeof value !== "object" || Object.keys(value).length > 0),
    ),
  );
}

const plain = (stated: Stated): unknown =>
  Object.keys(stated).length === 1 ? stated.value : stated;
