import type { Readable } from "node:stream";

/** Characters of a line beyond which nothing more is read: no answer is that long. */
const lineLimit = 64 * 1024;

/** A stream's text line by line; ends with the stream, or at a line without end. */
export async function* linesOf(stream: Readable): AsyncGenerator<string, void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of stream) {
    rest += decoder.decode(Buffer.from(chunk as Uint8Array), { stream: true });
    const lines = rest.split(/\r?\n/);
    rest = lines.pop() ?? "";
    yield* lines;
    if (rest.length > lineLimit) return;
  }
  if (rest !== "") yield rest;
}
