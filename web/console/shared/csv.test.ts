import { expect, it } from "vitest";
import { writeCsv } from "./csv.ts";

it("writes words with commas, quotes and lines so that they are read back as they were", () => {
  expect(writeCsv([["理由", "a, b", 'said "no"', "one\ntwo", 3]])).toBe(
    '\uFEFF理由,"a, b","said ""no""","one\ntwo",3\r\n',
  );
});

it("keeps words that begin like a formula from being one", () => {
  for (const words of ["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", " =1"]) {
    expect(writeCsv([[words]])).toBe(`\uFEFF'${words}\r\n`);
  }
  expect(writeCsv([[-1, "a=1"]])).toBe("\uFEFF-1,a=1\r\n");
});
