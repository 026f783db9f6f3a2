import type { ExchangeVerified } from "../exchange/index.ts";
import { fill } from "../policy/index.ts";
import type { Call } from "./command.ts";
import type { Texts } from "./text/texts.ts";

type Code = ExchangeVerified["faults"][number]["code"];

const words: Readonly<Record<Code, keyof Texts>> = {
  "entry-missing": "exchange_entry_missing",
  "link-broken": "exchange_link_broken",
  "payload-changed": "exchange_payload_changed",
  "department-differs": "exchange_department_differs",
  "outcome-differs": "exchange_outcome_differs",
  "head-differs": "exchange_head_differs",
  "signed-differs": "exchange_signed_differs",
  "not-logged": "exchange_not_logged",
};

/** One line for each county's exchange log, or for each of its faults. */
export function describeExchange(
  verified: readonly ExchangeVerified[],
  { texts }: Pick<Call, "texts">,
): string {
  return verified
    .flatMap(({ county, entries, signed, faults }) =>
      faults.length === 0
        ? [fill(texts.exchangeVerified, { county, entries, signed })]
        : faults.map(({ code, seq }) => {
            const where =
              seq === null
                ? fill(texts.exchangeLog, { county })
                : fill(texts.exchangeEntry, { county, seq });
            return `${where}: ${texts[words[code]]} [${code}]`;
          }),
    )
    .map((line) => `${line}\n`)
    .join("");
}
