import { showInstant } from "../shared/history.tsx";
import { useDesk } from "../use-desk.tsx";
import type { Booklet } from "./booklet-page.tsx";

/** The signed head of the county's chain, so that a later change of the record would show. */
export function ProofBlock({ proof }: { readonly proof: Booklet["proof"] }) {
  const { d, locale, codes } = useDesk();
  const words = d.booklet;
  return (
    <div className="proof">
      <h3>{words.proof}</h3>
      <p>
        {codes.place(proof.county)} · {words.seq} {proof.seq} · {words.signed}{" "}
        {showInstant(proof.signed, locale)}
      </p>
      <p>
        {words.hash} <code>{proof.hash}</code>
      </p>
      <p>
        {words.key} <code>{proof.key}</code>
      </p>
      <p>
        {words.signature} <code>{proof.signature}</code>
      </p>
      <p className="hint">{words.check}</p>
    </div>
  );
}
