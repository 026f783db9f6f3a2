// The part of oidc-provider that is used here; the package brings no types.
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  export type Context = {
    body: unknown;
    type: string;
    readonly oidc: {
      readonly client?: { readonly clientId: string };
      readonly session?: { readonly accountId?: string };
      readonly account?: { readonly accountId: string };
      readonly provider: Provider;
    };
  };

  export type Interaction = {
    readonly uid: string;
    readonly prompt: { readonly name: string };
    readonly params: Readonly<Record<string, unknown>>;
    /** Who was signed in when the interaction began. */
    session?: { readonly uid: string };
    readonly exp: number;
    save(seconds: number): Promise<string>;
  };

  export class Grant {
    constructor(of: { clientId: string; accountId: string });
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, settings: Readonly<Record<string, unknown>>);
    readonly Grant: typeof Grant;
    readonly Session: {
      findByUid(uid: string): Promise<{ destroy(): Promise<void> } | undefined>;
    };
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionResult(
      request: IncomingMessage,
      response: ServerResponse,
      result: Readonly<Record<string, unknown>>,
    ): Promise<string>;
  }
}
