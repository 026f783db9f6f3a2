// An identity provider on a port of its own, as a real one would be: for tests of signing in.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Provider } from "oidc-provider";
import type { DemoPerson } from "../person.ts";
import { makeProvider, scopes } from "../provider.ts";

export type TestProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** Where the client turned out to be; to be called before anyone signs in. */
  readonly serve: (clientOrigin: string) => void;
  readonly close: () => void;
};

/** Whoever comes is signed in as `subject`. With a `mark` it says that its people are made up. */
export async function startTestProvider(
  people: readonly DemoPerson[],
  subject: string,
  mark?: string,
): Promise<TestProvider> {
  let provider: Provider | undefined;
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    const answer = async () => {
      if (provider === undefined) throw new Error("the client is not known yet");
      if (!url.startsWith("/interaction/")) return provider.callback()(request, response);
      const login = { accountId: subject };
      const location = await provider.interactionResult(request, response, { login });
      response.writeHead(303, { location }).end();
    };
    answer().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const client = { clientId: "luohu-test", clientSecret: "not-a-secret-of-anyone" };
  return {
    issuer,
    ...client,
    scope: scopes.join(" "),
    serve(clientOrigin) {
      const interaction = (uid: string) => `/interaction/${uid}`;
      provider = makeProvider({ issuer, ...client, clientOrigin, people, mark, interaction });
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
