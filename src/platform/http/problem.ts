import type { Locale, Text } from "../../policy/index.ts";

/** Media type of RFC 9457. */
export const problemMediaType = "application/problem+json";

/** Why a request has no answer. */
export type ProblemKind =
  | "malformed"
  | "purpose-missing"
  | "not-signed-in"
  | "not-allowed"
  | "not-from-here"
  | "not-found"
  | "method-not-allowed"
  | "too-large"
  | "unsupported-media-type"
  | "unusable"
  | "too-many-requests"
  | "headers-too-large"
  | "key-taken"
  | "already-decided"
  | "own-proposal"
  | "stale"
  | "case-moved"
  | "versions-missing"
  | "refused"
  | "unknown-member"
  | "bad-signature"
  | "not-for-us"
  | "expired"
  | "replayed"
  | "changed-question"
  | "asks-too-much"
  | "unavailable"
  | "internal";

/** One thing wrong with what was sent: a stable code, the field, and a sentence. */
export type FieldProblem = {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly suggestion?: string;
  /** Where a law says so. */
  readonly clause?: string;
  /** What the sentence speaks of: keys, days, codes; never names. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly line?: number;
  readonly column?: number;
};

/** RFC 9457 problem details. `code` and `problems` are extension members. */
export type ProblemDetails = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemKind;
  readonly problems?: readonly FieldProblem[];
};

type Entry = { readonly status: number; readonly title: Text; readonly detail: Text };

