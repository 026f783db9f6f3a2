import { Button } from "../../ui/button.tsx";
import { PageHeading } from "../shell/heading.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { useApplyWords } from "./use-words.ts";

/** What was a draft is one no more. */
export function HandedIn({ of }: { readonly of: string }) {
  const { trouble } = useApplyWords();
  const { go } = usePortal();
  return (
    <div className="page">
      <PageHeading>{trouble.handedIn.title}</PageHeading>
      <p>{trouble.handedIn.note}</p>
      <div className="actions">
        <Button onPress={() => go({ page: "my", part: "cases", of })}>
          {trouble.handedIn.link}
        </Button>
      </div>
    </div>
  );
}
