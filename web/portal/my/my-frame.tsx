import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { formatRoute, myParts, type MyPart } from "../shell/route.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { SignedInAs } from "./signed-in-as.tsx";
import { needsOne, useCases } from "./use-cases.tsx";
import { useWords } from "./use-words.ts";

type MyFrameProps = { readonly part: MyPart; readonly children: ReactNode };

/** Who is signed in, how to leave, and the pages, with what waits in them. */
export function MyFrame({ part, children }: MyFrameProps) {
  const words = useWords();
  const { go } = usePortal();
  const needed = useCases().value?.filter(needsOne).length ?? 0;
  return (
    <>
      <div className="my-head screen-only">
        <SignedInAs />
        <nav className="my-parts" aria-label={words.partsTitle}>
          {myParts.map((name) => (
            <a
              key={name}
              href={formatRoute({ page: "my", part: name })}
              aria-current={name === part ? "page" : undefined}
              onClick={(event) => {
                event.preventDefault();
                go({ page: "my", part: name });
              }}
            >
              {words.parts[name]}
              {name === "cases" && needed > 0 ? (
                <>
                  <span className="my-needs" aria-hidden="true">
                    {needed}
                  </span>
                  <span className="unseen">{words.needs(needed)}</span>
                </>
              ) : null}
            </a>
          ))}
        </nav>
        {part === "record" && needed > 0 ? (
          <Notice tone="unknown" icon="edit">
            <Button look="link" onPress={() => go({ page: "my", part: "cases" })}>
              {words.needed(needed)}
            </Button>
          </Notice>
        ) : null}
      </div>
      {children}
    </>
  );
}
