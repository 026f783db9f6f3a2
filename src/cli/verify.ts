import { verifyExchange } from "../exchange/index.ts";
import { findInstallation } from "../identity/index.ts";
import { fill } from "../policy/index.ts";
import { type Verified, verifyRegister } from "../register/index.ts";
import { soundOf } from "../standards/index.ts";
import type { Call, Command } from "./command.ts";
import { describeFault } from "./fault-text.ts";
import { describeExchange } from "./exchange-text.ts";
import { exit } from "./io.ts";
import { progressOf, withInstallation } from "./upkeep.ts";

/** `luohu verify`: whether the register is what was written; fails where it is not, and names the place. */
export const verify: Command = {
  options: { county: "value", json: "flag" },
  operands: 0,
  run: (call) => {
    const { io, texts, flags, values } = call;
    const named = values.get("county");
    if (named !== undefined && !/^[1-9]\d{5}$/.test(named)) {
      io.err(`luohu: ${fill(texts.badCounty, { value: JSON.stringify(named) })}\n`);
      return exit.badInput;
    }
    return withInstallation(call, async ({ database, keys }) => {
      const progress = progressOf(call);
      const only = named === undefined ? {} : { counties: [Number(named)] };
      const verified = await verifyRegister({
        database,
        keys,
        soundOf,
        ...only,
        onProgress: (at) =>
          progress(() => fill(texts.progressEvents, { step: texts.stepVerify, ...at })),
      });
      const exchange = await verifyExchange({ database, keys, ...only });
      const total = faultCount(verified) + exchange.flatMap(({ faults }) => faults).length;
      if (verified.counties.length === 0 && (await findInstallation(database)) === undefined) {
        io.err(`luohu: ${texts.notInitialised}\n`);
        return exit.badInput;
      }
      if (named !== undefined && total === 0 && verified.counties[0]?.events === 0) {
        io.err(`luohu: ${fill(texts.countyUnknown, { county: named })}\n`);
        return exit.badInput;
      }
      io.out(
        flags.has("json")
          ? `${JSON.stringify({ ...verified, exchange })}\n`
          : describeExchange(exchange, call) + describeVerified(verified, call),
      );
      return total === 0 ? exit.fine : exit.failed;
    });
  },
};

/** All of them; not all may be listed. */
export const faultCount = ({ counties, faults }: Verified): number =>
  Math.max(
    faults.length,
    counties.reduce((sum, county) => sum + county.faults, 0),
  );

export function describeVerified(verified: Verified, { texts }: Pick<Call, "texts">): string {
  const { counties, faults } = verified;
  const lines = counties.map(({ county, events, checkpoint, tail, tailSince, erased }) => {
    const signed =
      checkpoint === null
        ? fill(texts.verifiedUnsigned, { county, events })
        : fill(texts.verifiedCounty, {
            county,
            events,
            through: checkpoint.seq,
            signed: checkpoint.signed,
          });
    const open =
      tail > 0 && tailSince !== null ? fill(texts.verifiedTail, { tail, since: tailSince }) : "";
    return signed + open + (erased > 0 ? fill(texts.verifiedErased, { erased }) : "");
  });
  const total = faultCount(verified);
  const events = counties.reduce((sum, county) => sum + county.events, 0);
  const more = total - faults.length;
  return [
    ...lines,
    ...faults.map((fault) => describeFault(fault, { texts })),
    ...(more > 0 ? [fill(texts.verifiedMore, { more })] : []),
    total === 0
      ? fill(texts.verifiedFine, { counties: counties.length, events })
      : fill(texts.verifiedFaults, { faults: total }),
  ]
    .map((line) => `${line}\n`)
    .join("");
}
