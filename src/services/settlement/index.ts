/** Settling: the declaration of the service, and what a grant comes to in the register. */
export { settlementService } from "./service.ts";
