import { useState } from "react";
import type { PlainRecord } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { TickChoice } from "../../ui/choice.tsx";
import { Opener } from "../../ui/opener.tsx";
import { BackLink } from "../shell/back-link.tsx";
import { PageHeading } from "../shell/heading.tsx";
import type { Route } from "../shell/route.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { listRelations, makeMember } from "./family.ts";
import { MemberFields } from "./member-fields.tsx";

export function FamilyPage() {
  const { m, say } = useSpeech();
  const { pack, journey, change, go, visit } = usePortal();
  const [members, setMembers] = useState<readonly PlainRecord[]>(journey.family ?? []);
  const relations = listRelations(pack.vocabulary);
  const find = (id: string) => members.find(({ relation }) => relation === id);
  const without = (id: string) => members.filter(({ relation }) => relation !== id);
  const goOn = () => {
    change({ ...journey, family: members });
    go({ page: "answer" });
  };
  const asked = journey.answers.length;
  const back: Route =
    visit.aside.thenAnswer === true
      ? { page: "answer" }
      : asked === 0
        ? { page: "county" }
        : { page: "question", number: asked };
  return (
    <div className="page">
      <BackLink to={back} />
      <PageHeading id="family">{m.family.title}</PageHeading>
      <p className="hint">{m.family.hint}</p>
      <div role="group" aria-labelledby="family" className="choices">
        {relations.map(({ id, label }) => {
          const member = find(id);
          return (
            <div key={id} className="member">
              <TickChoice
                title={say(label)}
                ticked={member !== undefined}
                onTick={(ticked) =>
                  setMembers(ticked ? [...without(id), makeMember(id)] : without(id))
                }
              />
              {member === undefined ? null : (
                <MemberFields
                  member={member}
                  label={say(label)}
                  onChange={(changed) => setMembers([...without(id), changed])}
                />
              )}
            </div>
          );
        })}
      </div>
      <div className="actions">
        <Button onPress={goOn}>{members.length === 0 ? m.family.alone : m.goOn}</Button>
      </div>
      <Opener look="link" summary={m.family.why}>
        <p>{m.family.whyText}</p>
      </Opener>
    </div>
  );
}
