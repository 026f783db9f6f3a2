const longest = 500;

/** Where to go after signing in: a page of our own, never another site's; else the first page. */
export function returnPath(asked: string | undefined): string {
  const base = "http://here.invalid";
  if (asked === undefined || asked.length > longest || !/^\/(?![/\\])/.test(asked)) return "/";
  const url = URL.parse(asked, base);
  if (url?.origin !== base || url.pathname.startsWith("//")) return "/";
  const leadsBack = /^\/(auth|api|demo-identity)(\/|$)/.test(url.pathname);
  return leadsBack ? "/" : url.pathname + url.search + url.hash;
}
