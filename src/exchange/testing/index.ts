export { type Asker, newAsker, questionOf } from "./asking.ts";
