/** An OpenID Connect provider whose people are made up: for the demo and for tests. */
export type { DemoPerson } from "./person.ts";
export { registerDemoIdentity } from "./routes.ts";
