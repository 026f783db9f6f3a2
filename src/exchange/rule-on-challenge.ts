import type { Challenge } from "./contract.ts";
import { type Exchange, scopeOf } from "./exchange.ts";
import { answerChallenge, findChallenge } from "./store/challenges.ts";

type Ruling = {
  readonly justified: boolean;
  readonly answer: string;
  readonly by: { readonly account: string; readonly name: string };
};

/** Answers a challenge once. */
export async function ruleOnChallenge(
  { database, clock }: Exchange,
  counties: readonly number[],
  id: string,
  { justified, answer, by }: Ruling,
): Promise<Challenge | "not-found" | "already-decided"> {
  return database.inTransaction(scopeOf(counties), async (tx) => {
    const now = clock().toISOString();
    const values = [counties, id, now, by.account, by.name, justified, answer];
    const [answered] = await tx.run(answerChallenge, values);
    if (answered !== undefined) return answered;
    const [found] = await tx.run(findChallenge, [counties, id]);
    return found === undefined ? "not-found" : "already-decided";
  });
}
