import { findServiceWords } from "../../i18n/services.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Choice, ChoiceGroup } from "../../ui/choice.tsx";
import { BackLink } from "../shell/back-link.tsx";
import { firstOpenStep } from "../shell/guard.ts";
import { PageHeading } from "../shell/heading.tsx";
import { usePortal } from "../shell/use-portal.tsx";
import { listServices, serviceIcon } from "./services.ts";

/** What a person wants to know; what they said for another service stays said. */
export function ServicePage() {
  const { m } = useSpeech();
  const { pack, journey, change, go, visit } = usePortal();
  return (
    <div className="page">
      <BackLink to={visit.aside.thenAnswer === true ? { page: "answer" } : { page: "welcome" }} />
      <PageHeading id="service">{m.service.title}</PageHeading>
      <p className="hint">{m.service.hint}</p>
      <ChoiceGroup labelledBy="service">
        {listServices(pack).map((id) => {
          const { title, note } = findServiceWords(m, id);
          return (
            <Choice
              key={id}
              title={title}
              note={note}
              icon={serviceIcon(id)}
              chosen={journey.service === id}
              onChoose={() => {
                const chosen = { ...journey, service: id };
                change(chosen);
                go(firstOpenStep(chosen));
              }}
            />
          );
        })}
      </ChoiceGroup>
    </div>
  );
}
