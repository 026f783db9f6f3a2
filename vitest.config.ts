import { configDefaults, defineConfig } from "vitest/config";

// SOAK=1 (npm run soak) runs the long runs, *.soak.test.ts, and nothing else.
const soak = process.env["SOAK"] === "1";
const ending = soak ? "soak.test" : "test";

export default defineConfig({
  test: {
    include: [`{src,test,scripts,bin}/**/*.${ending}.ts`, `web/**/*.${ending}.{ts,tsx}`],
    exclude: [...configDefaults.exclude, ...(soak ? [] : ["**/*.soak.test.*"]), "**/dist/**"],
    testTimeout: soak ? 3_600_000 : 30_000,
    hookTimeout: 60_000,
    globalSetup: ["src/platform/postgres/testing/global-setup.ts"],
  },
});
