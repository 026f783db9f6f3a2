/** National standards as data: code lists, divisions, relations, names. */
export {
  type Code,
  type CodeList,
  type CodeLists,
  findCode,
  type ListName,
} from "./domain/code-list.ts";
export {
  type Division,
  type DivisionLevel,
  type Divisions,
  placeDivision,
  searchDivisions,
} from "./domain/division.ts";
export {
  type FamilyTree,
  layOutFamily,
  type TreeLine,
  type TreePlace,
} from "./domain/family-tree.ts";
export { areCompatible, groupOf, type RelationGroup } from "./domain/kin.ts";
export { findNameFault, type NameFault, nameLength, tidyName } from "./domain/name.ts";
export { type Relative, suggestRelations } from "./domain/relation.ts";
export { type ResidentKind, residentKindOf } from "./domain/resident-kind.ts";
export { loadStandards, type Standards } from "./load.ts";
export { standardsRoutes } from "./routes.ts";
export { type RegisterTables, registerTables } from "./tables.ts";
export { type Sound, soundOf, soundOfPlace, syllablesOfPlace } from "./sound.ts";
