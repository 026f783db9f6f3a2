import { useId, type ReactNode } from "react";

type BlockProps = { readonly title: string; readonly hint?: string; readonly children: ReactNode };

/** A titled part of the answer, set apart by room rather than by a box. */
export function Block({ title, hint, children }: BlockProps) {
  const id = useId();
  return (
    <section className="block" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint === undefined ? null : <p className="hint">{hint}</p>}
      {children}
    </section>
  );
}
