import type { TextInForce } from "../../../src/policy/browser.ts";
import type { Messages } from "../../i18n/messages.ts";

/** When a text was issued and from when until when it is in force. */
export function describeText(text: TextInForce, m: Messages): string {
  const words = m.answer.texts;
  if (!text.held) return words.notHeld;
  return m.sentences([
    ...(text.issued === null ? [] : [words.issued(m.day(text.issued))]),
    words.inForce(m.day(text.from)),
    ...(text.until === null ? [] : [words.until(m.day(text.until))]),
  ]);
}
