import { availableParallelism } from "node:os";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// SOAK=1 (npm run soak) runs the long runs, *.soak.test.ts, and nothing else.
const soak = process.env["SOAK"] === "1";
const ending = soak ? "soak.test" : "test";

/** Files that take longest begin first: none of them runs on alone when everything else is done. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await BaseSequencer.prototype.sort.call(this, files);
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

const longest = [/\/test\/bare-machine\./, /\/test\/e2e\//, /\/test\/(package|faults|bench)\./];

function rankOf({ moduleId }: TestSpecification): number {
  const rank = longest.findIndex((pattern) => pattern.test(moduleId));
  return rank < 0 ? longest.length : rank;
}

export default defineConfig({
  test: {
    include: [`{src,test,scripts,bin}/**/*.${ending}.ts`, `web/**/*.${ending}.{ts,tsx}`],
    exclude: [...configDefaults.exclude, ...(soak ? [] : ["**/*.soak.test.*"]), "**/dist/**"],
    // Servers, browsers and PostgreSQL are processes of their own, so a second worker pays on two cores as well.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    testTimeout: soak ? 3_600_000 : 60_000,
    hookTimeout: 60_000,
    globalSetup: ["src/platform/postgres/testing/global-setup.ts"],
  },
});
