import type { ReactNode } from "react";
import { formatRoute } from "../../shell/route.ts";
import { usePortal } from "../../shell/use-portal.tsx";

type CaseLinkProps = { readonly of: string; readonly children: ReactNode };

/** Turns to one of one's own cases. */
export function CaseLink({ of, children }: CaseLinkProps) {
  const { go } = usePortal();
  const route = { page: "my", part: "cases", of } as const;
  return (
    <a
      href={formatRoute(route)}
      onClick={(event) => {
        event.preventDefault();
        go(route);
      }}
    >
      {children}
    </a>
  );
}
