import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

type ChoiceProps = {
  readonly title: string;
  readonly note?: string | undefined;
  readonly icon?: IconName;
  readonly chosen?: boolean;
  readonly look?: "main" | "quiet";
  readonly onChoose: () => void;
};

/** One answer of several: pressing it gives the answer and goes on. */
export function Choice({
  title,
  note,
  icon = "turn",
  chosen = false,
  look = "main",
  onChoose,
}: ChoiceProps) {
  return (
    <button
      type="button"
      className="choice"
      data-look={look}
      aria-pressed={chosen}
      onClick={onChoose}
    >
      <Icon name={icon} />
      <span className="choice-title">{title}</span>
      {note === undefined ? null : <span className="choice-note">{note}</span>}
    </button>
  );
}

export function ChoiceGroup({
  labelledBy,
  children,
}: {
  readonly labelledBy: string;
  readonly children: ReactNode;
}) {
  return (
    <div role="group" aria-labelledby={labelledBy} className="choices">
      {children}
    </div>
  );
}

type TickProps = {
  readonly title: string;
  readonly note?: string;
  /** A name is set in the face for names. */
  readonly isName?: boolean;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
};

/** One of several that may hold together. */
export function TickChoice({ title, note, isName = false, ticked, onTick }: TickProps) {
  return (
    <label className="choice">
      <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.target.checked)} />
      <span className={isName ? "choice-title name" : "choice-title"}>{title}</span>
      {note === undefined ? null : <span className="choice-note">{note}</span>}
    </label>
  );
}
