/** Departments are asked for what the rules read, and for nothing else; both sides log it, and the person sees it. */
export {
  type Answer,
  answer,
  answerMessage,
  type Question,
  question,
  requestMessage,
} from "./contract.ts";
export { digestOf } from "./digest.ts";
export { beyondRules } from "./domain/minimal-request.ts";
export { lifetime, type Member, type MessageRefusal, open, seal } from "./message.ts";
export { answersOf } from "./answers-of.ts";
export { askDepartments } from "./ask-departments.ts";
export { callOff } from "./call-off.ts";
export { deliverDue, startDelivery } from "./deliver.ts";
export type { Exchange } from "./exchange.ts";
export { exchangeKeeper } from "./keeper.ts";
export { exchangeRoutes } from "./routes.ts";
export { exchangeLedger } from "./ledger.ts";
export { type ExchangeVerified, verifyExchange } from "./verify-exchange.ts";
