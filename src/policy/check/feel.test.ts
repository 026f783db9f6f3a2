import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDay } from "../calendar/day.ts";
import { deriveFacts } from "../dossier/derive.ts";
import { closureKernel, outcomes } from "../fold/kernel.ts";
import { compileKernel } from "../fold/compile.ts";
import { fact, filesOf, loadOrThrow, problemCodes, rule } from "../testing/pack-files.ts";
import { rulesFor } from "../testing/properties.ts";

const facts = [
  fact("yes", "boolean"),
  fact("no", "boolean"),
  fact("open", "boolean"),
  fact("open-too", "boolean"),
  fact("n", "number"),
  fact("unknown-n", "number"),
  fact("d", "date"),
  fact("never", "date"),
  fact("unknown-d", "date"),
  fact("age", "number", { unit: "years" }),
  fact("months", "number", { unit: "months" }),
  fact("kind", ["town", "city", "village"]),
  fact("county", "division"),
];
const stated = {
  yes: true,
  no: false,
  n: 5,
  d: "2024-02-29",
  never: "none",
  age: 18,
  months: 216,
  kind: "town",
  county: "650102",
};
const files = (when: string) => filesOf({ facts, rules: [rule("r", { when })] });
const answers = { granted: "true", refused: "false", unknown: "unknown", refer: "refer" } as const;

/** What a condition says of the stated facts on 2025-02-28, by both kernels. */
function truth(when: string): string {
  const pack = loadOrThrow(files(when));
  const derived = deriveFacts(pack.vocabulary, {
    on: "2025-02-28",
    place: { county: "650102" },
    complete: [],
    unsure: [],
    records: {},
    facts: Object.fromEntries(Object.entries(stated).map(([name, value]) => [name, { value }])),
  });
  if (!derived.ok) throw new Error("contradiction");
  const on = parseDay("2025-02-28")!;
  const rules = rulesFor(pack, { county: "650102", on });
  const found = closureKernel(rules, on)(derived.value.slots);
  expect(compileKernel(rules, on)(derived.value.slots)).toBe(found);
  return answers[outcomes[found]!];
}

const says = (rows: readonly (readonly [string, string])[]): void => {
  it.each(rows)("%s is %s", (when, expected) => {
    expect(truth(when)).toBe(expected);
  });
};
const refuses = (rows: readonly (readonly [string, string])[]): void => {
  it.each(rows)("%s: %s", (when, code) => {
    expect(problemCodes(files(when))).toEqual([code]);
  });
};

describe("DMN 1.5: and, or, not of three values", () => {
  const values = ["yes", "no", "open"] as const;
  const table = {
    and: ["true", "false", "unknown", "false", "false", "false", "unknown", "false", "unknown"],
    or: ["true", "true", "true", "true", "false", "unknown", "true", "unknown", "unknown"],
  };
  for (const operator of ["and", "or"] as const)
    says(
      values.flatMap((a, row) =>
        values.map(
          (b, index) => [`${a} ${operator} ${b}`, table[operator][row * 3 + index]!] as const,
        ),
      ),
    );
  says([
    ["not yes", "false"],
    ["not no", "true"],
    ["not open", "unknown"],
    ["not(yes)", "false"],
    ["no and open or yes", "true"],
    ["not no and no", "false"],
  ]);
});

