import { Button } from "antd";
import type { z } from "zod";
import type { booklet as bookletShape } from "../../../src/register/contract.ts";
import { PageHeading } from "../../staff/heading.tsx";
import { ProblemNotice } from "../../staff/problem-notice.tsx";
import { useLoad } from "../../staff/use-load.ts";
import { Waiting } from "../../staff/waiting.tsx";
import { nameOf } from "../household/member-table.tsx";
import { countyPath, useDesk } from "../use-desk.tsx";
import { PersonCard } from "./person-card.tsx";
import { ProofBlock } from "./proof-block.tsx";
import "./booklet.css";

export type Booklet = z.infer<typeof bookletShape>;

type BookletPageProps = { readonly household: number; readonly person: string | null };

/** The household booklet as it would be printed: its first page and a card for each member. */
export function BookletPage({ household, person }: BookletPageProps) {
  const { d, call, county } = useDesk();
  const query = person === null ? "" : `?person=${Number(person)}`;
  const path = countyPath(county, `/households/${household}/booklet${query}`);
  const { loaded, reload } = useLoad<Booklet>(path, (signal) => call(path, { signal }));
  return (
    <>
      <PageHeading>{d.booklet.title}</PageHeading>
      {loaded.state === "failed" ? (
        <ProblemNotice problem={loaded.problem} onAgain={reload} />
      ) : null}
      {loaded.state === "loading" ? <Waiting slow={loaded.slow} rows={8} /> : null}
      {loaded.state === "here" ? <BookletSheets booklet={loaded.value} /> : null}
    </>
  );
}

function BookletSheets({ booklet }: { readonly booklet: Booklet }) {
  const { d, codes } = useDesk();
  const words = d.booklet;
  const { household, cards, proof, issued } = booklet;
  const head = household.members.find(({ relation }) => relation === 2);
  const facts: readonly (readonly [string, string])[] = [
    [words.kind, d.household.kinds[household.kind]],
    [words.head, head === undefined ? (household.name ?? d.none) : (nameOf(head) ?? d.unknown)],
    [words.number, String(household.household)],
    [d.household.address, household.dwelling?.address ?? d.none],
    [d.household.community, household.dwelling?.community ?? d.none],
    [words.county, codes.place(household.county)],
    [words.issued, issued === null ? words.notIssued : d.day(issued)],
  ];
  return (
    <>
      <p className="booklet-tools">
        <Button type="primary" onClick={() => window.print()}>
          {words.print}
        </Button>
        <Button href={`#/acts/issue-booklet?household=${household.household}`}>
          {words.issue}
        </Button>
        <a href={`#/households/${household.household}`}>{d.household.title(household.household)}</a>
      </p>
      <div className="booklet">
        <section className="sheet" aria-labelledby="booklet-household">
          <h2 id="booklet-household">
            {words.household}
            {booklet.only === null ? "" : ` · ${words.only}`}
          </h2>
          <dl className="sheet-facts">
            {facts.map(([term, value]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <ProofBlock proof={proof} />
        </section>
        {cards.map((card) => (
          <PersonCard key={card.member.person} card={card} />
        ))}
      </div>
    </>
  );
}
