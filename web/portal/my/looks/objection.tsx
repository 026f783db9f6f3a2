import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { FieldError } from "../../../ui/field-error.tsx";
import { callApi } from "../../../staff/api.ts";
import type { Challenge } from "../shapes.ts";
import { useMy } from "../use-my.tsx";
import { useWords } from "../use-words.ts";

type ObjectionProps = {
  readonly about: Challenge["about"];
  readonly id: string;
  /** What the entry is, for those who hear the button alone. */
  readonly entry: string;
  readonly made: Challenge | undefined;
  readonly onMade: () => void;
};

const paths = { exchange: "exchanges", "look-up": "look-ups" } as const;

/** "Object to this" under one entry: the words of the person, then the answer with its reasons. */
export function Objection({ about, id, entry, made, onMade }: ObjectionProps) {
  const { object: words } = useWords().looks;
  const { m } = useSpeech();
  const [open, setOpen] = useState(false);
  if (made !== undefined) return <Made made={made} />;
  if (!open) {
    return (
      <Button look="link" label={m.labelled(words.button, entry)} onPress={() => setOpen(true)}>
        {words.button}
      </Button>
    );
  }
  return <ObjectionForm about={about} id={id} onMade={onMade} onLeave={() => setOpen(false)} />;
}

function Made({ made }: { readonly made: Challenge }) {
  const words = useWords();
  const { object } = words.looks;
  const { answered, answer, justified, reason } = made;
  return (
    <div className="objection">
      <p>{object.made(words.moment(made.made), reason)}</p>
      {answered === null || answer === null ? (
        <p className="soft">{object.waiting}</p>
      ) : (
        <p>{object.answered(words.moment(answered), justified === true, answer)}</p>
      )}
    </div>
  );
}

type FormProps = Pick<ObjectionProps, "about" | "id" | "onMade"> & { readonly onLeave: () => void };

function ObjectionForm({ about, id, onMade, onLeave }: FormProps) {
  const { object: words } = useWords().looks;
  const { locale } = useSpeech();
  const { who, onSignedOut } = useMy();
  const [fault, setFault] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const key = useId();
  // Whoever opened it wants to write.
  useEffect(() => field.current?.focus(), []);

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const reason = field.current?.value.trim() ?? "";
    if (reason === "") {
      setFault(words.empty);
      field.current?.focus();
      return;
    }
    const settings = { locale, purpose: null, csrf: who.csrf, method: "POST" as const };
    const sent = await callApi<Challenge>(`/api/me/${paths[about]}/${id}/challenge`, {
      ...settings,
      body: { reason },
    });
    if (sent.ok) return onMade();
    if (sent.problem.status === 401) return onSignedOut();
    setFault(words.failed);
  }

  return (
    <form className="objection" onSubmit={(event) => void send(event)}>
      <label htmlFor={key}>{words.label}</label>
      <textarea
        id={key}
        className="input"
        ref={field}
        rows={3}
        maxLength={500}
        aria-describedby={`${key}-fault`}
        aria-invalid={fault !== null}
      />
      <FieldError id={`${key}-fault`} text={fault} />
      <div className="actions">
        <Button type="submit">{words.send}</Button>
        <Button look="quiet" onPress={onLeave}>
          {words.leave}
        </Button>
      </div>
    </form>
  );
}
