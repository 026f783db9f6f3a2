import { useSpeech } from "../../../i18n/use-messages.tsx";
import { Clause } from "../../../ui/clause.tsx";
import type { Draft } from "../draft/draft.ts";
import { useApplyWords } from "../use-words.ts";
import { type Order, placesIn } from "./order.ts";

type AddressOrderProps = { readonly draft: Draft; readonly orders: readonly Order[] };

/** What the clauses say about the order, and what follows from it. */
export function AddressOrder({ draft, orders }: AddressOrderProps) {
  const { home: words } = useApplyWords();
  const { m } = useSpeech();
  const { homes, chosen } = draft.form;
  if (orders.length === 0) return null;
  const home = homes[chosen];
  const named = new Map(
    orders.flatMap(({ named: order }) => (order === undefined ? [] : [[order.source, order]])),
  );
  const open = placesIn(homes, orders);
  return (
    <section className="apply-order" aria-labelledby="address-order">
      <h2 id="address-order">{words.order.title}</h2>
      {named.size === 0 ? <p>{words.order.free}</p> : null}
      {[...named.values()].map(({ source, order, ranked, others }) => (
        <div key={source}>
          <p>
            {ranked ? words.order.by(m.clause(source)) : words.order.unranked}{" "}
            {ranked ? null : <Clause clause={source} />}
          </p>
          <ol data-ranked={ranked}>
            {order.map((kind) => (
              <li key={kind} aria-current={home?.kind === kind ? "true" : undefined}>
                {words.kinds[kind].title}
              </li>
            ))}
          </ol>
          {order.includes("rented-home") ? <p className="soft">{words.order.rented}</p> : null}
          {others ? <p className="soft">{words.order.others}</p> : null}
        </div>
      ))}
      {named.size > 0 && homes.length > 1 && open.length === 1 && home !== undefined ? (
        <p role="status">
          <strong>{words.order.first(words.kinds[home.kind].title)}</strong>
        </p>
      ) : null}
    </section>
  );
}
