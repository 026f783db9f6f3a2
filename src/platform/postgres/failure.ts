/** PostgreSQL cannot be reached, or was lost on the way; the HTTP layer answers 503. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
  /** "unknown" when the connection was lost between COMMIT and its answer. */
  readonly committed: "no" | "unknown";

  constructor(cause: unknown, committed: "no" | "unknown") {
    super("the database cannot be reached", { cause });
    this.committed = committed;
  }
}

const conflicts = new Set(["40001", "40P01"]);

const lostSocket = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/** What pg says, without a code, when a connection ends under it or cannot be had. */
const lostMessage =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered|was closed)|Cannot use a pool after)/;

/** Two transactions were in each other's way (40001, 40P01): doing it again may succeed. */
export function isConflict(error: unknown): boolean {
  return conflicts.has(codeOf(error) ?? "");
}

/** The server is away, starting, stopping or full, rather than at odds with what it was asked. */
export function isConnectionLoss(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) {
    return lostSocket.has(code) || /^(08...|57P0[1-5]|53300)$/.test(code);
  }
  return error instanceof Error && lostMessage.test(error.message);
}

/** The SQLSTATE, or the code of a system call. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
