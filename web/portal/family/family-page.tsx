import { useState } from "react";
import type { PlainRecord } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { TickChoice } from "../../ui/choice.tsx";
import { Opener } from "../../ui/opener.tsx";
import { BackLink } from "../shell/back-link.tsx";
import { PageHeading } from "../shell/heading.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { listRelations, makeMember, readTogether } from "./family.ts";
import { TogetherChoice } from "./together-choice.tsx";

export function FamilyPage() {
  const { m, say } = useSpeech();
  const { pack, journey, change, go, visit } = usePortal();
  const [members, setMembers] = useState<readonly PlainRecord[]>(journey.family ?? []);
  const relations = listRelations(pack.vocabulary);
  const find = (id: string) => members.find(({ relation }) => relation === id);
  const without = (id: string) => members.filter(({ relation }) => relation !== id);
  const goOn = () => {
    change({ ...journey, family: members });
    const asked = journey.answers.length;
    if (visit.aside.thenAnswer === true) go({ page: "answer" });
    else go({ page: "question", number: asked + 1 });
  };
  return (
    <div className="page">
      <BackLink to={{ page: "kind" }} />
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
                  setMembers(ticked ? [...without(id), makeMember(id, "unsure")] : without(id))
                }
              />
              {member === undefined ? null : (
                <TogetherChoice
                  relation={id}
                  title={m.family.together(say(label))}
                  value={readTogether(member)}
                  onChange={(together) => setMembers([...without(id), makeMember(id, together)])}
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
