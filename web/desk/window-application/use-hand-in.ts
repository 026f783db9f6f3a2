import { useRef, useState } from "react";
import type { z } from "zod";
import type { stepReceipt } from "../../../src/casework/contract.ts";
import type { deskCase } from "../../../src/casework/desk/contract.ts";
import type { Answer, Problem } from "../../staff/api.ts";
import { dayOf } from "../act/draft.ts";
import { countyPath, useDesk } from "../use-desk.tsx";
import { applicationOf, askedWords, type Sent, type WindowDraft } from "./draft.ts";
import type { PaperFile } from "./paper-part.tsx";

type Receipt = z.infer<typeof stepReceipt>;
type DeskCase = z.infer<typeof deskCase>;

export type Sending =
  | { readonly state: "idle" }
  | { readonly state: "sending"; readonly step: "open" | "papers" | "submit" | "words" }
  | { readonly state: "failed"; readonly problem: Problem }
  | { readonly state: "done"; readonly case: string; readonly reference: string };

type HandIn = {
  readonly draft: WindowDraft;
  readonly papers: readonly PaperFile[];
  readonly today: string;
  readonly onSent: (sent: Sent) => void;
  readonly onPapers: (papers: readonly PaperFile[]) => void;
};

class Stopped extends Error {
  override readonly name = "Stopped";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Stopped(answer.problem);
  return answer.value;
}

/**
 * Keeps the application, its papers, hands it in, takes down each signature: one request after the other. What was done
 * is kept with the draft, so that after a failure it goes on where it stopped, and nothing is done twice.
 */
export function useHandIn() {
  const { call, county } = useDesk();
  const [sending, setSending] = useState<Sending>({ state: "idle" });
  const busy = useRef(false);

  const run = async ({ draft, papers, today, onSent, onPapers }: HandIn): Promise<void> => {
    let { sent } = draft;
    const keep = (part: Partial<Sent>) => {
      sent = { ...sent, ...part };
      onSent(sent);
    };
    const keyFor = (step: string): string => {
      const key = sent.keys[step] ?? crypto.randomUUID();
      if (sent.keys[step] === undefined) keep({ keys: { ...sent.keys, [step]: key } });
      return key;
    };
    const post = async <T>(path: string, step: string, body: unknown): Promise<T> =>
      valueOf(
        await call<T>(countyPath(county, `/cases${path}`), {
          method: "POST",
          body,
          headers: { "idempotency-key": keyFor(step), "if-match": `"c${sent.version}"` },
        }),
      );
    const step = (name: string, body: unknown) => post<Receipt>(`/${sent.case}/steps`, name, body);

    setSending({ state: "sending", step: "open" });
    const application = applicationOf(draft, county, today);
    const content = JSON.stringify(application);
    const onPaper = { kind: "application-form", issued: dayOf(draft.signed) };
    if (sent.stage === "none") {
      const opened = await post<Receipt>("", `open ${content}`, {
        service: "settlement",
        application,
        onPaper,
      });
      keep({ case: opened.case, version: opened.version, stage: "draft", content });
    } else if (sent.stage === "draft" && sent.content !== content) {
      const { version } = await step(`draft ${content}`, { do: "draft", application, onPaper });
      keep({ version, content });
    }
    let files = papers;
    for (const { key, paper, file, kept } of papers) {
      if (file === null || kept) continue;
      setSending({ state: "sending", step: "papers" });
      await post(`/${sent.case}/documents?paper=${paper}`, `paper ${key} ${paper}`, file);
      files = files.map((each) => (each.key === key ? { ...each, kept: true } : each));
      onPapers(files);
    }
    if (sent.stage === "draft") {
      setSending({ state: "sending", step: "submit" });
      const { version } = await step("submit", { do: "submit", onPaper });
      keep({ version, stage: "submitted" });
    }
    setSending({ state: "sending", step: "words" });
    const shown = valueOf(await call<DeskCase>(countyPath(county, `/cases/${sent.case}`)));
    // A colleague may have taken it up meanwhile.
    keep({ version: shown.version });
    for (const { id, member, signer } of askedWords(draft.people, today)) {
      const given = draft.signatures[id];
      const citizen =
        signer === "outside"
          ? draft.people[member]?.outside.citizen.trim().toUpperCase()
          : (shown.people[signer]?.citizen ?? "self");
      if (given === undefined || citizen === undefined || sent.taken.includes(id)) continue;
      await step(`consent ${id}`, {
        do: "consent",
        member,
        says: "yes",
        heard: given.heard === "" ? null : given.heard,
        window: {
          signer: citizen,
          paper: { kind: "consent-form", issued: dayOf(given.signed) },
        },
      });
      keep({ taken: [...sent.taken, id] });
    }
    setSending({ state: "done", case: shown.case, reference: shown.reference });
  };

  const handIn = async (what: HandIn): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      await run(what);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      setSending({ state: "failed", problem: error.problem });
    } finally {
      busy.current = false;
    }
  };
  return { sending, handIn, forget: () => setSending({ state: "idle" }) };
}
