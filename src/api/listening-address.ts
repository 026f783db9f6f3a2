import type { FastifyInstance } from "fastify";

/** Where a server listens; before it does, a name that leads nowhere. */
export function addressOf({ server }: FastifyInstance): string {
  const bound = server.address();
  if (typeof bound !== "object" || bound === null) return "http://localhost";
  const { address, port } = bound;
  return `http://${address.includes(":") ? `[${address}]` : address}:${port}`;
}
