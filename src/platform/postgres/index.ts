export { copyOutBinary, type RawColumn } from "./copy-binary.ts";
export { type CopyValue, copyIn, copyOut } from "./copy.ts";
export { type Database, type Transaction, openDatabase } from "./database.ts";
export { DatabaseUnavailable } from "./failure.ts";
export { MigrationError, migrate } from "./migrate.ts";
export { type Department, type Scope, departments } from "./scope.ts";
export { type RunningPostgres, startPostgres } from "./server/start.ts";
export { type Statement, statement } from "./statement.ts";
export { useOutsidePostgres } from "./server/outside.ts";
