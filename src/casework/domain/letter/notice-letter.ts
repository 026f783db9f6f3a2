// The one-time notice: everything that is missing, why, and until when to bring it.
import type { Application } from "../application.ts";
import type { Notice } from "../case.ts";
import { endOf } from "../deadlines.ts";
import { getLimit, type Terms } from "../declaration.ts";
import type { Signing } from "./decision-letter.ts";
import { both, type Letter, type Sentence, sentence } from "./letter.ts";

export function noticeLetter(
  { people }: Application,
  { on, missing }: Notice,
  signed: Signing,
  terms: Terms,
): Letter {
  const until = endOf(getLimit(terms, "answer"), on, terms);
  return {
    kind: "notice",
    title: both("材料补正一次性告知书", "Notice of everything that is missing"),
    on,
    to: people.slice(0, 1).map(({ name }) => name),
    parts: [
      { heading: both("还缺这些", "What is missing"), sentences: missing.map(itemInWords) },
      {
        heading: both("怎样补", "How to answer"),
        sentences: [
          sentence(
            both(
              `请在${until}以前补齐，在网上或任何窗口都可以；补齐以前办理期限停止计算。`,
              `Please answer by ${until}, online or at any window; until then the time for deciding stands still.`,
            ),
          ),
          sentence(
            both(
              "除了以后才出现的情况，我们不会再要别的材料。",
              "Unless something arises later, nothing else will be asked of you.",
            ),
            "Administrative Licensing Law art. 32",
          ),
        ],
      },
    ],
    remedies: [],
    signed,
  };
}

/** What is missing and, where a department holds it, why the person is asked all the same (row E3). */
function itemInWords({ label, clause, notFetched, arisen }: Notice["missing"][number]): Sentence {
  const why = [notFetched, arisen?.why ?? null].flatMap((text) => text ?? []);
  const zh = why.map((text) => text["zh-CN"]).join("；");
  const en = why.map((text) => text.en).join("; ");
  const text =
    why.length === 0
      ? both(`${label["zh-CN"]}。`, `${label.en}.`)
      : both(`${label["zh-CN"]}（${zh}）。`, `${label.en} (${en}).`);
  return sentence(text, clause);
}
