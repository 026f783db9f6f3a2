import { Button } from "antd";
import { usePlace } from "../use-place.ts";
import { useTexts } from "../use-texts.ts";
import type { ChainStatus } from "./shapes.ts";

type ChainsTableProps = {
  readonly chains: readonly ChainStatus[];
  readonly busy: boolean;
  /** Null where the role may not. */
  readonly onVerify: ((county: number) => void) | null;
};

/** A row a county; on a phone each is a card. */
export function ChainsTable({ chains, busy, onVerify }: ChainsTableProps) {
  const { chains: words } = useTexts();
  const { columns } = words;
  return (
    <table className="console-table">
      <caption className="unseen">{words.title}</caption>
      <thead>
        <tr>
          {Object.entries(columns).map(([name, label]) => (
            <th key={name} scope="col">
              {label}
            </th>
          ))}
          {onVerify === null ? null : (
            <th scope="col">
              <span className="unseen">{words.verifyAll}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {chains.map((chain) => (
          <ChainRow key={chain.county} chain={chain} busy={busy} onVerify={onVerify} />
        ))}
      </tbody>
    </table>
  );
}

type ChainRowProps = Omit<ChainsTableProps, "chains"> & { readonly chain: ChainStatus };

function ChainRow({ chain, busy, onVerify }: ChainRowProps) {
  const t = useTexts();
  const { chains: words } = t;
  const place = usePlace()(chain.county);
  const { checkpoint, verified } = chain;
  return (
    <tr>
      <th scope="row">{place}</th>
      <td data-label={words.columns.events}>{t.number(chain.events)}</td>
      <td data-label={words.columns.head}>
        <code className="console-hash">{chain.head.slice(0, 16)}</code>
      </td>
      <td data-label={words.columns.checkpoint}>
        {checkpoint === null ? (
          <strong>{words.noCheckpoint}</strong>
        ) : (
          <>
            {words.checkpoint(t.number(checkpoint.seq), t.moment(checkpoint.signed))}
            <span className="console-soft">{words.key(checkpoint.key.slice(0, 12))}</span>
          </>
        )}
      </td>
      <td data-label={words.columns.tail} data-warn={chain.tail > 0}>
        {words.tail(chain.tail)}
      </td>
      <td data-label={words.columns.verified} data-bad={(verified?.faults ?? 0) > 0}>
        {verified === null
          ? words.never
          : verified.faults === 0
            ? words.verifiedClean(t.moment(verified.at))
            : words.verifiedFaults(t.moment(verified.at), verified.faults)}
      </td>
      {onVerify === null ? null : (
        <td>
          <Button
            disabled={busy}
            aria-label={words.verifyOne(place)}
            onClick={() => onVerify(chain.county)}
          >
            {words.verify}
          </Button>
        </td>
      )}
    </tr>
  );
}
