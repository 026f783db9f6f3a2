import type { OwnCase } from "../../../../src/casework/contract.ts";
import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { MyTrouble } from "../../my/my-trouble.tsx";
import { useMy, useOwn } from "../../my/use-my.tsx";
import { PageHeading } from "../../shell/heading.tsx";
import { usePortal } from "../../shell/use-portal.tsx";
import { isMinor } from "../draft/kin.ts";
import { useApplyWords } from "../use-words.ts";

/** The receipt: its number, what happens next and by when, and who still has to consent. */
export function SentPage({ of }: { readonly of: string }) {
  const { sent: words, waiting } = useApplyWords();
  const { m, say } = useSpeech();
  const { go } = usePortal();
  const { onSignedOut } = useMy();
  const { loaded, reload } = useOwn<OwnCase>(`/api/me/cases/${of}`, onSignedOut);
  if (loaded.state === "loading")
    return (
      <p role="status" className="loading">
        {waiting}
      </p>
    );
  if (loaded.state === "failed") return <MyTrouble problem={loaded.problem} onAgain={reload} />;
  const { reference, submitted, deadlines } = loaded.value;
  const due = deadlines.filter(
    ({ limit, due: day }) => day !== null && ["accept", "decide"].includes(limit),
  );
  return (
    <div className="page apply">
      <PageHeading>{words.title}</PageHeading>
      <p className="apply-reference">
        <span className="soft">{words.reference}</span>
        <strong>{reference}</strong>
        {submitted === null ? null : <span className="soft">{words.on(m.day(submitted))}</span>}
      </p>
      <section className="apply-part" aria-labelledby="sent-next">
        <h2 id="sent-next">{words.next}</h2>
        <ul className="apply-list">
          <li>{words.asked}</li>
          {due.map(({ limit, kind, label, due: day }) => (
            <li key={`${limit} ${kind}`}>{words.due(say(label), m.day(day ?? ""))}</li>
          ))}
          <li>{words.decide}</li>
          <li>{words.withdraw}</li>
        </ul>
      </section>
      <Consents seen={loaded.value} />
      <div className="actions screen-only">
        <Button onPress={() => go({ page: "my", part: "cases", of })}>{words.case}</Button>
        <Button look="quiet" onPress={() => window.print()}>
          <Icon name="print" />
          {words.print}
        </Button>
      </div>
    </div>
  );
}

/** Of each of the others who signs; nobody learns here whether they have. */
function Consents({ seen }: { readonly seen: OwnCase }) {
  const { sent: words } = useApplyWords();
  const { m } = useSpeech();
  const { today } = usePortal();
  const others = seen.people.filter(({ member }) => member > 0);
  const guarded = others.filter(({ ward, birthDate }) => ward || isMinor(birthDate, today));
  const alone = others.filter((each) => !guarded.includes(each));
  return (
    <section className="apply-part" aria-labelledby="sent-consents">
      <h2 id="sent-consents">{words.consents.title}</h2>
      {others.length === 0 ? (
        <p>{words.others}</p>
      ) : (
        <>
          <p>{words.consents.note}</p>
          <ul className="apply-list">
            {alone.length === 0 ? null : (
              <li>{words.signs(m.list(alone.map(({ name }) => name)))}</li>
            )}
            {guarded.map(({ member, name, guardians }) => (
              <li key={member}>{words.guardiansSign(name, m.list(guardians))}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
