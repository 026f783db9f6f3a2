import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Opener } from "../../../ui/opener.tsx";
import { CaseLink } from "../cases/case-link.tsx";
import type { Challenge, LookUp } from "../shapes.ts";
import { useLabels } from "../use-labels.ts";
import { useWords } from "../use-words.ts";
import type { LooksTogether } from "./group-looks.ts";
import { Objection } from "./objection.tsx";

type Objections = {
  readonly challengeOf: (about: Challenge["about"], id: string) => Challenge | undefined;
  readonly onMade: () => void;
};

/** One look; or all looks at one case of one's own, with the way to it. */
export function LookGroup({ of, looks, ...objections }: LooksTogether & Objections) {
  const { looks: words } = useWords();
  const { m, say } = useSpeech();
  const labels = useLabels();
  if (of === null) {
    return (
      <li>
        <Look look={looks[0]} {...objections} />
      </li>
    );
  }
  return (
    <li>
      <h2>
        <CaseLink of={of.case}>{m.labelled(say(of.title), labels.county(of.county))}</CaseLink>
      </h2>
      <p className="soft">{words.reference(of.reference)}</p>
      <Opener summary={words.atCase(looks.length, looks[0].by)}>
        <ol className="looks">
          {looks.map((look) => (
            <li key={look.id}>
              <Look look={look} isInCase {...objections} />
            </li>
          ))}
        </ol>
      </Opener>
    </li>
  );
}

type LookProps = Objections & {
  readonly look: LookUp;
  /** Under the heading of its case, whose number is said there. */
  readonly isInCase?: boolean;
};

function Look({ look, isInCase = false, challengeOf, onMade }: LookProps) {
  const words = useWords();
  const { m } = useSpeech();
  const labels = useLabels();
  const { looks } = words;
  const purpose = wordOf(looks.purposes, look.purpose);
  const kind = wordOf(looks.kinds, look.kind);
  const fields = look.fields.map((field) => wordOf(looks.fields, field));
  const reference = look.reference === null || isInCase ? [] : [looks.reference(look.reference)];
  const who = looks.who(look.by, wordOf(words.roles, look.role));
  return (
    <>
      <p className="soft">
        <time dateTime={look.at}>{words.moment(look.at)}</time> · {labels.county(look.county)}
      </p>
      {isInCase ? <h3>{who}</h3> : <h2>{who}</h2>}
      <dl className="look-facts">
        <div>
          <dt>{looks.why}</dt>
          <dd>{m.list([purpose, ...reference])}</dd>
        </div>
        <div>
          <dt>{looks.saw}</dt>
          <dd>{look.fields.length === 0 ? kind : m.labelled(kind, m.list(fields))}</dd>
        </div>
      </dl>
      <Objection
        about="look-up"
        id={look.id}
        entry={m.labelled(words.moment(look.at), look.by)}
        made={challengeOf("look-up", look.id)}
        onMade={onMade}
      />
    </>
  );
}

/** A code in words; the bare code where a newer server has one that this page does not know. */
const wordOf = (words: Readonly<Record<string, string>>, code: string) => words[code] ?? code;
