// The letter of a decision: grant, refusal, or what a review came to. Made from the case alone.
import type { Text } from "../../../policy/index.ts";
import type { Application } from "../application.ts";
import { type Decision, refusedBy } from "../case.ts";
import type { Terms } from "../declaration.ts";
import { both, type Letter, named, type Part, sentence } from "./letter.ts";
import { datedRemedies } from "./remedies.ts";

/** How the letter names who decided: the person by name, and their office. */
export type Signing = { readonly by: string; readonly office: Text };

const headings = {
  decided: both("决定", "Decision"),
  reasons: both("理由和依据", "Reasons and clauses"),
  law: both("适用的规定", "Which rules apply"),
  against: both("经办人的理由", "Reason of the person who decided"),
  next: both("接下来", "What comes next"),
};

const titles = {
  grant: both("准予落户决定书", "Decision: registration granted"),
  refusal: both("不予落户决定书", "Decision: registration refused"),
  review: both("行政复议决定书", "Decision on review"),
};

/** The letter of one decision of the case. One that registers some and refuses others is a grant with remedies. */
export function decisionLetter(
  application: Application,
  decision: Decision,
  signed: Signing,
  terms: Terms,
): Letter {
  const { granted, from, remedies, delivered, on } = decision;
  const kind = from === "review" ? "review" : granted.length > 0 ? "grant" : "refusal";
  const refuses = refusedBy(decision, application).length > 0;
  return {
    kind,
    title: titles[kind],
    on,
    to: application.people.map(({ name }) => name),
    parts: [
      decided(decision, application, terms),
      reasons(decision),
      ...law(decision),
      ...against(decision),
      ...next(decision),
    ],
    remedies: refuses ? datedRemedies(remedies, from, delivered, terms) : [],
    signed,
  };
}

function decided(decision: Decision, application: Application, terms: Terms): Part {
  const { title } = terms.declaration;
  const names = (members: readonly number[]) =>
    named(members.flatMap((member) => application.people[member]?.name ?? []));
  const granted = names(decision.granted);
  const refused = refusedBy(decision, application);
  const others = names(refused);
  return {
    heading: headings.decided,
    sentences: [
      ...(decision.granted.length === 0
        ? []
        : [
            sentence(
              both(
                `准予${granted["zh-CN"]}${title["zh-CN"]}。`,
                `${title.en} is granted to: ${granted.en}.`,
              ),
              decision.clause,
            ),
          ]),
      ...(refused.length === 0
        ? []
        : [
            sentence(
              both(
                `不予${others["zh-CN"]}${title["zh-CN"]}。`,
                `${title.en} is refused to: ${others.en}.`,
              ),
            ),
          ]),
    ],
  };
}

const reasons = (decision: Decision): Part => ({
  heading: headings.reasons,
  sentences: decision.reasons.map(({ text, clause }) => sentence(text, clause)),
});

const law = ({ advice }: Decision): readonly Part[] =>
  advice === null || advice.told === null
    ? []
    : [{ heading: headings.law, sentences: [sentence(advice.told)] }];

/** The person who left the advice says why, in the words they used. */
const against = ({ against }: Decision): readonly Part[] =>
  against === null
    ? []
    : [{ heading: headings.against, sentences: [sentence(both(against, against), "K3")] }];

function next({ granted }: Decision): readonly Part[] {
  if (granted.length === 0) return [];
  const sentences = [
    sentence(
      both(
        "每位成年家人要亲自、单独表示同意；登记以前随时可以撤回申请。",
        "Each adult consents personally and alone; until the registration the application can be withdrawn.",
      ),
      "K1",
    ),
    sentence(
      both(
        "在城镇落户不影响您在农村的土地承包经营权、宅基地使用权和集体收益分配权。",
        "Settling in a town leaves your contracted land, homestead and share in the collective untouched.",
      ),
      "R14",
    ),
  ];
  return [{ heading: headings.next, sentences }];
}