const entries: Readonly<Record<ProblemKind, Entry>> = {
  malformed: {
    status: 400,
    title: { "zh-CN": "请求无法读取", en: "The request cannot be read" },
    detail: {
      "zh-CN": "请检查正文是否为完整的 JSON 或 YAML，以及查询参数的名称和写法。",
      en: "Check that the body is whole JSON or YAML, and the names and form of the query parameters.",
    },
  },
  "purpose-missing": {
    status: 400,
    title: { "zh-CN": "未说明查询目的", en: "The purpose of the look-up is missing" },
    detail: {
      "zh-CN": "查看他人信息须说明目的：请在 Luohu-Purpose 头中写明目的代码，被查询人会看到。",
      en: "Say why you look: send a code of purpose in the Luohu-Purpose header. The person will see it.",
    },
  },
  "not-signed-in": {
    status: 401,
    title: { "zh-CN": "请先登录", en: "Please sign in" },
    detail: {
      "zh-CN": "尚未登录，或登录已结束。请在 /auth/sign-in 登录。",
      en: "You are not signed in, or your session has ended. Sign in at /auth/sign-in.",
    },
  },
  "not-allowed": {
    status: 403,
    title: { "zh-CN": "您当前的身份不能这样做", en: "Your present role may not do this" },
    detail: {
      "zh-CN": "此操作属于其他岗位或其他县（市、区）。",
      en: "It belongs to another role or to another county.",
    },
  },
  "not-from-here": {
    status: 403,
    title: { "zh-CN": "请重新载入页面", en: "Please load the page again" },
    detail: {
      "zh-CN": "请求没有带本次登录的 Luohu-Csrf 头，或来自别的网站，未作任何更改。",
      en: "The request lacks this session's Luohu-Csrf header, or comes from another site. Nothing was changed.",
    },
  },
  "not-found": {
    status: 404,
    title: { "zh-CN": "没有这个地址", en: "There is nothing at this address" },
    detail: {
      "zh-CN": "可用的接口见 /api/openapi.json。",
      en: "For the addresses there are, see /api/openapi.json.",
    },
  },
  "method-not-allowed": {
    status: 405,
    title: { "zh-CN": "这个地址不接受此方法", en: "This address does not take that method" },
    detail: {
      "zh-CN": "可用的方法见 Allow 头。",
      en: "The Allow header names the methods it takes.",
    },
  },
  "too-large": {
    status: 413,
    title: { "zh-CN": "正文太大", en: "The body is too large" },
    detail: {
      "zh-CN": "JSON 正文最多 1 MiB，YAML 正文最多 256 KiB。",
      en: "A JSON body may have 1 MiB, a YAML body 256 KiB.",
    },
  },
  "unsupported-media-type": {
    status: 415,
    title: { "zh-CN": "不支持此正文类型", en: "This type of body is not supported" },
    detail: {
      "zh-CN": "请用 content-type: application/json 或 application/yaml 发送。",
      en: "Send it with content-type: application/json or application/yaml.",
    },
  },
  unusable: {
    status: 422,
    title: { "zh-CN": "材料里有错误", en: "Something in the dossier is wrong" },
    detail: {
      "zh-CN": "problems 列出了每处错误：代码、字段和改法。",
      en: "`problems` lists each: its code, its field and what to do.",
    },
  },
  "too-many-requests": {
    status: 429,
    title: { "zh-CN": "请求太多", en: "Too many requests" },
    detail: {
      "zh-CN": "请在 Retry-After 头所示的秒数后再试。",
      en: "Try again after the seconds that the Retry-After header names.",
    },
  },
  "headers-too-large": {
    status: 431,
    title: { "zh-CN": "请求头太大", en: "The request headers are too large" },
    detail: { "zh-CN": "请缩短请求头。", en: "Shorten the headers." },
  },
  "key-taken": {
    status: 409,
    title: { "zh-CN": "此编号已用于另一件事", en: "This key belongs to another act" },
    detail: {
      "zh-CN": "Idempotency-Key 已随不同的内容提交过，本次未作任何更改。请用新的编号重新提交。",
      en: "The Idempotency-Key was sent before with other content. Nothing was changed. Send it again with a new key.",
    },
  },
  "already-decided": {
    status: 409,
    title: { "zh-CN": "此件已有人处理", en: "This was decided already" },
    detail: {
      "zh-CN": "另一位同事已先处理，本次未作任何更改。",
      en: "A colleague was quicker. Nothing was changed.",
    },
  },
  "own-proposal": {
    status: 403,
    title: { "zh-CN": "不能审批自己提出的事项", en: "Nobody approves what they proposed" },
    detail: {
      "zh-CN": "此事须由另一人审批。",
      en: "It takes a second person.",
    },
  },
  stale: {
    status: 412,
    title: { "zh-CN": "登记内容刚被更改", en: "The register has changed in the meantime" },
    detail: {
      "zh-CN":
        "您看到的内容已不是最新，本次未作任何更改。problems 列出已更改的家庭户或人员，请重新核对后再提交。",
      en: "What you saw is no longer so. Nothing was changed. `problems` names the households and people that changed: look again, then send it again.",
    },
  },
  "case-moved": {
    status: 412,
    title: { "zh-CN": "这件申请刚有变动", en: "The case has moved on in the meantime" },
    detail: {
      "zh-CN": "您看到的已不是最新，本次未作任何更改。请重新打开这件申请，看清后再办理。",
      en: "What you saw is no longer so. Nothing was changed. Open the case again, look, then go on.",
    },
  },
  "versions-missing": {
    status: 428,
    title: { "zh-CN": "未说明所依据的版本", en: "The versions it rests on are missing" },
    detail: {
      "zh-CN":
        "请在 If-Match 头中写明预览所给的版本，在 Idempotency-Key 头中写明本次办理的编号（UUID）。",
      en: "Send the versions that the preview gave as If-Match, and a UUID of this act as Idempotency-Key.",
    },
  },
  refused: {
    status: 422,
    title: { "zh-CN": "此事不能办理", en: "This cannot be done" },
    detail: {
      "zh-CN": "problems 列出了每条理由及其依据，未作任何更改。",
      en: "`problems` lists each reason with its clause. Nothing was changed.",
    },
  },
  "unknown-member": {
    status: 403,
    title: { "zh-CN": "不是数据共享的成员", en: "The sender is no member of the exchange" },
    detail: {
      "zh-CN": "iss 所写的单位不在成员名录中，未作任何查询。",
      en: "Nobody in the directory of members is called what `iss` says. Nothing was looked up.",
    },
  },
  "bad-signature": {
    status: 400,
    title: { "zh-CN": "签名不符", en: "The signature does not hold" },
    detail: {
      "zh-CN": "消息不是该成员的密钥所签，或在途中被改动，未作任何查询。",
      en: "No key of that member signed these bytes, or they were altered on the way. Nothing was looked up.",
    },
  },
  "not-for-us": {
    status: 400,
    title: { "zh-CN": "消息不是发给本部门的", en: "The message is meant for another department" },
    detail: {
      "zh-CN": "请核对 aud 与 question.department。",
      en: "Check `aud` and `question.department`.",
    },
  },
  expired: {
    status: 400,
    title: { "zh-CN": "消息不在有效时间内", en: "The message does not hold now" },
    detail: {
      "zh-CN": "消息最多有效 60 秒。请用新的 jti 和时间重新签发，question 不变。",
      en: "A message holds for 60 seconds at most. Sign it again with a new `jti` and time; the question stays the same.",
    },
  },
  replayed: {
    status: 409,
    title: { "zh-CN": "这条消息已经收到过", en: "This message was taken before" },
    detail: {
      "zh-CN": "同一 jti 只收一次。重试请用新的 jti 签发，question 不变。",
      en: "A `jti` is taken once. To try again, sign the same question with a new `jti`.",
    },
  },
  "changed-question": {
    status: 409,
    title: { "zh-CN": "此编号问过别的事", en: "This request asked something else before" },
    detail: {
      "zh-CN": "同一 request 编号的问题不得更改。",
      en: "The question of a `request` never changes.",
    },
  },
  "asks-too-much": {
    status: 403,
    title: { "zh-CN": "所要的超出规则所需", en: "It asks for more than the rules read" },
    detail: {
      "zh-CN": "problems 列出了该事项在该地当日的规则用不到的记录和字段，未提供任何数据。",
      en: "`problems` lists the records and fields that no rule for the matter reads there on that day. Nothing was given.",
    },
  },
  unavailable: {
    status: 503,
    title: { "zh-CN": "暂时无法办理", en: "The register cannot be reached just now" },
    detail: {
      "zh-CN": "数据库没有应答。请稍后以同一 Idempotency-Key 再试，已办成的不会重复。",
      en: "The database does not answer. Try again later with the same Idempotency-Key: what was done is not done twice.",
    },
  },
  internal: {
    status: 500,
    title: { "zh-CN": "服务内部出错", en: "Something went wrong in the service" },
    detail: {
      "zh-CN": "错误不在请求。请稍后再试，或报告此问题。",
      en: "The fault is not in the request. Try again later, or report it.",
    },
  },
};

export const statusOf = (kind: ProblemKind): number => entries[kind].status;

/** The problem of a kind in the client's language. */
export function problemDetails(
  kind: ProblemKind,
  locale: Locale,
  problems?: readonly FieldProblem[],
): ProblemDetails {
  const { status, title, detail } = entries[kind];
  return {
    type: `urn:luohu:problem:${kind}`,
    title: title[locale],
    status,
    detail: detail[locale],
    code: kind,
    ...(problems === undefined ? {} : { problems }),
  };
}

const kindsByStatus: ReadonlyMap<number, ProblemKind> = new Map([
  [404, "not-found"],
  [405, "method-not-allowed"],
  [413, "too-large"],
  [415, "unsupported-media-type"],
  [422, "unusable"],
  [431, "headers-too-large"],
]);

/** The kind of an error thrown on the way to a handler; anything that is not the client's is `internal`. */
export function problemKindOf(error: unknown): ProblemKind {
  const status =
    typeof error === "object" && error !== null && "statusCode" in error
      ? Number(error.statusCode)
      : 500;
  if (!(status >= 400 && status < 500)) return "internal";
  return kindsByStatus.get(status) ?? "malformed";
}
