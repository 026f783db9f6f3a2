// Runs in vitest's main process, which outlives its workers: they ask it for databases.
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { type Addresses, startTestServer, type TestServer } from "./server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databases: string;
  }
}

/** Answers POST (a fresh database) and DELETE (drop it); the first POST starts PostgreSQL. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<TestServer> | undefined;
  const secret = `/${randomBytes(16).toString("hex")}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== secret) return void response.writeHead(404).end();
    const server = await (starting ??= startTestServer());
    if (request.method === "DELETE") {
      await server.drop(JSON.parse(await textOf(request)) as Addresses);
      response.end();
    } else response.end(JSON.stringify(await server.create()));
  }

  const http = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  project.provide("databases", `http://127.0.0.1:${port}${secret}`);

  return async () => {
    http.close();
    http.closeAllConnections();
    await (await starting?.catch(() => undefined))?.stop();
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
