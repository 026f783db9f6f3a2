import type { DeskCase } from "../../../src/casework/desk/contract.ts";
import type { Explanation } from "../../../src/policy/browser.ts";

type Advised = Pick<DeskCase, "advice" | "documents" | "notice">;

/** Facts are named as topic and matter; a paper has a plain name. */
const isPaper = (key: string): boolean => !key.includes(".");

/** Papers that are likely on the table: handed in, told as missing, asked for by a ground, proving what is open. */
export function papersOf({ advice, documents, notice }: Advised): readonly string[] {
  const decision = (advice?.explanation as unknown as Explanation | undefined)?.decision;
  return [
    ...new Set([
      ...documents.map(({ paper }) => paper),
      ...(notice?.missing ?? []).map(({ key }) => key).filter(isPaper),
      ...(decision?.papers ?? []).map(({ paper }) => paper),
      ...(advice?.askable ?? []).map(({ key }) => key).filter(isPaper),
    ]),
  ];
}
