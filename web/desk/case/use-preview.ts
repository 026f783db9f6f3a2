import { useEffect, useState } from "react";
import type { z } from "zod";
import type { stepPreview, WeightyStep } from "../../../src/casework/desk/contract.ts";
import { type Loaded, useLoad } from "../../staff/use-load.ts";
import { useDesk } from "../use-desk.tsx";
import { seenHeaders, useCaseWork } from "./case-work.ts";

export type StepPreview = z.infer<typeof stepPreview>;

/** Letters are worked out while a reason is typed, but not at every key. */
const pause = 300;

/** What a step would lead to, as far as it is filled in; null while it is not. */
export function usePreview(body: WeightyStep | null): Loaded<StepPreview> | null {
  const { call } = useDesk();
  const { seen, path } = useCaseWork();
  const wanted = body === null ? null : JSON.stringify(body);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), pause);
    return () => clearTimeout(timer);
  }, [wanted]);
  const key = asked === null ? null : `${seen.version} ${asked}`;
  const { loaded } = useLoad<StepPreview>(key, (signal) =>
    call(`${path}/previews`, {
      method: "POST",
      body: JSON.parse(asked ?? "null") as unknown,
      headers: seenHeaders(seen),
      signal,
    }),
  );
  if (wanted === null || asked === null) return null;
  // What is said to be here belongs to what is filled in now.
  return wanted === asked ? loaded : { state: "loading", slow: false, last: lastOf(loaded) };
}

/** The newest that there is, also while another is worked out. */
export const lastOf = (loaded: Loaded<StepPreview> | null): StepPreview | null =>
  loaded?.state === "here" ? loaded.value : loaded?.state === "loading" ? loaded.last : null;
