/** PostgreSQL cannot be started here; the message is a line for the person who starts Luohu. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** The same for a file or folder of another user, of which the system says only "EACCES". */
export function explainDenied(error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || !("path" in error)) return error;
  if (error.code !== "EACCES" && error.code !== "EPERM") return error;
  return new StartError(
    `${String(error.path)} belongs to another user of this machine: start Luohu as that user.`,
  );
}
