/** People, households and dwellings, and the events that prove them. */
export type { Act } from "./contract.ts";
export type { CountyEvent } from "./domain/draft.ts";
export type { RegisterEvent } from "./domain/event.ts";
export type { Ground, IsoDate, Particulars, Seat } from "./domain/shapes.ts";
export { findPersonByIdNumber } from "./own-record.ts";
export { recordHistory } from "./record-history.ts";
export type { Signatory } from "./recorded.ts";
export { openRegister, type Register, scopeOf, todayOf } from "./register.ts";
export { registerRoutes } from "./routes.ts";
export type { SoundOf } from "./store/particulars.ts";
