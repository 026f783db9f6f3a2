/** For tests of other contexts: histories, and someone who tampers with them. */
export { asForger } from "./forger.ts";
export { histories } from "./random-histories.ts";
export { doAct } from "./register.ts";
export { recordHistory } from "./record-history.ts";
