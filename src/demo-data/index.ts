/** Made-up people, for demo installations, tests and the bench. Nothing here is a real person's. */
export * from "./cast.ts";
export { type Chance, chanceOf } from "./chance.ts";
export { listDemoRegister } from "./demo-register.ts";
export { madeUpDivisions } from "./divisions.ts";
export { type CountyPlan, planCounties } from "./founding.ts";
export { madeUpIdNumber } from "./made-up-id-number.ts";
export { countingKeys, type Keys } from "./people.ts";
