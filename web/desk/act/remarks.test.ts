import { describe, expect, it } from "vitest";
import { act } from "../../../src/register/contract.ts";
import { deskEn } from "../texts-en.ts";
import { deskZhCN } from "../texts-zh-cn.ts";
import { sayIssues, sayRemark } from "./remarks.ts";

describe("what is wrong with what was typed", () => {
  const { missing, unfit, wrongDate } = deskEn.acts.form;
  it.each([
    [{ to: "" }, missing],
    [{ to: "a\u202Eb" }, unfit],
    [{ to: "长".repeat(121) }, unfit],
    [{ leavers: [] }, missing],
    [{ on: "2023-02-29" }, wrongDate],
    [{ on: "" }, missing],
  ])("%j", (change, text) => {
    const typed = {
      act: "move-out",
      on: "2024-05-01",
      ground: { clause: "R8", papers: [], signatures: [] },
      household: 1,
      leavers: [1],
      to: "外地",
      seats: [],
      ...change,
    };
    const { error } = act.safeParse(typed);
    const said = error === undefined ? [] : sayIssues(error, typed, deskEn);
    expect(said.map((each) => each.text)).toEqual([text]);
  });
});

it.each([
  [deskEn, 0, "Person 1 has not signed yet."],
  [deskEn, undefined, "Nobody has signed yet."],
  [deskZhCN, -1, "还没有人签名。"],
])("who has not signed", (texts, place, text) => {
  const values: Record<string, number> = place === undefined ? {} : { place };
  const remark = { code: "unsigned", clause: "K1", path: "ground.signatures", values };
  expect(sayRemark(remark, texts, String).text).toBe(text);
});
