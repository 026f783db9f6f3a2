// Why something cannot be done in a case now: a code, its clause, and the words for it.
import type { Text } from "../../policy/index.ts";

type Said = { readonly clause: string | null; readonly text: Text };

const said = (clause: string | null, zhCN: string, en: string): Said => ({
  clause,
  text: { "zh-CN": zhCN, en },
});

const licensing = "Administrative Licensing Law";
const reviewLaw = "Administrative Reconsideration Law";

export const refusalTexts = {
  "not-yours": said(
    null,
    "只有申请人、申请人的监护人可以这样做。",
    "Only the applicant or their guardian can do this.",
  ),
  "not-your-role": said(null, "您的岗位不办理这一步。", "This step is not part of your role."),
  "other-county": said(null, "申请在别的县（市、区）办理。", "The case belongs to another county."),
  "own-case": said(
    "Civil Servants Law art. 76",
    "这是您自己或您家人的申请，由别人办理。",
    "This is your own or your family's case: somebody else deals with it.",
  ),
  "not-now": said(null, "这件申请现在不在这一步。", "The case is not at this step now."),
  "nothing-drafted": said(null, "还没有填写申请。", "Nothing has been filled in yet."),
  "not-signed": said(
    "K1",
    "在窗口办理，要有本人签字的书面申请。",
    "At a window it takes a paper that the person signed.",
  ),
  "people-unclear": said(
    null,
    "第一位是申请人；每人只能列一次；未成年人和被监护人要写明监护人。",
    "The applicant comes first, nobody is named twice, and a child or ward has a guardian named.",
  ),
  "people-changed": said(
    "K1",
    "补正时不能增减人员；增减的请重新申请。",
    "Answering a notice does not change who applies; apply anew for that.",
  ),
  "no-such-member": said(null, "申请里没有这个人。", "The application does not have this person."),
  "not-the-signer": said(
    "K1",
    "成年人自己签，未成年人和被监护人由监护人签。",
    "Adults sign for themselves; a guardian signs for a child or ward.",
  ),
  "session-of-another": said(
    "K1",
    "每个人要单独办理自己的同意：请另行登录，或单独到窗口。",
    "Each person consents alone: in a session, or a visit to the window, of their own.",
  ),
  "not-heard": said(
    "Civil Code art. 35",
    "先听取孩子或被监护人的意见。",
    "The child or ward has to be heard first.",
  ),
  "use-withdraw": said(
    "K1",
    "申请人不同意的，请撤回申请。",
    "An applicant who no longer agrees withdraws the application.",
  ),
  "already-registered": said(null, "这个人已经登记。", "This person has been registered."),
  "nothing-missing": said(
    `${licensing} art. 32`,
    "要写明缺什么，每样只写一次。",
    "Say what is missing, each thing once.",
  ),
  "not-told-at-once": said(
    `${licensing} art. 32`,
    "缺什么要一次告知：上次没有写的，除非后来才出现，不能再要。",
    "All that is missing is told at once: what the first notice left out cannot be asked later, unless it arose since.",
  ),
  "already-accepted": said(
    `${licensing} art. 32`,
    "已经受理，或五个工作日没有答复视为受理：只能要受理后才出现的材料。",
    "The case is accepted, or counts as accepted after five working days of silence: only what arose since can be asked.",
  ),
  "extended-before": said(
    `${licensing} art. 42`,
    "只能延长一次。",
    "The time can be prolonged once.",
  ),
  "too-long": said(
    `${licensing} art. 42`,
    "超过了可以延长的日数。",
    "That is longer than it can be prolonged.",
  ),
  "too-late-to-extend": said(
    `${licensing} art. 42`,
    "期限已过，不能再延长。",
    "The time is over and cannot be prolonged.",
  ),
  "no-reasons": said(`${licensing} art. 38`, "决定要写明理由。", "A decision gives its reasons."),
  "no-remedies": said(
    `${licensing} art. 38`,
    "不予登记的，要写明怎样申请复议、提起诉讼。",
    "Who refuses says how to ask for review and where to sue.",
  ),
  "family-alone": said(
    "R4.1",
    "家人随申请人登记，不能只登记家人。",
    "Family is registered with the applicant, not instead.",
  ),
  "no-own-reason": said(
    "K3",
    "决定和系统的建议不一致，要写明自己的理由。",
    "A decision against the advice needs a reason of its own.",
  ),
  "not-against": said(
    "K3",
    "决定和建议一致，不用另写理由。",
    "The decision agrees with the advice: no reason against it is needed.",
  ),
  "advice-of-another-day": said(
    null,
    "建议不是今天的，请重新计算。",
    "The advice is not of today: let it be worked out anew.",
  ),
  "second-person": said(
    null,
    "这项决定是否要第二个人审批，与规定不符。",
    "Whether a second person approves is set by the service.",
  ),
  "same-person": said(null, "要由另一个人审批。", "A second person has to decide this."),
  "papers-not-brought": said(
    null,
    "材料没有补齐而过了期限的，只能决定不予登记。",
    "Where papers were not brought in time, only a refusal can follow.",
  ),
  "consent-missing": said(
    "K1",
    "本人的同意还不齐，告知的期限还没有过。",
    "Not everyone has consented, and the time for it is not over.",
  ),
  "not-these-people": said(
    "K1",
    "登记的人和同意登记的人不一致。",
    "These are not the people who consented.",
  ),
  "receipt-used": said(null, "这张回执已经记过。", "This receipt has been entered before."),
  "corrects-nothing": said(
    null,
    "没有要这样更正的登记。",
    "There is nothing to correct in this way.",
  ),
  "not-told-yet": said(
    `${reviewLaw} art. 20`,
    "决定送达以后再申请复议。",
    "Review can be asked once the decision has been delivered.",
  ),
  "too-late": said(
    `${reviewLaw} art. 20`,
    "复议要在六十日内申请。",
    "Review has to be asked within 60 days.",
  ),
  "reviewed-before": said(
    `${reviewLaw} art. 10`,
    "这项决定已经复议过，可以向人民法院起诉。",
    "This decision was reviewed; the next way is to the court.",
  ),
  "under-review": said(null, "正在复议。", "A review is under way."),
  "not-silent": said(
    `${reviewLaw} art. 11`,
    "办理期限还没有过。",
    "The time for deciding is not over.",
  ),
  "took-part": said(
    `${reviewLaw} art. 5`,
    "办过这件事的人不参加复议。",
    "Whoever dealt with the case takes no part in its review.",
  ),
  "nothing-reversed": said(null, "改变决定的，要和原来不同。", "A reversal changes the decision."),
  "undo-not-asked": said(
    "K1",
    "只能为申请复议的本人撤销登记，不能同时增减。",
    "A registration is taken back only for those who asked, and not while others are added.",
  ),
  "rated-before": said(null, "一件事评价一次。", "A case is rated once."),
  "time-not-over": said(
    null,
    "还可以申请复议，不能办结。",
    "Review can still be asked, so the case stays open.",
  ),
} satisfies Record<string, Said>;

export type RefusalCode = keyof typeof refusalTexts;

export type Refusal = { readonly code: RefusalCode; readonly clause: string | null };

export const refusal = (code: RefusalCode): Refusal => ({
  code,
  clause: refusalTexts[code].clause,
});
