/** National standards as data: code lists, divisions, relations, names. */
export { type Division, placeDivision } from "./domain/division.ts";
export { findNameFault, type NameFault, tidyName } from "./domain/name.ts";
export { type Relative, suggestRelations } from "./domain/relation.ts";
export { loadStandards, type Standards } from "./load.ts";
export { standardsRoutes } from "./routes.ts";
export { type Sound, soundOf, soundOfPlace } from "./sound.ts";
export { type RegisterTables, registerTables } from "./tables.ts";
