import type { ReactNode } from "react";

type ButtonProps = {
  readonly children: ReactNode;
  readonly look?: "main" | "quiet" | "link";
  readonly type?: "button" | "submit";
  readonly onPress?: () => void;
  /** Where the visible words alone do not say what it acts on. */
  readonly label?: string;
};

export function Button({ children, look = "main", type = "button", onPress, label }: ButtonProps) {
  return (
    <button
      type={type}
      className={look === "link" ? "link" : "button"}
      data-look={look}
      aria-label={label}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
