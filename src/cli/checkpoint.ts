import { signLogs } from "../exchange/index.ts";
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
      const { signed, refused } = await takeCheckpoints({ database, keys, now });
      for (const each of signed) io.out(`${fill(texts.checkpointSigned, each)}\n`);
      for (const each of refused) io.err(`luohu: ${fill(texts.checkpointRefused, each)}\n`);
      const logs = await signLogs({ database, keys, now });
      for (const each of logs.signed) io.out(`${fill(texts.exchangeSigned, each)}\n`);
      for (const each of logs.refused) io.err(`luohu: ${fill(texts.exchangeRefused, each)}\n`);
      const unsigned = refused.length + logs.refused.length;
      if (signed.length + logs.signed.length + unsigned === 0) io.out(`${texts.checkpointsNone}\n`);
      return unsigned === 0 ? exit.fine : exit.failed;
    }),
};
