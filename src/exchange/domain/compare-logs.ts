/** What one side logged of a question, by digest. */
export type LoggedSide = {
  readonly request: string;
  readonly state: string;
  readonly question: string | null;
  readonly answer: string | null;
};

export type LogDifference = {
  readonly request: string;
  readonly code:
    | "unknown-to-them"
    | "unknown-to-us"
    | "question-differs"
    | "answer-differs"
    | "outcome-differs";
};

/**
 * Where our log and a department's contradict each other. What is still under way does not: a question that waits, or
 * was given up or called off, may or may not have reached them.
 */
export function compareLogs(
  ours: readonly LoggedSide[],
  theirs: readonly LoggedSide[],
): readonly LogDifference[] {
  const known = new Map(ours.map((each) => [each.request, each]));
  const differences: LogDifference[] = [];
  for (const their of theirs) {
    const { request } = their;
    const our = known.get(request);
    known.delete(request);
    if (our === undefined) differences.push({ request, code: "unknown-to-us" });
    else if (our.question !== their.question)
      differences.push({ request, code: "question-differs" });
    else if (isOpen(our)) continue;
    else if (our.state !== their.state) differences.push({ request, code: "outcome-differs" });
    else if (our.answer !== their.answer) differences.push({ request, code: "answer-differs" });
  }
  for (const our of known.values()) {
    // A refusal of a message that is not theirs to log, a malformed one, is nothing that they know.
    if (our.state === "answered")
      differences.push({ request: our.request, code: "unknown-to-them" });
  }
  return differences;
}

const isOpen = ({ state }: LoggedSide): boolean =>
  state === "waiting" || state === "unreachable" || state === "called-off";
