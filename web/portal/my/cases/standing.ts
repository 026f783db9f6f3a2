// Where a case stands, read from what its page is sent.
import type { Happening, OwnCase } from "./shapes.ts";

/**
 * The stage, but for what a resident would ask next: whether the decision has been told, and what a review made of a
 * registration.
 */
export type Standing = OwnCase["stage"] | "decided" | "correcting" | "restored";

type Seen = Pick<OwnCase, "stage" | "timeline" | "registered">;

export function standingOf({ stage, timeline, registered }: Seen): Standing {
  const isAny = registered.length > 0;
  if (stage === "effected") return isAny ? "effected" : "restored";
  if (stage === "granted" && isAny) return "correcting";
  return (stage === "granted" || stage === "refused") && !isTold(timeline) ? "decided" : stage;
}

const deciding: ReadonlySet<string> = new Set(["decide", "approve", "decide-review"]);

/** Whether everything that was decided has been handed over. */
function isTold(timeline: readonly Happening[]): boolean {
  const decided = timeline.findLastIndex((line) => deciding.has(line.do));
  return timeline.findLastIndex((line) => line.do === "deliver") > decided;
}

/** One's own request for review: asked on a day, and whether it was decided since. */
export function reviewOf(
  timeline: readonly Happening[],
): { readonly asked: string; readonly decided: boolean } | undefined {
  const asked = timeline.findLastIndex((line) => line.do === "ask-review" && line.by === "you");
  const found = timeline[asked];
  if (found === undefined) return undefined;
  const decided = timeline.slice(asked).some((line) => line.do === "decide-review");
  return { asked: found.on, decided };
}

/** One line of the story: what was done, by whom, from its first to its last day. */
export type Line = Happening & { readonly key: number };

/**
 * The story of a case as it is told. A draft that was changed often is one line; a decision that a second person has to
 * look at is a proposal first.
 */
export function storyOf(timeline: readonly Happening[], stage: OwnCase["stage"]): readonly Line[] {
  return timeline.flatMap((line, key): readonly Line[] => {
    const next = timeline[key + 1];
    if (line.do === "draft" && next?.do === "draft") return [];
    return [{ ...line, key, do: isProposal(timeline, key, stage) ? "propose" : line.do }];
  });
}

function isProposal(timeline: readonly Happening[], at: number, stage: OwnCase["stage"]): boolean {
  if (timeline[at]?.do !== "decide") return false;
  const after = timeline
    .slice(at + 1)
    .find((line) => ["approve", "send-back", "decide", "withdraw"].includes(line.do));
  return after === undefined
    ? stage === "proposed"
    : after.do === "approve" || after.do === "send-back";
}

/** Whether a word was given to an application that changed since: then it is to be given again. */
export function isToSignAgain(timeline: readonly Happening[]): boolean {
  const said = timeline.findLastIndex((line) => line.do === "consent" && line.by === "you");
  return said >= 0 && timeline.slice(said).some((line) => line.do === "answer");
}

/** Where those who were registered are so since; the last day on which the register followed. */
export const registeredOn = (timeline: readonly Happening[]): string | null =>
  timeline.findLast((line) => line.do === "effect")?.on ?? null;
