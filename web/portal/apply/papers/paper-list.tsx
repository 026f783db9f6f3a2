import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { useApplyWords } from "../use-words.ts";
import type { Document } from "./papers-part.tsx";

type PaperListProps = {
  readonly of: string;
  readonly documents: readonly Document[];
  readonly onRemove: ((document: Document) => void) | undefined;
};

/** Papers handed in: each can be fetched back as a file, and of a draft taken away. */
export function PaperList({ of, documents, onRemove }: PaperListProps) {
  const { papers: words } = useApplyWords();
  const { say } = useSpeech();
  return (
    <ul className="apply-papers">
      {documents.map((each) => (
        <li key={each.document}>
          <Icon name="paper" />
          <div>
            {say(each.label)}
            <p className="soft">
              {words.types[each.type]} · {words.size(each.size)}
            </p>
            <div className="apply-links">
              <a
                className="link"
                href={`/api/me/cases/${of}/documents/${each.document}`}
                download
                aria-label={words.fetchWhat(say(each.label))}
              >
                {words.fetch}
              </a>
              {onRemove === undefined ? null : (
                <Button
                  look="link"
                  label={words.removeWhat(say(each.label))}
                  onPress={() => onRemove(each)}
                >
                  {words.remove}
                </Button>
              )}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
