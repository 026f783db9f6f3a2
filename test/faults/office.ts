// Who brings cases: windows, an approver and a reviewer of their own, and residents who sign in as they come.
import { chanceOf } from "../../src/demo-data/chance.ts";
import { approver, clerk, sampleDistrict } from "../../src/demo-data/index.ts";
import { signInAs, type TestPrincipal } from "../../src/identity/testing/index.ts";
import { openDatabase } from "../../src/platform/postgres/index.ts";
import { openApplicants } from "./applicants.ts";
import type { CaseLedger } from "./case-ledger.ts";
import type { Counter } from "./case-worker.ts";
import type { Office } from "./clerk.ts";
import { openSession, type Session } from "./session.ts";

export type CaseOffice = {
  readonly counters: readonly Counter[];
  readonly close: () => Promise<void>;
};

/** @param counters how many cases are under way at once */
export async function openCaseOffice(
  url: string,
  ownerUrl: string,
  { office, ledger, seed, counters }: CaseOfficeSettings,
): Promise<CaseOffice> {
  const owner = openDatabase(ownerUrl, { size: 2 });
  const applicants = openApplicants(ownerUrl);
  const signIn = async (who: TestPrincipal): Promise<Session | undefined> => {
    const signed = await signInAs(owner, who).catch(() => undefined);
    return signed && openSession(url, signed);
  };
  const counties = [sampleDistrict];
  const reviewer = await signIn({ role: "approver", name: "赵立新", counties });
  const second = await signIn({ role: "window-clerk", name: "何晓", counties });
  if (reviewer === undefined || second === undefined) throw new Error("nobody can sign in");
  let homes = 0;
  const address = () => {
    homes += 1;
    return `幸福路${homes}号`;
  };
  return {
    counters: Array.from({ length: counters }, (_, place): Counter => ({
      office,
      ledger,
      applicants,
      chance: chanceOf(seed * 1_000 + 500 + place),
      // Two pages of one account, or of two.
      clerks: [openSession(url, clerk), place % 2 === 0 ? second : openSession(url, clerk)],
      approver: openSession(url, approver),
      reviewer,
      signIn: (person) => signIn({ role: "resident", person }),
      address,
    })),
    close: () => owner.close(),
  };
}

type CaseOfficeSettings = {
  readonly office: Office;
  readonly ledger: CaseLedger;
  readonly seed: number;
  readonly counters: number;
};
