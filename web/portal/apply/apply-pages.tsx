import type { ApplyPart } from "../shell/route.ts";
import { OwnDoor } from "../my/own-door.tsx";

type ApplyPagesProps = { readonly part: ApplyPart; readonly draft: string | null };

/** From the answer to an application that is handed in. */
export function ApplyPages({ part }: ApplyPagesProps) {
  return <OwnDoor>{part}</OwnDoor>;
}
