// What pages know of the standards. Residents load it on a phone: types and small functions, no schema.
export type { standardsAnswer } from "./domain/answer.ts";
export {
  type FamilyTree,
  layOutFamily,
  type TreeLine,
  type TreePlace,
} from "./domain/family-tree.ts";
export { groupOf, type RelationGroup } from "./domain/kin.ts";
export { type Relative, suggestRelations } from "./domain/relation.ts";