describe("DMN 1.5: comparisons, between, in, ranges", () => {
  says([
    ["n = 5", "true"],
    ["n != 5", "false"],
    ["n < 5", "false"],
    ["n <= 5", "true"],
    ["n > 4.5", "true"],
    ["n >= 5.5", "false"],
    ["unknown-n = 5", "unknown"],
    ["unknown-n != 5", "unknown"],
    ["yes = true", "true"],
    ["yes != no", "true"],
    ["no = open", "unknown"],
    ["d = 2024-02-29", "true"],
    ["d < 2024-03-01", "true"],
    ["d > 2024-02-29", "false"],
    ["n between 1 and 5", "true"],
    ["n between 5 and 9", "true"],
    ["n between 6 and 9", "false"],
    ["n between 9 and 1", "false"],
    ["d between 2024-02-01 and 2024-02-29", "true"],
    ["n in [1..5]", "true"],
    ["n in [1..5)", "false"],
    ["n in [1..5[", "false"],
    ["n in (5..9]", "false"],
    ["n in ]5..9]", "false"],
    ["n in [5..9]", "true"],
    ["n in (4..6)", "true"],
    ["n in ]4..6[", "true"],
    ["n in [5..5]", "true"],
    ["n in (1, 3, 5)", "true"],
    ["n in (1, 3)", "false"],
    ["n in [1, 3, 5]", "true"],
    ["n in (< 5, > 5)", "false"],
    ["n in (<= 5)", "true"],
    ["n in (!= 5)", "false"],
    ["n in ([1..3], [5..7])", "true"],
    ["n in (< 3, [4..6], 9)", "true"],
    ["n in ([1, 2], [5])", "true"],
    ["d in [2024-01-01..2024-12-31]", "true"],
    ["d in (2024-02-29..2024-12-31]", "false"],
    ["unknown-n in (< 5, >= 5)", "unknown"],
  ]);
});

describe("DMN 1.5: quantifiers, if, arithmetic", () => {
  says([
    ["some x in [1, 5, 9] satisfies x = n", "true"],
    ["some x in [1, 9] satisfies x = n", "false"],
    ["every x in [1, 5] satisfies x <= n", "true"],
    ["every x in [1, 9] satisfies x <= n", "false"],
    ["some x in [] satisfies true", "false"],
    ["every x in [] satisfies false", "true"],
    ["some x in [1, 5] satisfies x = n and open", "unknown"],
    ["every x in [1, 5] satisfies x < n or open", "unknown"],
    ["some x in [1, 2] satisfies every y in [3, 4] satisfies x + y >= n", "true"],
    ["some x in [1] satisfies every y in [3, 4] satisfies x + y >= n", "false"],
    ["if yes then no else yes", "false"],
    ["if no then no else yes", "true"],
    ["(if n > 3 then 10 else 20) = 10", "true"],
    ["n + 2 * 3 = 11", "true"],
    ["(n + 2) * 3 = 21", "true"],
    ["n - 2 - 3 = 0", "true"],
    ["n / 2 = 2.5", "true"],
    ["n / 49 * 49 = n", "true"],
    ["-n = -5", "true"],
    ["- -n = 5", "true"],
    ["2 - -n = 7", "true"],
    ["abs(-n) = 5", "true"],
    ["floor(n / 2) = 2", "true"],
    ["floor(-n / 2) = -3", "true"],
    ["ceiling(n / 2) = 3", "true"],
    ["ceiling(-n / 2) = -2", "true"],
    ["min(n, 3) = 3 and max(n, 3) = 5", "true"],
  ]);
});

describe("DMN 1.5: date arithmetic and properties", () => {
  says([
    ["2024-01-31 + 1 month = 2024-02-29", "true"],
    ["2025-01-31 + 1 month = 2025-02-28", "true"],
    ["d + 1 year = 2025-02-28", "true"],
    ["d + 4 years = 2028-02-29", "true"],
    ["d - 1 year = 2023-02-28", "true"],
    ["2016-12-25 + 3 years + 2 months + 6 days = 2020-03-02", "true"],
    ["2024-03-31 - 1 month = 2024-02-29", "true"],
    ["1 month + 2024-01-31 = 2024-02-29", "true"],
    ["d + 1 day = 2024-03-01", "true"],
    ["2025-02-28 + 1 day = 2025-03-01", "true"],
    ["2012-12-25 - 2012-12-24 = 1 day", "true"],
    ["2012-12-24 - 2012-12-25 = -1 day", "true"],
    ["d + 2 weeks = 2024-03-14", "true"],
    ["year(d) = 2024 and month(d) = 2 and day(d) = 29", "true"],
    ["date(2012, 12, 25) = 2012-12-25", "true"],
    ["d + 1 year <= on", "true"],
    ["2024-03-01 + 1 year <= on", "false"],
    ["months-between(2011-12-22, 2013-08-24) = 20", "true"],
    ["years-between(d, on) = 1", "true"],
    ["days-between(2024-02-28, 2024-03-01) = 2", "true"],
    ["start-of-month(d) = 2024-02-01 and end-of-month(d) = 2024-02-29", "true"],
    ["start-of-year(d) = 2024-01-01 and end-of-year(d) = 2024-12-31", "true"],
  ]);
});

