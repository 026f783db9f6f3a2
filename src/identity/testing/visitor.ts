// A browser without a window: keeps cookies and follows redirects, and remembers where it was.

export type Visitor = {
  /** Asks for an address and follows where it leads. */
  readonly visit: (address: string, init?: RequestInit) => Promise<Response>;
  /** Asks once, and follows nowhere. */
  readonly ask: (address: string, init?: RequestInit) => Promise<Response>;
  readonly cookies: Map<string, string>;
  /** Set-Cookie lines as they came. */
  readonly set: string[];
  /** Every address it asked for. */
  readonly seen: string[];
};

const longest = 15;

export function newVisitor(base: string): Visitor {
  const cookies = new Map<string, string>();
  const set: string[] = [];
  const seen: string[] = [];

  async function ask(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, base);
    seen.push(url.href);
    const headers = new Headers(init.headers);
    headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      set.push(line);
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  async function visit(address: string, init?: RequestInit): Promise<Response> {
    let response = await ask(address, init);
    for (let hops = 0; response.status >= 300 && response.status < 400; hops++) {
      if (hops === longest) throw new Error(`redirected without end: ${seen.join(" ")}`);
      const to = new URL(response.headers.get("location") ?? "", seen.at(-1));
      response = await ask(to.href);
    }
    return response;
  }
  return { visit, ask, cookies, set, seen };
}
