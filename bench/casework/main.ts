// npm run bench:casework [-- --cases N --seconds N --clients N --asked N --rounds N]: a county with 100,000 cases in its queue.
import { parseArgs } from "node:util";
import { openCasework } from "../../src/api/open-casework.ts";
import { registerOf, standardsFor } from "../../src/cli/open-register.ts";
import { planCounties } from "../../src/demo-data/index.ts";
import { todayOf } from "../../src/register/index.ts";
import { startClients } from "../shared/clients.ts";
import { exchangeOf, readPack } from "../shared/exchange.ts";
import type { Installation } from "../shared/installation.ts";
import { loadEvents } from "../shared/load.ts";
import { describeMarks } from "../shared/marks.ts";
import { timeRebuild } from "../shared/rebuild.ts";
import { onInstallation, type Tell } from "../shared/run.ts";
import { checkCases, checkChains, checkEffects, checkLooks, checkQueue } from "./check.ts";
import { fillQueue } from "./fill-queue.ts";
import { type Figures, lastLine, marks } from "./marks.ts";
import { timeRequests } from "./over-http.ts";
import { describeOneCase, type OpenCasework } from "./one-case.ts";
import { compareWithRaw } from "./raw.ts";
import { prepareRequests, sampleFilters } from "./requests.ts";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "100000" },
    seconds: { type: "string", default: "10" },
    clients: { type: "string", default: "32" },
    /** Share of the cases in which departments were asked. */
    asked: { type: "string", default: "0.25" },
  },
});
const [count, span] = [Number(values.cases), Number(values.seconds)];
const [clientCount, asked] = [Number(values.clients), Number(values.asked)];
if (!([count, clientCount].every((each) => Number.isInteger(each) && each > 0) && span > 0))
  throw new Error("--cases and --clients are whole numbers above 0, --seconds a number above 0.");

/** Cases that are looked into before the load. */
const sampled = 50;

/** People of the register for each case: not every family can move as it is. */
const peoplePerCase = 3.4;

await onInstallation(async (installation, tell) => {
  const figures = await run(installation, tell);
  console.log(describeMarks(marks, figures));
  console.log(lastLine(figures));
});

async function run(installation: Installation, tell: Tell): Promise<Figures> {
  const { owner, database, keys } = installation;
  const standards = standardsFor("demo");
  const register = registerOf(installation, standards);
  const exchange = exchangeOf(database, readPack(), keys);
  const open: OpenCasework = (on) =>
    openCasework({ ...register, database: on }, exchange, standards);
  const casework = open(database);
  const plans = planCounties(Math.round(count * peoplePerCase), 11, "2024-01-02");
  await loadEvents(owner, plans, tell);
  await timeRebuild(installation.ownerUrl);
  const today = todayOf(new Date());
  const { cases, me } = await fillQueue(installation, casework, { count, asked, today }, tell);
  const requests = prepareRequests(cases, me);
  const [forRaw, forOne] = [requests.takeReady(1400, 0.3), requests.takeReady(100, 0.1)];
  const server = await startClients(installation, clientCount);
  const [one] = server.clients;
  if (one === undefined) throw new Error("there are no clients");
  let figures: Figures;
  try {
    tell("checking answers");
    console.log(await checkQueue(one, cases, sampleFilters(cases, me, 60), today));
    console.log(await checkCases(one, cases, sampled));
    figures = await timeRequests(server.clients, requests, span, tell);
  } finally {
    await server.close();
  }
  tell("beside its rows alone");
  figures = { ...figures, ...(await compareWithRaw(open, database, forRaw, me)) };
  tell("one at a time");
  console.log(await describeOneCase(open, database, forOne.map(requests.nextLook), forOne, me));
  tell("verifying");
  console.log(await checkEffects(installation, requests.decided()));
  console.log(await checkLooks(installation, requests.looks() + sampled));
  console.log(await checkChains(installation));
  return figures;
}
