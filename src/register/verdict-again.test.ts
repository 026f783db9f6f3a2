// An approver whose page got no answer sends the verdict again.
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { onEachServer, useDatabase } from "../platform/postgres/testing/index.ts";
import { performAct } from "./perform-act.ts";
import { previewAct } from "./preview-act.ts";
import { decideOnProposal } from "./proposals.ts";
import { approver, clerk, looker, registerOn } from "./testing/register.ts";
import { groundFor, mother, people, today, town } from "./testing/small-town.ts";
import { settleTown } from "./testing/town-database.ts";
import { readVersions } from "./versions.ts";

onEachServer(async (server) => {
  const { database, owner } = await useDatabase(server);
  const register = registerOn(database, () => today);
  await settleTown(register, owner);

  async function propose(name: string): Promise<string> {
    const ground = groundFor([{ ...people.mother, name }]);
    const act = { act: "correct", on: today, ground, person: mother, after: { name } } as const;
    const { ifMatch } = await previewAct(register, town, act, looker);
    const seen = readVersions(ifMatch) ?? new Map();
    const request = { county: town, act, key: randomUUID(), seen, actor: clerk };
    const outcome = await performAct(register, request);
    if (outcome.kind !== "proposed") throw new Error(outcome.kind);
    return outcome.proposal.proposal;
  }
  const decide = (proposal: string, verdict: "approve" | "reject", actor = approver) =>
    decideOnProposal(register, { county: town, proposal, verdict, reason: "", actor });
  const another = { ...approver, account: "0197-another" };

  it("gives the same receipt again, and no other verdict", async () => {
    const proposal = await propose("新名");
    const first = await decide(proposal, "approve");
    expect(first.kind).toBe("done");
    expect(await decide(proposal, "approve")).toEqual(first);
    expect(await decide(proposal, "reject")).toEqual({ kind: "decided" });
    expect(await decide(proposal, "approve", another)).toEqual({ kind: "decided" });
    expect(await decide(proposal, "approve", clerk)).toEqual({ kind: "own" });
  });

  it("gives all the same receipt when it is sent ten times at once", async () => {
    const proposal = await propose("又名");
    const sent = Array.from({ length: 10 }, () => decide(proposal, "approve"));
    const outcomes = await Promise.all(sent);
    expect(outcomes[0]?.kind).toBe("done");
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
  });

  it("says again that it was rejected", async () => {
    const proposal = await propose("别名");
    const first = await decide(proposal, "reject");
    expect(first).toMatchObject({ kind: "rejected", proposal: { state: "rejected" } });
    expect(await decide(proposal, "reject")).toEqual(first);
    expect(await decide(proposal, "approve")).toEqual({ kind: "decided" });
  });
});
