export { packageRoot, packageVersion } from "./package-root.ts";
export {
  builtInPackFolder,
  readPackFolder,
  type PackFolder,
  type PackText,
} from "./pack-folder.ts";
