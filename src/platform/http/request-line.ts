/** What the log says of one request. The path, query and body may hold personal data and are left out. */
export type RequestSeen = {
  readonly method: string;
  /** The route's pattern; undefined where none matched. */
  readonly route: string | undefined;
  readonly status: number;
  readonly milliseconds: number;
};

/** One JSON line of the request log. */
export const requestLine = ({ method, route, status, milliseconds }: RequestSeen): string =>
  JSON.stringify({
    method,
    route: route ?? "(none)",
    status,
    ms: Math.round(milliseconds * 10) / 10,
  });
