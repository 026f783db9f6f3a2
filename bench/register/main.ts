// npm run bench:register [-- --people N --seconds N --clients N --acts N --only http,settle,rebuild]: the register of a million people.
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { todayOf } from "../../src/register/index.ts";
import { checkRegister } from "./check.ts";
import { planPrefecture } from "./counties.ts";
import { timeSettling } from "./in-process.ts";
import { type Installation, openInstallation } from "./installation.ts";
import { loadEvents } from "./load.ts";
import { type Figures, lastLine, describeMarks } from "./marks.ts";
import { timeRequests } from "./over-http.ts";
import { timeRebuild } from "./rebuild.ts";
import { seconds } from "./report.ts";
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

const began = performance.now();
const tell = (line: string) => console.error(`${seconds(performance.now() - began)}  ${line}`);

const installation = await openInstallation();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    // What is under way fails, in whatever way.
    process.on("uncaughtException", () => undefined);
    void installation.close().finally(() => process.exit(1));
  });
}
try {
  tell(`PostgreSQL ${installation.version}, ${process.version}, ${availableParallelism()} cores`);
  const figures = await run(installation);
  console.log(describeMarks(figures));
  console.log(lastLine(figures));
} finally {
  await installation.close();
}

async function run(installation: Installation): Promise<Figures> {
  const { owner, ownerUrl } = installation;
  const plans = planPrefecture(people);
  const loaded = await load();
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

  async function load() {
    const began = performance.now();
    const yesterday = todayOf(new Date(Date.now() - 86_400_000));
    let told = 0;
    const loaded = await loadEvents(owner, plans, yesterday, (count) => {
      if (performance.now() - told < 2000) return;
      told = performance.now();
      tell(`${count} people`);
    });
    const took = performance.now() - began;
    console.log(`loaded: ${loaded.events} events of ${loaded.people} people in ${seconds(took)}`);
    return loaded;
  }
}
