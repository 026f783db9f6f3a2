import { exchangeLedger } from "../exchange/index.ts";
import { adoptKeys, rotateKey } from "../platform/keys/index.ts";
import { fill } from "../policy/index.ts";
import { listPublishedKeys, takeCheckpoints } from "../register/index.ts";
import type { Command } from "./command.ts";
import { exit } from "./io.ts";
import { withInstallation } from "./upkeep.ts";

/** `luohu checkpoint`: signs what every county recorded since its last signature. */
export const checkpoint: Command = {
  options: { rotate: "flag", adopt: "flag" },
  operands: 0,
  run: (call) =>
    withInstallation(call, async ({ database, keys }) => {
      const { io, texts, flags } = call;
      const now = () => new Date().toISOString();
      if (flags.has("adopt")) {
        const published = await listPublishedKeys(database);
        await adoptKeys(keys, published, now());
        io.out(`${fill(texts.keysAdopted, { count: published.length })}\n`);
      }
      if (flags.has("rotate")) {
        const { key } = await rotateKey(keys, now());
        io.out(`${fill(texts.keyRotated, { key })}\n`);
      }
      const register = await takeCheckpoints({ database, keys, now });
      const exchange = await takeCheckpoints({ database, keys, now, ledger: exchangeLedger });
      for (const each of register.signed) io.out(`${fill(texts.checkpointSigned, each)}\n`);
      for (const each of exchange.signed) io.out(`${fill(texts.checkpointSignedExchange, each)}\n`);
      const refused = [...register.refused, ...exchange.refused];
      for (const each of refused) io.err(`luohu: ${fill(texts.checkpointRefused, each)}\n`);
      const signed = register.signed.length + exchange.signed.length;
      if (signed + refused.length === 0) io.out(`${texts.checkpointsNone}\n`);
      return refused.length === 0 ? exit.fine : exit.failed;
    }),
};
