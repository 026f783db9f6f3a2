import { useEffect, useId, useRef } from "react";
import { Button } from "./button.tsx";

type AskDialogProps = {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Asks before something is lost. The platform's modal dialog keeps the focus inside and gives it back. */
export function AskDialog({ title, text, yes, no, onYes, onNo }: AskDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-text`}>{text}</p>
      <div className="actions">
        <Button onPress={onYes}>{yes}</Button>
        <Button look="quiet" onPress={onNo}>
          {no}
        </Button>
      </div>
    </dialog>
  );
}