describe("1. Names have hyphens and dots, and no blanks", () => {
  refuses([
    ["n-1 = 4", "unknown-name"],
    ["unknown n = 4", "unexpected-token"],
  ]);
  says([["n - 1 = 4", "true"]]);
});

describe("2. No silent null", () => {
  says([
    ["unknown-n > 0", "unknown"],
    ["unknown-d + 1 year <= on", "unknown"],
    ["unknown-n + 1 > unknown-n", "unknown"],
  ]);
  refuses([
    ["nobody > 0", "unknown-name"],
    ["n = null", "unknown-name"],
    ["n = yes", "wrong-type"],
    ['n = "5"', "wrong-type"],
    ["d > 5", "wrong-type"],
    ["n + yes > 1", "bad-arithmetic"],
    ["n / 0 > 1", "division-by-zero"],
  ]);
});

describe("3. `and`, `or` and `not` take conditions only", () => {
  refuses([
    ["no and n", "wrong-type"],
    ["yes or 1", "wrong-type"],
    ["not(n)", "wrong-type"],
  ]);
});

describe("4. `if` on an unknown condition", () => {
  says([
    ["if open then yes else no", "unknown"],
    ["if open then no else no", "false"],
    ["if open then yes else yes", "true"],
    ["(if open then 1 else 3) < 4", "true"],
    ["(if open then 1 else 3) < 2", "unknown"],
  ]);
});

describe("5. Numbers are IEEE doubles", () => {
  says([
    ["0.1 + 0.2 = 0.3", "false"],
    ["0.1 + 0.2 > 0.3", "true"],
    ["0.5 + 0.25 = 0.75", "true"],
  ]);
});

describe("6. Numbers have units", () => {
  says([
    ["age >= 18", "true"],
    ["age < 18", "false"],
    ["age > 17.9", "true"],
    ["age = months", "true"],
    ["age = 216 months", "true"],
    ["months = 18 years", "true"],
    ["months >= 216", "true"],
    ["months > 18", "true"],
    ["1 year = 12 months", "true"],
    ["2 weeks = 14 days", "true"],
    ["age / 2 = 9", "true"],
    ["age - 8 = 10", "true"],
    ["max(age, 20) = 20 years", "true"],
    ["floor(age / 4) = 4", "true"],
    ["years-between(2000-05-01, on) >= 24", "true"],
    ["years-between(2000-05-01, on) >= 25", "false"],
    ["18 <= age", "true"],
    ["19 <= age", "false"],
    ["10 + age = 28", "true"],
    ["28 - age = 10", "true"],
    ["max(20, age) = 20 years", "true"],
    ["2 * age = 36", "true"],
    ["(if no then age else 18) = age", "true"],
    ["(if yes then 18 else age) = 18 years", "true"],
    ["age in [18..60]", "true"],
    ["age between 19 and 60", "false"],
  ]);
  refuses([
    ["age > 18 days", "unit-clash"],
    ["age + months > 18", "unit-clash"],
    ["n > 18 months", "unit-clash"],
    ["age * months > 1", "unit-clash"],
    ["n * unknown-n > 1", "unit-clash"],
  ]);
});

describe("7. Dates stand as they are written", () => {
  refuses([
    ["d = 2023-02-29", "bad-date-literal"],
    ["d = date(2023, 2, 29)", "bad-date-literal"],
    ['d = date("2024-02-29")', "wrong-arity"],
    ['d = @"2024-02-29"', "unexpected-character"],
  ]);
});

