import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { afterAll } from "vitest";

/** A server that answers every POST with a text, until the file's tests are done; gives where it listens. */
export async function answerPosts(
  answer: (path: string, body: string) => string | Promise<string>,
): Promise<string> {
  const server = createServer((request, response) => {
    void read(request)
      .then((body) => answer(request.url ?? "", body))
      .then((text) => response.end(text));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
