export { isLoopback } from "./loopback.ts";
export { plainPage } from "./plain-page.ts";
export {
  type FieldProblem,
  type ProblemDetails,
  type ProblemKind,
  problemKindOf,
  problemMediaType,
} from "./problem.ts";
export { localeOf, sendProblem } from "./send-problem.ts";
export { contentSecurityPolicy, securityHeaders } from "./security-headers.ts";
export { requestLine } from "./request-line.ts";
