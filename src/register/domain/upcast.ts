// Events as they were written, read as they are written today.
import { eventVersion, type RegisterEvent } from "./event.ts";

/** @throws for a version that is newer than this program, or never was one */
export function upcast(version: number, payload: unknown): RegisterEvent {
  if (version !== eventVersion) throw new Error(`no reader for version ${version} of an event`);
  return payload as RegisterEvent;
}
