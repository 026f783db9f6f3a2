import type { Keeper } from "../register/index.ts";
import { countiesOfExchange, eraseExchange, holdRequestsOf } from "./store/erasures.ts";

/** Questions and answers about somebody, and what they objected to: nothing keeps them longer than their case. */
export const exchangeKeeper: Keeper = {
  async countiesOf(tx, person) {
    return (await tx.run(countiesOfExchange, [person])).map(({ county }) => county);
  },
  async hold(tx, { person }) {
    await tx.run(holdRequestsOf, [person]);
    return {
      kept: [],
      async erase(tx, { county, event }) {
        await tx.run(eraseExchange, [county, event]);
      },
    };
  },
};
