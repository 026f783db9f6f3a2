// npm run bench:register [-- --people N --seconds N --clients N --acts N --only http,settle,rebuild]: the register of a million people.
import { parseArgs } from "node:util";
import { todayOf } from "../../src/register/index.ts";
import { checkRegister } from "./check.ts";
import { planPrefecture } from "./counties.ts";
import { timeSettling } from "./in-process.ts";
import type { Installation } from "../shared/installation.ts";
import { loadEvents } from "../shared/load.ts";
import { describeMarks } from "../shared/marks.ts";
import { onInstallation, type Tell } from "../shared/run.ts";
import { type Figures, lastLine, marks } from "./marks.ts";
import { timeRequests } from "./over-http.ts";
import { timeRebuild } from "../shared/rebuild.ts";
import { openSettler } from "./settles.ts";
import { describeSizes } from "./sizes.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "1000000" },
    seconds: { type: "string", default: "10" },
    clients: { type: "string", default: "64" },
    acts: { type: "string", default: "400" },
    only: { type: "string", default: "http,settle,rebuild" },
  },
});
const [people, span] = [Number(values.people), Number(values.seconds)];
const [clients, acts] = [Number(values.clients), Number(values.acts)];
const parts = values.only.split(",");
if (!([people, clients, acts].every((each) => Number.isInteger(each) && each > 0) && span > 0))
  throw new Error(
    "--people, --clients and --acts are whole numbers above 0, --seconds a number above 0.",
  );

await onInstallation(async (installation, tell) => {
  const figures = await run(installation, tell);
  console.log(describeMarks(marks, figures));
  console.log(lastLine(figures));
});

async function run(installation: Installation, tell: Tell): Promise<Figures> {
  const { owner, ownerUrl } = installation;
  const plans = planPrefecture(people);
  const loaded = await loadEvents(owner, plans, tell);
  // The tables of the present come from the events, here as after a disaster.
  await timeRebuild(ownerUrl);
  await owner.pool.query("VACUUM ANALYZE");
  console.log(`${await describeSizes(owner, loaded.people)}\n`);

  const settler = openSettler(993_000, todayOf(new Date()));
  let figures: Figures = {};
  if (parts.includes("http")) {
    tell("over HTTP");
    figures = { ...figures, ...(await timeRequests(installation, settler, clients, span)) };
  }
  if (parts.includes("settle")) {
    tell("settling without HTTP");
    const counties = plans.map(({ county }) => county);
    figures = { ...figures, ...(await timeSettling(installation, settler, counties, acts)) };
  }
  if (parts.includes("rebuild")) {
    tell("rebuilding");
    figures = { ...figures, rebuildEventsPerSecond: await timeRebuild(ownerUrl) };
  }
  tell("verifying");
  console.log(await checkRegister(installation, loaded, settler.given()));
  return figures;
}
