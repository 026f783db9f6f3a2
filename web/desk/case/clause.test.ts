import { expect, it } from "vitest";
import { caseZhCN } from "./texts-zh-cn.ts";

it("calls clauses as Chinese readers do", () => {
  for (const [clause, words] of [
    ["Administrative Licensing Law art. 32(4)", "行政许可法第32条第4项"],
    ["Administrative Reconsideration Law art. 20, 24", "行政复议法第20、24条"],
    ["Decree 663 art. 9", "第663号令第9条"],
    ["N25 item 4", "N25第4项"],
    ["D2.2.1", "D2.2.1"],
  ] as const)
    expect(caseZhCN.clause(clause)).toBe(words);
});
