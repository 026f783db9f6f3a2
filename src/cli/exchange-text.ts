import type { ExchangeVerified } from "../exchange/index.ts";
import { fill } from "../policy/index.ts";
import type { Call } from "./command.ts";
import { faultWords } from "./fault-text.ts";
import type { Texts } from "./text/texts.ts";

type Fault = ExchangeVerified["faults"][number];

const words: Readonly<Record<Fault["code"], keyof Texts>> = {
  ...faultWords,
  "department-differs": "exchange_department_differs",
  "outcome-differs": "exchange_outcome_differs",
  "not-logged": "exchange_not_logged",
};

/** One line for each county's exchange log, saying how far it is signed, and one for each of its faults. */
export function describeExchange(
  verified: readonly ExchangeVerified[],
  { texts }: Pick<Call, "texts">,
): string {
  const describe = ({ county, entries, checkpoint, tail, tailSince, faults }: ExchangeVerified) => {
    const signed =
      checkpoint === null
        ? fill(texts.exchangeUnsigned, { county, entries })
        : fill(texts.exchangeSigned, {
            county,
            entries,
            through: checkpoint.seq,
            signed: checkpoint.signed,
          });
    const open =
      tail > 0 && tailSince !== null ? fill(texts.verifiedTail, { tail, since: tailSince }) : "";
    const sound = faults.length === 0 ? texts.exchangeSound : "";
    return [signed + open + sound, ...faults.map((fault) => describeOne(county, fault))];
  };
  const describeOne = (county: number, { code, seq, values }: Fault) => {
    const where =
      seq === null
        ? fill(texts.exchangeLog, { county })
        : fill(texts.exchangeEntry, { county, seq });
    return `${where}: ${fill(texts[words[code]], values)} [${code}]`;
  };
  return verified
    .flatMap(describe)
    .map((line) => `${line}\n`)
    .join("");
}
