import { formatDay } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { isEmpty } from "../journey/journey.ts";
import { firstOpenStep } from "./guard.ts";
import { PageHeading } from "./heading.tsx";
import { Street } from "./street.tsx";
import { usePortal } from "./use-portal.tsx";

const points = [
  ["advice", "clerk"],
  ["device", "lock"],
  ["time", "ask"],
] as const satisfies readonly (readonly [string, IconName])[];

export function WelcomePage() {
  const { m, say } = useSpeech();
  const { pack, journey, go } = usePortal();
  const fresh = isEmpty(journey);
  return (
    <div className="page welcome">
      <div className="welcome-words">
        <PageHeading>{m.title}</PageHeading>
        <p className="lead">{m.welcome.lead}</p>
        <div className="actions">
          {fresh ? null : (
            <Button onPress={() => go(firstOpenStep(journey))}>{m.welcome.resume}</Button>
          )}
          <Button look={fresh ? "main" : "quiet"} onPress={() => go({ page: "service" })}>
            {m.welcome.start}
          </Button>
          <Button look="link" onPress={() => go({ page: "open" })}>
            <Icon name="open" size={1} />
            {m.file.open}
          </Button>
        </div>
      </div>
      <Street />
      <ul className="points">
        {points.map(([point, icon]) => (
          <li key={point}>
            <Icon name={icon} size={1.556} />
            <h2>{m.welcome.points[point].title}</h2>
            <p>{m.welcome.points[point].note}</p>
          </li>
        ))}
      </ul>
      <section className="basis">
        <h2>{m.welcome.basis}</h2>
        <ul>
          {pack.instruments
            .filter(({ held }) => held)
            .map(({ id, title, inForce }) => (
              <li key={id}>{m.welcome.basisItem(say(title), formatDay(inForce.from))}</li>
            ))}
        </ul>
      </section>
    </div>
  );
}
