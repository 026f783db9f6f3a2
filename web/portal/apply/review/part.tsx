import type { ReactNode } from "react";
import { Button } from "../../../ui/button.tsx";
import { useApplyWords } from "../use-words.ts";

type PartProps = {
  readonly title: string;
  readonly onEdit?: () => void;
  readonly children: ReactNode;
};

/** A titled part of the form, and the way back to where it is filled in. */
export function Part({ title, onEdit, children }: PartProps) {
  const { review: words } = useApplyWords();
  return (
    <section>
      <h3>
        {title}
        {onEdit === undefined ? null : (
          <span className="screen-only">
            <Button look="link" label={words.editWhat(title)} onPress={onEdit}>
              {words.edit}
            </Button>
          </span>
        )}
      </h3>
      {children}
    </section>
  );
}
