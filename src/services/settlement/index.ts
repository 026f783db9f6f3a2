/** Settling: the declaration of the service, and what a grant comes to in the register. */
export { settlement } from "./declaration.ts";
export { settlementService } from "./service.ts";
