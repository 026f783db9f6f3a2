import { type PurposeCode, purposeCode } from "./contract.ts";

/** Why a look-up is made, and the case or paper it is for. */
export type Purpose = { readonly purpose: PurposeCode; readonly reference: string | undefined };

export type PurposeFault = "purpose" | "reference";

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Letters of a reference, at most. */
const longest = 60;

/**
 * The purpose in `Luohu-Purpose` and `Luohu-Reference`; or which of them is wrong.
 * The reference is percent-encoded, since headers hold Latin letters only.
 */
export function readPurpose(headers: Headers): Purpose | PurposeFault {
  const code = purposeCode.safeParse(headers["luohu-purpose"]);
  if (!code.success) return "purpose";
  const reference = readReference(headers["luohu-reference"]);
  return reference === null ? "reference" : { purpose: code.data, reference };
}

function readReference(header: string | readonly string[] | undefined): string | undefined | null {
  if (header === undefined) return undefined;
  if (typeof header !== "string") return null;
  try {
    const text = decodeURIComponent(header).trim();
    if (
      text.length > longest ||
      /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F]/u.test(text)
    )
      return null;
    return text === "" ? undefined : text;
  } catch {
    return null;
  }
}