describe("8. A date moves by a fixed number of months or years, or by whole days", () => {
  refuses([
    ["d + months > on", "months-not-constant"],
    ["d + 0.5 days > on", "days-not-whole"],
    ["d + n > on", "unit-clash"],
  ]);
  says([
    ["d + 1.5 years = 2025-08-29", "true"],
    ["on - d = 365 days", "true"],
  ]);
});

describe("9. `months-between` and `years-between` count completed months and years", () => {
  says([
    ["months-between(2025-02-28, 2025-01-31) = -1", "true"],
    ["months-between(2015-12-24, 2013-10-23) = -27", "true"],
    ["months-between(2013-08-24, 2012-12-24) = -8", "true"],
    ["years-between(2025-05-01, 2025-04-30) = -1", "true"],
    ["months-between(2025-01-31, 2025-02-28) = 1", "true"],
  ]);
});

describe("10. A day that never comes is later than every day", () => {
  says([
    ["never > 9999-12-31", "true"],
    ["never + 1 year <= on", "false"],
    ["on - never >= 365 days", "false"],
    ["years-between(never, on) >= 1", "false"],
    ["years-between(on, never) >= 100", "true"],
    ["year(never) > 2025", "true"],
    ["never - never = 0 days", "unknown"],
    ["days-between(never, never) = 0", "unknown"],
    ["month(never) <= 12", "true"],
    ["month(never) = 1", "unknown"],
    ["unknown-d - never < 0 days", "unknown"],
  ]);
});

describe("11. Enum values are bare words", () => {
  says([
    ["kind = town", "true"],
    ['kind = "town"', "true"],
    ["town = kind", "true"],
    ["kind in [city, town]", "true"],
    ["kind != city", "true"],
    ['county = "650102"', "true"],
    ['prefecture(county) = "6501"', "true"],
  ]);
  refuses([
    ["kind = Town", "unknown-enum-value"],
    ["kind < town", "not-ordered"],
    ["county = 650102", "wrong-type"],
    ['county > "650000"', "not-ordered"],
  ]);
});

describe("12. `in` takes a list, brackets, a range or one comparison", () => {
  says([
    ["n in < 6", "true"],
    ["n in 5", "true"],
    ["n in []", "false"],
    ["unknown-n in []", "false"],
  ]);
  refuses([
    ["n in [[1..5], [7..9]]", "unexpected-token"],
    ["n in 1, 2", "unexpected-token"],
    ["n in 1..5", "unexpected-token"],
  ]);
});

describe("13. `not` reaches as far as the comparison", () => {
  says([
    ["not n = 5", "false"],
    ["not(yes) = no", "true"],
    ["not(yes) in [true, false]", "false"],
  ]);
});

describe("14. Quantifiers have one variable", () => {
  refuses([
    ["some x in [1], y in [2] satisfies x = y", "unexpected-token"],
    ["some x in [1..5] satisfies x = n", "unexpected-token"],
  ]);
});

describe("15. Left out", () => {
  refuses([
    ["for x in [1] return x", "unexpected-token"],
    ["{a: 1}.a = n", "unexpected-character"],
    ["n instance of number", "unexpected-token"],
    ["n ** 2 > 1", "unexpected-token"],
    ["[n] = [5]", "compares-list"],
    ["n = [1..5]", "unexpected-token"],
    ['string(n) = "5"', "unknown-function"],
    ["days between(d, on) > 1", "unexpected-token"],
    ['"a" < "b"', "unknown-name"],
  ]);
});

describe("the ADR", () => {
  it("names each difference that is tested here, and no other", () => {
    const adr = readFileSync(
      join(import.meta.dirname, "../../../docs/adr/0005-feel-differences.md"),
      "utf8",
    );
    const test = readFileSync(join(import.meta.dirname, "feel.test.ts"), "utf8");
    const named = [...adr.matchAll(/^(\d+)\. \*\*/gm)].map(([, number]) => number);
    const tested = [...test.matchAll(/^describe\("(\d+)\. /gm)].map(([, number]) => number);
    expect(tested).toEqual(named);
  });
});
