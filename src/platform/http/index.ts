export { preferredLocale } from "./accept-language.ts";
export {
  type FieldProblem,
  type ProblemDetails,
  type ProblemKind,
  problemDetails,
  problemKindOf,
  problemMediaType,
  statusOf,
} from "./problem.ts";
export { securityHeaders } from "./security-headers.ts";
export { requestLine } from "./request-line.ts";
