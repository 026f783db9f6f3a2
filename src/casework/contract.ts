// Casework for services and pages: what a case is, what a service declares, what a grant asks of the register.
export type { Application, Participant } from "./domain/application.ts";
export { type Declaration, declaration } from "./domain/declaration.ts";
export type { Grant, Mover, Undoing } from "./domain/grant.ts";
