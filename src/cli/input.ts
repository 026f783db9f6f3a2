import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { fill } from "../policy/index.ts";
import type { Call } from "./command.ts";

/** Bytes read before a text is called too large for a dossier. */
const byteLimit = 1024 * 1024;

export type Input =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "problem"; readonly message: string };

/** Reads a dossier's text from a file, or from standard input for `-`; never more than a dossier may have. */
export async function readInput(file: string, { io, texts }: Call): Promise<Input> {
  const problem = (template: string, reason = ""): Input => ({
    kind: "problem",
    message: fill(template, { file, limit: byteLimit, reason }),
  });
  try {
    const bytes = file === "-" ? await readStream(io.stdin) : await readFileStart(file);
    if (bytes.length > byteLimit) return problem(texts.fileTooLarge);
    return { kind: "text", text: bytes.toString("utf8") };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" || code === "ENOTDIR") return problem(texts.fileMissing);
    if (code === "EISDIR") return problem(texts.fileIsFolder);
    return problem(texts.fileUnreadable, code === "" ? String(error) : code);
  }
}

async function readFileStart(file: string): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    return await readStream(handle.createReadStream({ autoClose: false }));
  } finally {
    await handle.close();
  }
}

async function readStream(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array);
    chunks.push(bytes);
    length += bytes.length;
    if (length > byteLimit) break;
  }
  return Buffer.concat(chunks);
}
