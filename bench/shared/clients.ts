// The server's clients: the demo's clerk, signed in once for each.
import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import { clerk } from "../../src/demo-data/index.ts";
import { newVisitor } from "../../src/identity/testing/visitor.ts";
import type { Installation } from "./installation.ts";

/** What a client asks; `expects` is the status that it counts as answered. */
export type Asking = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly expects: number;
};

/** Asks in the session of one client and gives the whole answer. @throws when it is not as expected */
export type Client = (asking: Asking) => Promise<Buffer>;

export type Server = {
  readonly url: string;
  readonly clients: readonly Client[];
  readonly close: () => Promise<void>;
};

/** Starts the server and signs in so many clerks. */
export async function startClients({ appUrl, keys }: Installation, count: number): Promise<Server> {
  const child = fork(fileURLToPath(new URL("serve.ts", import.meta.url)), {
    env: { ...process.env, DATABASE_URL: appUrl, LUOHU_KEYS: keys },
  });
  const ended = once(child, "exit");
  const [url] = (await Promise.race([
    once(child, "message"),
    ended.then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ])) as [string];
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const clients: Client[] = [];
  while (clients.length < count) clients.push(await signIn(url, agent));
  return {
    url,
    clients,
    async close() {
      agent.destroy();
      child.kill();
      await ended;
    },
  };
}

async function signIn(url: string, agent: Agent): Promise<Client> {
  const visitor = newVisitor(url);
  await visitor.visit(`auth/sign-in?as=${clerk.subject}&to=/`);
  const session = (await (await visitor.ask("api/session")).json()) as {
    readonly who: { readonly csrf: string; readonly role: string } | null;
  };
  if (session.who?.role !== clerk.role) throw new Error("the clerk could not sign in");
  const own = {
    cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
    "luohu-csrf": session.who.csrf,
    "luohu-purpose": "application",
  };
  const { hostname, port } = new URL(url);
  return ({ method, path, headers = {}, body, expects }) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const sent = request({
        agent,
        hostname,
        port,
        method,
        path,
        headers: {
          ...own,
          ...headers,
          ...(text === undefined
            ? {}
            : { "content-type": "application/json", "content-length": Buffer.byteLength(text) }),
        },
      });
      sent.once("error", reject);
      sent.once("response", (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () => {
          const answer = Buffer.concat(chunks);
          if (response.statusCode === expects) return resolve(answer);
          const said = answer.toString("utf8").slice(0, 500);
          return reject(new Error(`${method} ${path}: ${response.statusCode} ${said}`));
        });
      });
      sent.end(text);
    });
}
