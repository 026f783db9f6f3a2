import type { z } from "zod";
import type { Pack } from "../../policy/index.ts";
import type { DocumentRow } from "../store/documents.ts";
import type { document } from "./contract.ts";

/** A paper as pages list it. */
export function shownDocument(
  { vocabulary }: Pack,
  { document: key, paper, type, size, at, atWindow }: DocumentRow,
): z.infer<typeof document> {
  const label = vocabulary.papers.find(({ id }) => id === paper)?.label;
  return {
    document: key,
    paper,
    label: label ?? { "zh-CN": paper, en: paper },
    type,
    size,
    at,
    atWindow,
  };
}
