import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Block } from "../../answer/block.tsx";
import { PapersPart } from "../../apply/papers/papers-part.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { useWords } from "../use-words.ts";
import { papersIn } from "./notice-answers.ts";
import { useCase } from "./use-case.tsx";
import { useCaseWords } from "./use-case-words.ts";

/** Papers handed in, to get back as files, and more while they are taken; they are the applicant's alone. */
export function Papers() {
  const { papers: words } = useCaseWords();
  const { moment } = useWords();
  const { seen, reload } = useCase();
  const { pack } = usePortal();
  const { m, say } = useSpeech();
  if (seen.application === null) return null;
  if (seen.takesPapers)
    return (
      <PapersPart
        case={seen.case}
        documents={seen.documents}
        wanted={papersIn(pack, seen.notice?.missing ?? [])}
        mayRemove={seen.stage === "draft"}
        onChange={reload}
      />
    );
  return (
    <Block title={words.title} hint={words.lead}>
      {seen.documents.length === 0 ? <p>{words.none}</p> : null}
      {seen.documents.length === 0 ? null : (
        <ul className="papers">
          {seen.documents.map(({ document, label, at, atWindow }) => (
            <li key={document}>
              <div>
                <p>
                  <strong>{say(label)}</strong>
                </p>
                <p className="soft">
                  {atWindow ? words.atWindow(moment(at)) : words.handedIn(moment(at))}
                </p>
              </div>
              <a
                className="link"
                href={`/api/me/cases/${seen.case}/documents/${document}`}
                download=""
                aria-label={m.labelled(words.take, say(label))}
              >
                <Icon name="save" size={1} />
                {words.take}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}
