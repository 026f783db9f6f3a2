import { useRef, useState } from "react";
import type { z } from "zod";
import { type document, paperLimits } from "../../../../src/casework/documents/contract.ts";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { callApi } from "../../../staff/api.ts";
import { Button } from "../../../ui/button.tsx";
import { FieldError } from "../../../ui/field-error.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { useMy } from "../../my/use-my.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { SelectField } from "../fields/select-field.tsx";
import { useApplyWords } from "../use-words.ts";
import { PaperList } from "./paper-list.tsx";
import { sendPaper } from "./send-paper.ts";
import "../apply.css";

export type Document = z.infer<typeof document>;

type PapersPartProps = {
  readonly case: string;
  readonly documents: readonly Document[];
  /** Papers that are named first: needed, or asked for by a notice. */
  readonly wanted: readonly string[];
  /** Of a draft only; what was handed in stays. */
  readonly mayRemove: boolean;
  readonly onChange: (documents: readonly Document[]) => void;
};

type Sending = { readonly file: File; readonly paper: string; readonly key: string };

/** Papers handed in: what is taken is said before, how far a file has come while it goes, and each can be fetched back. */
export function PapersPart(props: PapersPartProps) {
  const { documents, wanted, mayRemove, onChange } = props;
  const { papers: words, people } = useApplyWords();
  const { say, locale } = useSpeech();
  const { pack } = usePortal();
  const { who, onSignedOut } = useMy();
  const input = useRef<HTMLInputElement>(null);
  const [paper, setPaper] = useState("");
  const [percent, setPercent] = useState<number | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [failed, setFailed] = useState<Sending | null>(null);
  const [said, setSaid] = useState("");
  const { most, largest, types } = paperLimits;
  const labelOf = (id: string) => {
    const found = pack.vocabulary.papers.find((each) => each.id === id);
    return found === undefined ? id : say(found.label);
  };
  const ids = [...new Set([...wanted, ...pack.vocabulary.papers.map(({ id }) => id)])];
  const send = async (sending: Sending) => {
    setFault(null);
    setFailed(null);
    setPercent(0);
    const sent = await sendPaper({
      ...sending,
      case: props.case,
      csrf: who.csrf,
      locale,
      onProgress: setPercent,
    });
    setPercent(null);
    switch (sent.kind) {
      case "kept":
        setSaid(words.done(labelOf(sending.paper)));
        return onChange([...documents, sent.document]);
      case "refused":
        return setFault(sent.why);
      case "signed-out":
        return onSignedOut();
      default:
        setFailed(sending);
        return setFault(words.faults[sent.kind]);
    }
  };
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    const wrong =
      documents.length >= most
        ? "too-many"
        : file.size > largest
          ? "too-large"
          : file.size === 0
            ? "empty"
            : // A browser that cannot tell leaves it to the server, which looks at the first bytes.
              file.type !== "" && !types.some((type) => type === file.type)
              ? "type"
              : undefined;
    if (wrong !== undefined) setFault(words.faults[wrong]);
    else void send({ file, paper, key: crypto.randomUUID() });
  };
  const remove = async ({ document: key, label }: Document) => {
    const path = `/api/me/cases/${props.case}/documents/${key}`;
    const answer = await callApi(path, { method: "DELETE", locale, csrf: who.csrf, purpose: null });
    if (!answer.ok && answer.problem.status === 401) return onSignedOut();
    if (!answer.ok && answer.problem.status !== 404) return setFault(words.faults.offline);
    setSaid(words.gone(say(label)));
    return onChange(documents.filter((each) => each.document !== key));
  };
  return (
    <section className="apply-part" aria-labelledby="papers-part">
      <h2 id="papers-part">{words.title}</h2>
      <p className="soft">{words.hint(most, words.size(largest))}</p>
      {documents.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.count(documents.length, most)}</p>
          <PaperList
            of={props.case}
            documents={documents}
            onRemove={mayRemove ? (each) => void remove(each) : undefined}
          />
        </>
      )}
      <SelectField
        id="paper-kind"
        label={words.which}
        empty={people.choose}
        options={ids.map((id) => [id, labelOf(id)])}
        value={paper}
        fault={null}
        onChange={setPaper}
      />
      <FieldError id="paper-fault" text={fault} />
      {percent === null ? null : (
        <div className="apply-progress">
          <progress max={100} value={percent} aria-label={words.progress(percent)} />
          <span>{words.progress(percent)}</span>
        </div>
      )}
      <input
        ref={input}
        hidden
        type="file"
        accept={types.join(",")}
        aria-label={words.choose}
        onChange={(event) => {
          take(event.target.files?.[0]);
          // So that the same file, once mended, can be chosen again.
          event.target.value = "";
        }}
      />
      <div className="actions">
        <Button
          look="quiet"
          onPress={() => {
            if (percent !== null) return;
            if (paper === "") {
              setFault(words.faults.which);
              window.document.getElementById("paper-kind")?.focus();
            } else input.current?.click();
          }}
        >
          <Icon name="open" />
          {words.choose}
        </Button>
        {failed === null ? null : (
          <Button look="link" onPress={() => void send(failed)}>
            {words.again}
          </Button>
        )}
      </div>
      <p role="status" className="unseen">
        {said}
      </p>
    </section>
  );
}
