/** People, households and dwellings, and the events that prove them. */
export { describeRemarks } from "./answers.ts";
export { findLookUpsByKey } from "./audit-look-ups.ts";
export { ArchiveError } from "./backup/archive.ts";
export { backUpRegister } from "./backup/backup.ts";
export { NewerSchema, PlaceNotEmpty, restoreRegister } from "./backup/restore.ts";
export { type ChainChecked, openChainCheck } from "./chain/check-chain.ts";
export { startCheckpoints } from "./chain/checkpoint-clock.ts";
export { type Fault, type FaultCode, faultsOf } from "./chain/fault.ts";
export type { Ledger } from "./chain/ledger.ts";
export { readWitness, type Witness } from "./chain/signed-hashes.ts";
export { ledgerStatements, listSigningKeys } from "./chain/store/checkpoints.ts";
export { KeysLost, listPublishedKeys } from "./chain/signing-keys.ts";
export { takeCheckpoints } from "./chain/take-checkpoints.ts";
export { type Verified, verifyRegister } from "./chain/verify.ts";
export type { Act } from "./contract.ts";
export { bytesOf, linkOf } from "./chain/link.ts";
export type { CountyEvent } from "./domain/draft.ts";
export type { RegisterEvent } from "./domain/event.ts";
export type { Ground, IsoDate, Particulars, Seat } from "./domain/shapes.ts";
export type { PapersKept } from "./domain/papers.ts";
export {
  findCollective,
  findDwelling,
  findFormerSeat,
  findRegistrations,
  findStandings,
  type Standing,
} from "./find-standing.ts";
export type { Keeper } from "./keeper.ts";
export { type Looker, noteLookUp } from "./look-up.ts";
export { findIdNumber, findOwnFamily, findRelative, type Relative } from "./own-family.ts";
export { findPersonByIdNumber, viewOwnLookUps } from "./own-record.ts";
export { type DecidedAct, type DecidedOutcome, performDecided } from "./perform-decided.ts";
export { previewAct } from "./preview-act.ts";
export { recordHistory } from "./record-history.ts";
export type { Signatory } from "./recorded.ts";
export { openRegister, type Register, scopeOf, todayOf } from "./register.ts";
export { BrokenChain } from "./rebuild/fold-county.ts";
export { rebuildRegister, RebuildUnderWay } from "./rebuild/rebuild.ts";
export { registerRoutes } from "./routes.ts";
export type { SoundOf } from "./store/particulars.ts";
export { uuidAt } from "./uuid.ts";
