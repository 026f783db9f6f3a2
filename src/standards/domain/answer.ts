// The tables as the API gives them.
import { z } from "zod";
import { listNames } from "./code-list.ts";

const text = z.strictObject({ "zh-CN": z.string(), en: z.string() });

const codeList = z.strictObject({
  standard: z.string(),
  title: text,
  source: z.string(),
  codes: z.array(z.strictObject({ code: z.string(), label: text })),
});

const division = z.strictObject({
  code: z.int(),
  name: text,
  level: z.enum(["province", "prefecture", "county"]),
  parent: z.int().optional(),
  sound: z.string(),
  initials: z.string(),
});

/** What `GET /api/standards` answers: the same public tables for everyone. */
export const standardsAnswer = z.strictObject({
  lists: z.record(z.enum(listNames), codeList),
  divisions: z.array(division),
});
