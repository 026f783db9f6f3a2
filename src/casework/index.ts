/** Cases: from an application to a decision by a named person, and to the act of the register. */
export { caseKeeper } from "./keeper.ts";
export type { Arrangement, Casework, MadeAct, Service } from "./casework.ts";
export type { Grant, Mover, Undoing } from "./contract.ts";
export { caseworkRoutes } from "./routes.ts";
