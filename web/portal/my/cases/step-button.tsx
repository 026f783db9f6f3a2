import type { ReactNode } from "react";
import { useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";

type StepButtonProps = {
  readonly name: string;
  readonly look?: "main" | "quiet";
  /** Submits the form around it where nothing is given. */
  readonly onPress?: () => void;
  readonly label?: string;
  readonly children: ReactNode;
};

/** A button whose step is on its way says so; it stays where it is, so that the focus does. */
export function StepButton({ name, look = "main", onPress, label, children }: StepButtonProps) {
  const { busy } = useCase();
  const words = useCaseWords();
  const isBusy = busy === name;
  return (
    <button
      type={onPress === undefined ? "submit" : "button"}
      className="button"
      data-look={look}
      aria-disabled={busy !== null}
      aria-label={isBusy ? undefined : label}
      onClick={onPress}
    >
      {isBusy ? words.sending : children}
    </button>
  );
}

/** Why a step was not taken, beside its button; what was typed stays. */
export function StepFault({ name }: { readonly name: string }) {
  const { fault } = useCase();
  const words = useCaseWords();
  const own = fault?.name === name ? fault.problem : null;
  return (
    <div role="alert">
      {own === null ? null : (
        <div className="step-fault">
          <p>
            <strong>
              {own.status === 412 ? words.faults.moved : own.title || words.faults.lost}
            </strong>
          </p>
          {own.status === 412 ? <p>{words.faults.movedNote}</p> : null}
          {own.status === 412 || own.problems.length > 0 ? null : (
            <p>{own.detail || words.faults.lostNote}</p>
          )}
          {own.problems.map(({ code, message }) => (
            <p key={code}>{message ?? code}</p>
          ))}
        </div>
      )}
    </div>
  );
}
