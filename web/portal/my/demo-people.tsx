import { useEffect, useState } from "react";
import type { Role } from "../../../src/platform/auth/contract.ts";
import type { Text } from "../../../src/policy/browser.ts";
import { useSpeech } from "../../i18n/use-messages.tsx";
import { callApi } from "../../staff/api.ts";
import { Icon } from "../../ui/icon.tsx";
import { useWords } from "./use-words.ts";

type DemoPerson = {
  readonly subject: string;
  readonly name: Text;
  readonly role: Role;
  readonly story?: Text;
};

/** Where each role works; a resident comes back to the page that asked them to sign in. */
const faces: Readonly<Record<Exclude<Role, "resident">, string>> = {
  "window-clerk": "/desk.html",
  approver: "/desk.html",
  "department-officer": "/console.html",
  lawmaker: "/console.html",
  auditor: "/console.html",
  "data-protection-officer": "/console.html",
};

/** Made-up people who sign in with one press, on demo data only. */
export function DemoPeople() {
  const words = useWords();
  const { say, locale } = useSpeech();
  const [people, setPeople] = useState<readonly DemoPerson[]>([]);
  useEffect(() => {
    let here = true;
    const settings = { locale, purpose: null, csrf: null };
    void callApi<readonly DemoPerson[]>("/demo-identity/people", settings).then((answer) =>
      here && answer.ok ? setPeople(answer.value) : undefined,
    );
    return () => {
      here = false;
    };
  }, [locale]);
  if (people.length === 0) return null;
  return (
    <section className="my-aside">
      <h2>{words.signIn.demo.title}</h2>
      <p>{words.signIn.demo.note}</p>
      <ul className="demo-people">
        {people.map(({ subject, name, role, story }) => (
          <li key={subject}>
            <a className="choice" href={addressOf(subject, role)}>
              <Icon name={role === "resident" ? "clerk" : "card"} />
              <span className="choice-title name">{say(name)}</span>
              <span className="choice-note">
                {words.roles[role]}
                {story === undefined ? null : <span className="demo-story">{say(story)}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function addressOf(subject: string, role: Role): string {
  const { pathname, hash } = window.location;
  const to = role === "resident" ? pathname + hash : faces[role];
  return `/auth/sign-in?${new URLSearchParams({ as: subject, to })}`;
}
