import type { Locale, Text } from "../../policy/index.ts";

/** Media type of RFC 9457. */
export const problemMediaType = "application/problem+json";

/** Why a request has no answer. */
export type ProblemKind =
  | "malformed"
  | "not-found"
  | "method-not-allowed"
  | "too-large"
  | "unsupported-media-type"
  | "unusable"
  | "headers-too-large"
  | "internal";

/** One thing wrong with what was sent: a stable code, the field, and a sentence. */
export type FieldProblem = {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly suggestion?: string;
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
  "headers-too-large": {
    status: 431,
    title: { "zh-CN": "请求头太大", en: "The request headers are too large" },
    detail: { "zh-CN": "请缩短请求头。", en: "Shorten the headers." },
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
