import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { luohu } from "../cli/command-line.fixture.ts";
import { builtInPackFolder, packageRoot, readPackFolder } from "../platform/files/index.ts";
import { isCaseFile, isCoverageFile, loadPack } from "../policy/index.ts";
import { interview, problem, times, whatIf } from "./contract.ts";
import { buildServer } from "./server.ts";

let app: Awaited<ReturnType<typeof buildServer>>;

beforeAll(async () => {
  const read = readPackFolder(builtInPackFolder);
  const files = read.kind === "read" ? read.files : [];
  const loaded = loadPack(files.filter(({ path }) => !isCaseFile(path) && !isCoverageFile(path)));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  app = await buildServer({ pack: loaded.value });
});
afterAll(() => app.close());

const routes = [
  ["interviews", "ask", interview],
  ["times", "when", times],
  ["what-ifs", "what-if", whatIf],
] as const;
const post = (url: string, payload: string, type = "application/json") =>
  app.inject({ method: "POST", url: `/api/${url}`, payload, headers: { "content-type": type } });

/** Something is left to ask, to wait for and to change. */
const open = `service: settlement
on: 2026-05-01
place: {county: 652323, kind: village}
complete: [insurances]
records:
  insurances: [{from: 2025-10, scheme: x}]
`;

/** Only time is missing. */
const almost = open.replace(
  "records:",
  "records:\n  residences: [{at: 652323, from: 2025-09-15, basis: tenancy}]",
);

describe.each(routes)("POST /api/%s", (url, command, contract) => {
  it.each(["tenant", "urumqi-worker", "village-or-unknown"])(
    "answers the example %s as the command line does",
    async (name) => {
      const path = join(packageRoot, "examples", `${name}.yaml`);
      const text = readFileSync(path, "utf8");
      const [json, yaml, cli] = await Promise.all([
        post(url, JSON.stringify(parse(text))),
        post(url, text, "application/yaml"),
        luohu([command, path, "--json"]),
      ]);
      expect([json.statusCode, yaml.statusCode]).toEqual([200, 200]);
      expect(json.json()).toEqual(JSON.parse(cli.stdout));
      expect(yaml.json()).toEqual(json.json());
    },
  );

  it.each([open, almost])(
    "sends what is documented, nothing more and nothing less",
    async (input) => {
      const answer: unknown = (await post(url, input, "application/yaml")).json();
      expect(contract.parse(answer)).toEqual(answer);
      const cli = await luohu([command, "-", "--json"], { input });
      expect(answer).toEqual(JSON.parse(cli.stdout));
    },
  );

  it("takes service, text and day of knowledge from the query", async () => {
    const bare = parse(open.replace("service: settlement\n", "")) as unknown;
    const query = "?service=settlement&law=R&knownAt=2020-01-01";
    expect((await post(`${url}${query}`, JSON.stringify(bare))).statusCode).toBe(200);
    expect((await post(url, JSON.stringify(bare))).json()).toMatchObject({
      code: "unusable",
      problems: [{ code: "which-service" }],
    });
  });

  it("refuses with problem details", async () => {
    const answers = await Promise.all([
      post(url, "{"),
      post(url, "on: x", "text/plain"),
      post(url, open.replace("2026-05-01", "2026-02-30"), "application/yaml"),
      post(`${url}?lwa=R`, open, "application/yaml"),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([400, 415, 422, 400]);
    for (const answer of answers) {
      expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
      expect(problem.strict().parse(answer.json()).status).toBe(answer.statusCode);
    }
  });
});
