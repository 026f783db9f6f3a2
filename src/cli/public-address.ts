import { fill } from "../policy/index.ts";
import { isLoopback } from "../platform/http/index.ts";
import type { Call } from "./command.ts";

export type PublicAddress = { readonly publicUrl?: string; readonly proxy?: string };

/**
 * Where people reach the pages (LUOHU_URL; by default where the server listens), and the addresses of the proxies
 * that say whom they speak for (LUOHU_PROXY); undefined, with the reason printed, where the first is of no use.
 */
export function usePublicAddress({ io, texts }: Call): PublicAddress | undefined {
  const named = io.env["LUOHU_URL"] ?? "";
  const proxy = io.env["LUOHU_PROXY"] ?? "";
  const shared = proxy === "" ? {} : { proxy };
  if (named === "") return shared;
  const url = URL.parse(named);
  // Over plain HTTP a session could be read on the way.
  const safe =
    url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  if (url !== null && safe && url.pathname === "/") return { ...shared, publicUrl: url.origin };
  io.err(`luohu: ${fill(texts.publicUrlUnsafe, { value: JSON.stringify(named) })}\n`);
  return undefined;
}
