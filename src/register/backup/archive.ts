// The file of a backup: frames one after the other, so that it streams in both directions.
//
//   LUOHU-BACKUP\n · frames · 32 bytes: sha256 of all before
//
// A frame is a letter, a length (4 bytes, big-endian) and that many bytes. H: header, JSON. S: a section begins,
// JSON with its name and columns. D: some of its bytes, zstd. E: it ends, JSON with rows and sha256 of its bytes.
// Z: the end, empty. The bytes of a section are rows in the text format of PostgreSQL's COPY.
import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { z } from "zod";

/** The format that is written; a newer one is refused. */
export const format = 1;

const magic = Buffer.from("LUOHU-BACKUP\n");
const sumLength = 32;
/** More than any frame has: a damaged length must not fill the memory. */
const longestFrame = 64 * 1024 * 1024;

const header = z.object({
  format: z.int(),
  /** When it was taken, an instant. */
  taken: z.string(),
  /** Name of the newest migration that the database had. */
  schema: z.string(),
});
export type Header = z.infer<typeof header>;

const sectionStart = z.object({ name: z.string(), columns: z.array(z.string()) });
export type SectionStart = z.infer<typeof sectionStart>;

const sectionEnd = z.object({ rows: z.int(), sha256: z.string() });

/** An archive that cannot be used; `section` is where it is damaged, as far as that is known. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
  readonly code: "not-an-archive" | "newer-format" | "damaged" | "cut-short";
  readonly section: string;

  constructor(code: ArchiveError["code"], section = "") {
    super(`${code} ${section}`.trim());
    this.code = code;
    this.section = section;
  }
}

export type ArchiveWriter = {
  section(start: SectionStart, content: AsyncIterable<Buffer>): Promise<number>;
  end(): Promise<void>;
};

/** Writes to an open file; gives back how to add sections, each with how many rows it had. */
export async function writeArchive(file: FileHandle, start: Header): Promise<ArchiveWriter> {
  const whole = createHash("sha256");
  const write = async (bytes: Buffer): Promise<void> => {
    whole.update(bytes);
    await file.write(bytes);
  };
  const frame = async (letter: string, content: Buffer): Promise<void> => {
    const head = Buffer.alloc(5);
    head.write(letter, 0, "latin1");
    head.writeUInt32BE(content.length, 1);
    await write(Buffer.concat([head, content]));
  };
  const json = (letter: string, value: object): Promise<void> =>
    frame(letter, Buffer.from(JSON.stringify(value)));

  await write(magic);
  await json("H", start);
  return {
    async section(begin, content) {
      await json("S", begin);
      const sum = createHash("sha256");
      let rows = 0;
      for await (const chunk of content) {
        sum.update(chunk);
        rows += countLines(chunk);
        await frame("D", zstdCompressSync(chunk));
      }
      await json("E", { rows, sha256: sum.digest("hex") });
      return rows;
    },
    async end() {
      await frame("Z", Buffer.alloc(0));
      await file.write(whole.digest());
      await file.sync();
    },
  };
}

/** A row of COPY's text format is a line: newlines inside values are written as \n. */
function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

export type ArchivePart =
  | { readonly kind: "header"; readonly header: Header }
  | { readonly kind: "section"; readonly section: SectionStart }
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  | { readonly kind: "end-of-section"; readonly rows: number };

/**
 * Reads an archive from front to back, checking every sum. All of it has been checked only when it is at its end.
 * @throws ArchiveError
 */
export async function* readArchive(path: string): AsyncGenerator<ArchivePart> {
  const file = await open(path, "r");
  try {
    yield* readParts(file);
  } finally {
    await file.close();
  }
}

async function* readParts(file: FileHandle): AsyncGenerator<ArchivePart> {
  const whole = createHash("sha256");
  let section = "header";
  let sum: Hash | undefined;
  let rows = 0;
  const take = async (length: number): Promise<Buffer> => {
    const bytes = Buffer.alloc(length);
    let got = 0;
    while (got < length) {
      const { bytesRead } = await file.read(bytes, got, length - got);
      if (bytesRead === 0) throw new ArchiveError("cut-short", section);
      got += bytesRead;
    }
    return bytes;
  };
  const start = await take(magic.length).catch(() => Buffer.alloc(0));
  if (!start.equals(magic)) throw new ArchiveError("not-an-archive");
  whole.update(start);
  for (let first = true; ; first = false) {
    const head = await take(5);
    const letter = head.toString("latin1", 0, 1);
    const length = head.readUInt32BE(1);
    if (!"HSDEZ".includes(letter) || length > longestFrame || first !== (letter === "H")) {
      throw new ArchiveError("damaged", section);
    }
    const content = await take(length);
    whole.update(head).update(content);
    if (letter === "Z") break;
    if (letter === "H") {
      const read = parse(header, content, section);
      if (read.format > format) throw new ArchiveError("newer-format");
      yield { kind: "header", header: read };
    } else if (letter === "S") {
      const read = parse(sectionStart, content, section);
      section = read.name;
      sum = createHash("sha256");
      rows = 0;
      yield { kind: "section", section: read };
    } else if (sum === undefined) throw new ArchiveError("damaged", section);
    else if (letter === "D") {
      const bytes = inflate(content, section);
      sum.update(bytes);
      rows += countLines(bytes);
      yield { kind: "bytes", bytes };
    } else {
      const read = parse(sectionEnd, content, section);
      if (read.rows !== rows || read.sha256 !== sum.digest("hex")) {
        throw new ArchiveError("damaged", section);
      }
      sum = undefined;
      yield { kind: "end-of-section", rows };
    }
  }
  section = "end";
  if (!(await take(sumLength)).equals(whole.digest())) throw new ArchiveError("damaged", section);
  const more = await file.read(Buffer.alloc(1), 0, 1);
  if (sum !== undefined || more.bytesRead > 0) throw new ArchiveError("damaged", section);
}

function parse<T>(shape: z.ZodType<T>, content: Buffer, section: string): T {
  try {
    return shape.parse(JSON.parse(content.toString("utf8")));
  } catch {
    throw new ArchiveError("damaged", section);
  }
}

function inflate(content: Buffer, section: string): Buffer {
  try {
    return zstdDecompressSync(content, { maxOutputLength: longestFrame });
  } catch {
    throw new ArchiveError("damaged", section);
  }
}
