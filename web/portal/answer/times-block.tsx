import { askDossier, type Edge, type Segment, type Times } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { hasClause } from "../../ui/clause.tsx";
import { Icon } from "../../ui/icon.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { Block } from "./block.tsx";
import { outcomeIcons } from "./signs.ts";
import { shareOf } from "./time-share.ts";
import { useAsk } from "./use-ask.ts";

/** The next three years as a bar and, below it, each turn with its reasons; one sentence where nothing turns. */
export function TimesBlock({ times }: { readonly times: Times }) {
  const { m } = useSpeech();
  const words = m.times;
  const { segments, edges } = times;
  const last = segments.at(-1);
  if (last === undefined) return null;
  if (edges.length === 0) {
    return (
      <Block title={words.title}>
        <p className="steady" data-outcome={last.outcome}>
          <Icon name={outcomeIcons[last.outcome]} />
          <span>{words.steady(m.day(last.until))}</span>
        </p>
      </Block>
    );
  }
  return (
    <Block title={words.title} hint={words.hint}>
      <TimeBar segments={segments} />
      <ol className="time-line">
        {segments.map((segment, index) => (
          <TimeStep
            key={segment.from}
            segment={segment}
            edge={edges.find(({ day }) => day === segment.from)}
            isLast={index === segments.length - 1}
          />
        ))}
      </ol>
    </Block>
  );
}

/** Drawn for the eye; the list below says the same in words. */
function TimeBar({ segments }: { readonly segments: readonly Segment[] }) {
  const { m } = useSpeech();
  const first = segments[0]?.from ?? "";
  const end = segments.at(-1)?.until ?? "";
  return (
    <div className="time-bar" aria-hidden="true">
      <div className="time-bar-spans">
        {segments.map((segment) => (
          <span
            key={segment.from}
            data-outcome={segment.outcome}
            style={{ flexGrow: shareOf(segment, first, end) }}
          >
            <Icon name={outcomeIcons[segment.outcome]} size={1} />
          </span>
        ))}
      </div>
      <p>
        <span>{m.times.today}</span>
        <span>{m.day(end)}</span>
      </p>
    </div>
  );
}

type TimeStepProps = {
  readonly segment: Segment;
  readonly edge: Edge | undefined;
  readonly isLast: boolean;
};

function TimeStep({ segment, edge, isLast }: TimeStepProps) {
  const { m } = useSpeech();
  const { outcome, from, until } = segment;
  const word = m.answer.outcome[outcome];
  return (
    <li data-outcome={outcome}>
      <span className="time-mark">
        <Icon name={outcomeIcons[outcome]} size={1} />
      </span>
      <div className="time-step">
        <p className="time-days">
          {edge === undefined ? `${m.times.today} · ` : ""}
          {isLast ? m.times.onwards(m.day(from)) : m.times.span(m.day(from), m.day(until))}
        </p>
        <p className="time-word">{word}</p>
        {edge === undefined ? null : <EdgeReasons edge={edge} />}
        {edge !== undefined && outcome === "unknown" ? <LaterQuestion day={from} /> : null}
      </div>
    </li>
  );
}

/** Why the answer turns on a day, and what has to go on until then. */
function EdgeReasons({ edge }: { readonly edge: Edge }) {
  const { m, say } = useSpeech();
  const { causes } = edge;
  const words = m.times;
  return (
    <div className="time-reasons">
      <ul className="time-causes">
        {causes.map(({ rule, clause, title, change, facts }) => (
          <li key={rule}>
            {words.cause[change](hasClause(clause) ? m.clause(clause) : "", say(title)).trim()}
            <span className="soft">
              {facts.length === 0
                ? words.textChanges
                : words.counts(m.list(facts.map(({ label }) => say(label))))}
            </span>
          </li>
        ))}
      </ul>
      <Assumes edge={edge} />
    </div>
  );
}

/** What is taken to go on until a day. */
export function Assumes({ edge }: { readonly edge: Edge }) {
  const { m, say } = useSpeech();
  const { assumptions } = edge;
  if (assumptions.length === 0) return null;
  return (
    <p className="time-assumes">
      <strong>{m.times.assumes}</strong> {m.sentences(assumptions.map(({ text }) => say(text)))}
    </p>
  );
}

/** What is not known of a later day can be settled by the question that is best then. */
function LaterQuestion({ day }: { readonly day: string }) {
  const { m, say } = useSpeech();
  const { pack, result } = usePortal();
  const ask = useAsk();
  if (result?.ok !== true) return null;
  const { dossier, question } = result.value;
  const later = askDossier(pack, { ...dossier, on: day }, question);
  const next = later.ok ? later.value.next : null;
  if (next === null) return null;
  return (
    <p>
      <Button look="link" onPress={() => ask(next.fact)}>
        {m.times.answer(say(next.label))}
      </Button>
    </p>
  );
}
