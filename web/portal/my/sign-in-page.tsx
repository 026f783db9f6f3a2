import { Button } from "../../ui/button.tsx";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { Notice } from "../../ui/notice.tsx";
import { signInAddress } from "../../staff/sign-in-address.ts";
import { isEmpty } from "../journey/journey.ts";
import { PageHeading } from "../shell/heading.tsx";
import { myParts, type MyPart } from "../shell/route.ts";
import { usePortal } from "../shell/use-portal.tsx";
import { DemoPeople } from "./demo-people.tsx";
import { useWords } from "./use-words.ts";

const signs = {
  record: "card",
  household: "house",
  cases: "paper",
  "look-ups": "search",
} as const satisfies Record<MyPart, IconName>;

type SignInPageProps = {
  readonly ended: boolean;
  readonly demo: boolean;
  /** Whether somebody vouches here for who people are. */
  readonly canSignIn: boolean;
};

/** What signing in is for, before anything is asked. */
export function SignInPage({ ended, demo, canSignIn }: SignInPageProps) {
  const { signIn: words } = useWords();
  const { go, visit, journey } = usePortal();
  const takesAlong = visit.route.page === "apply" && !isEmpty(journey);
  return (
    <div className="page">
      <PageHeading>{words.title}</PageHeading>
      {ended ? (
        <Notice tone="unknown" icon="lock">
          <p>{words.ended}</p>
        </Notice>
      ) : null}
      <p className="lead">{words.lead}</p>
      {takesAlong ? (
        <Notice icon="paper">
          <p>{words.takesAlong}</p>
        </Notice>
      ) : null}
      <ul className="my-see">
        {myParts.map((name) => (
          <li key={name}>
            <Icon name={signs[name]} size={1.4} />
            <h2>{words.see[name].title}</h2>
            <p>{words.see[name].note}</p>
          </li>
        ))}
      </ul>
      {canSignIn ? (
        <>
          <div className="actions">
            <Button onPress={() => window.location.assign(signInAddress())}>{words.button}</Button>
          </div>
          <p className="hint">{words.how}</p>
        </>
      ) : (
        <Notice tone="unknown" icon="clerk">
          <p>{words.closed}</p>
        </Notice>
      )}
      {demo ? <DemoPeople /> : null}
      <section className="my-aside">
        <h2>{words.without.title}</h2>
        <p>{words.without.note}</p>
        <Button look="link" onPress={() => go({ page: "welcome" })}>
          {words.without.link}
        </Button>
      </section>
      <p className="my-staff">
        {words.staff} <a href="/desk.html">{words.faces.desk}</a>{" "}
        <a href="/console.html">{words.faces.console}</a>
      </p>
    </div>
  );
}
