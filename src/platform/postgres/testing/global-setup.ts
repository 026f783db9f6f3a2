// Runs in vitest's main process, which outlives its workers: they ask it for databases.
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { findDebianPrograms } from "./debian.ts";
import { type Addresses, joinTestServer, startTestServer, type TestServer } from "./server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where tests ask for databases. */
    databases: string;
  }
}

/** The server that comes with Luohu, Debian's, and the one that TEST_DATABASE_URL names. */
const starts = {
  bundled: () => startTestServer(),
  debian: () => startTestServer(findDebianPrograms()),
  outside: () => joinTestServer(process.env["TEST_DATABASE_URL"] ?? ""),
};

export type ServerName = keyof typeof starts;

/** Answers POST /server (a fresh database; the first one starts the server) and DELETE (drop it). */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = new Map<ServerName, Promise<TestServer>>();
  const secret = randomBytes(16).toString("hex");

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, word, name] = (request.url ?? "").split("/");
    if (word !== secret || name === undefined || !(name in starts)) {
      response.writeHead(404).end();
      return;
    }
    const server = await getServer(name as ServerName);
    if (request.method === "DELETE") {
      await server.drop(JSON.parse(await textOf(request)) as Addresses);
      response.end();
    } else response.end(JSON.stringify(await server.create()));
  }

  function getServer(name: ServerName): Promise<TestServer> {
    const server = servers.get(name) ?? starts[name]();
    servers.set(name, server);
    return server;
  }

  const http = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  project.provide("databases", `http://127.0.0.1:${port}/${secret}`);

  return async () => {
    http.close();
    http.closeAllConnections();
    for (const starting of servers.values()) {
      const server = await starting.catch(() => undefined);
      await server?.stop();
    }
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
