import { useSpeech } from "../../../i18n/use-messages.tsx";
import { chosenHome, type Draft, type Home } from "../draft/draft.ts";
import { useApplyWords } from "../use-words.ts";

/** The home that is chosen, with whoever has to agree; the others on a line. */
export function HomeRows({ draft }: { readonly draft: Draft }) {
  const { review: words, home: homeWords } = useApplyWords();
  const { m } = useSpeech();
  const chosen = chosenHome(draft);
  if (chosen === undefined) return null;
  const describe = (home: Home): string =>
    [
      homeWords.kinds[home.kind].title,
      ...("address" in home ? [home.address, home.community] : "name" in home ? [home.name] : []),
    ].join(" · ");
  const others = draft.form.homes.filter((home) => home !== chosen);
  const consent =
    chosen.kind === "rented-home"
      ? ([words.landlord, chosen.landlord] as const)
      : chosen.kind === "relatives-home"
        ? ([words.host, chosen.host] as const)
        : undefined;
  return (
    <dl>
      <div>
        <dt>{words.home}</dt>
        <dd>{describe(chosen)}</dd>
      </div>
      {consent === undefined ? null : (
        <div>
          <dt>{consent[0]}</dt>
          <dd>
            {consent[1] === null
              ? words.landlordNo
              : words.consent(consent[1].name, m.day(consent[1].signed))}
          </dd>
        </div>
      )}
      {others.length === 0 ? null : (
        <div>
          <dt>{words.otherHomes}</dt>
          <dd>
            <ul>
              {others.map((home) => (
                <li key={JSON.stringify(home)}>{describe(home)}</li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}
