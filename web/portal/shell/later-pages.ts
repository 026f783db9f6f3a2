// Comes once the first page stands, in a file of its own, and for everyone alike.
export { PrintSheet } from "../answer/print-sheet.tsx";
export { ComparePage } from "../compare/compare-page.tsx";
export { OpenPage } from "../file/open-page.tsx";
