import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

type OpenerProps = {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly look?: "plain" | "link";
};

/** Opens in place. The platform's own element: keyboard, find-in-page and no script come with it. */
export function Opener({ summary, children, open = false, look = "plain" }: OpenerProps) {
  return (
    <details className="opener" data-look={look} open={open}>
      <summary>
        <span className="turn">
          <Icon name="turn" size={0.9} />
        </span>
        {summary}
      </summary>
      <div className="opener-body">{children}</div>
    </details>
  );
}
