import { Alert } from "antd";
import { useEffect, useRef } from "react";
import { showInstant } from "../shared/history.tsx";
import { useDesk } from "../use-desk.tsx";
import type { Receipt } from "./use-act-flow.ts";

/** What was recorded, with its place in the chain; null while it waits for a second person. */
export function ReceiptStage({ receipt }: { readonly receipt: Receipt | null }) {
  const { d, locale, codes, county } = useDesk();
  const words = d.acts.receipt;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="receipt" data-receipt={receipt?.key ?? "waiting"}>
      <Alert
        type={receipt === null ? "info" : "success"}
        showIcon
        title={receipt === null ? words.waiting : words.done}
        description={
          receipt === null
            ? words.waitingLead
            : words.recorded(showInstant(receipt.recorded, locale))
        }
      />
      {receipt === null ? (
        <p>
          <a href="#/approvals">{d.approvals.mine}</a>
        </p>
      ) : (
        <>
          <h2>{words.links}</h2>
          <ul className="links">
            {receipt.households.map((each) => (
              <li key={each.household}>
                {each.county === county ? (
                  <a href={`#/households/${each.household}`}>
                    {d.person.household(each.household)}
                  </a>
                ) : (
                  `${codes.place(each.county)} · ${d.person.household(each.household)}`
                )}
              </li>
            ))}
            {receipt.people
              .filter((each) => each.county === county)
              .map(({ person }) => (
                <li key={person}>
                  <a href={`#/people/${person}`}>
                    {d.person.title} {person}
                  </a>
                </li>
              ))}
          </ul>
          <ul className="chain-place">
            {receipt.events.map(({ county: at, event, seq, hash }) => (
              <li key={event}>
                {codes.place(at)} · {d.history.chain(seq, hash)}
              </li>
            ))}
            <li>
              {words.number} {receipt.key}
            </li>
          </ul>
          <h2>{words.undo}</h2>
          <p className="lead">{words.undoText}</p>
        </>
      )}
      <p>
        <a href="#/">{words.next}</a>
      </p>
    </div>
  );
}
