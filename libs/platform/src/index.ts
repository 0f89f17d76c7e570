export {
  limitsForFile,
  SMALL_BYTES_MAX,
  type SubprocessLimits,
  type StopReason,
} from './subprocess/subprocess-limits.ts';
export type { ChartBar, ChartData, PdfBlock, PdfColumn, PdfDocument } from './pdf/pdf-document.ts';
export { writePdf } from './pdf/write-pdf.ts';
export { writeSlide, type Slide } from './office/write-slide.ts';
export { writeWord } from './office/write-word.ts';
export { programPath, ReadInSubprocess, type ReadingTask } from './subprocess/read-in-subprocess.ts';
export { RedactUpload } from './redact-upload.ts';
export { FileProblem, SubprocessStopped } from './subprocess/reading-process.ts';
export { ProgramThread } from './subprocess/program-thread.ts';
export { runInSubprocess } from './subprocess/run-subprocess.ts';
export { systemActor, type Actor, type Role, type ActorKind, type Via } from './actor.ts';
export { AuditChain, INSTALLATION, type ChainBreak, type ChainHead, type ChainReport } from './audit/audit-chain.ts';
export { exportHeads, headsFolder, readHeads } from './audit/head-files.ts';
export { AuditLog, type AuditAction } from './audit-log.ts';
export { REVALIDATED } from './cache-control.ts';
export { Clock } from './clock.ts';
export { appAddress, CONFIG, readConfig, splitSecrets, type Config } from './config.ts';
export { BackupRefused, findBackup, listBackups, readManifest, type BackupManifest } from './backup/backup-manifest.ts';
export { schemasOf } from './backup/backup-connection.ts';
export { readBackupSettings, type BackupRetention, type BackupSettings } from './backup/backup-settings.ts';
export { removeExpiredBackups } from './backup/retain-backups.ts';
export { restoreBackup, type RestoredBackup } from './backup/restore-backup.ts';
export { storeSecrets, unsealSecrets } from './backup/seal-secrets.ts';
export { compareRestored, verifyFolder } from './backup/verify-backup.ts';
export { writeBackup, type WrittenBackup } from './backup/write-backup.ts';
export { schemaFault, schemaState, type SchemaState } from './migration/schema-state.ts';
export { diskFull, DiskSpace, isDiskFull, type DiskUse } from './operations/disk-space.ts';
export { Drain } from './operations/drain.ts';
export { ALERTS, type AlertCondition, type AlertNameDto } from './operations/alert-conditions.ts';
export { EndLostWork, type LostWork } from './operations/end-lost-work.ts';
export { FULL_SOON_DAYS, StorageGrowth } from './operations/storage-growth.ts';
export { projectGrowth, type GrowthProjection, type StorageMeasurement } from './operations/project-growth.ts';
export { JobList, type FailedJob } from './operations/job-list.ts';
export { SendAlert, type Alert } from './operations/send-alert.ts';
export {
  BEAT_SECONDS,
  ServiceProcesses,
  type ProgramName,
  type ServiceProcess,
} from './operations/service-processes.ts';
export { WatchAlerts, type OngoingAlert } from './operations/watch-alerts.ts';
export { EXPOSITION_TYPE, Gauge } from './operations/exposition.ts';
export { HealthConnection } from './operations/health-connection.ts';
export {
  InstallationHealth,
  PARTS,
  type InstallationState,
  type PartHealth,
  type PartNameDto,
  type PartStateDto,
} from './operations/installation-health.ts';
export { Metrics } from './operations/metrics.ts';
export { applicationName } from './operations/application-name.ts';
export { defaultOperations, type OperationsConfig } from './operations/operations-config.ts';
export { QueueState, type QueueLength } from './operations/queue-state.ts';
export { logRequests, ROUTE, type RequestLine } from './operations/request-log.ts';
export { currentTrace } from './operations/trace-context.ts';
export type { CopyValue } from './copy-text.ts';
export { Database } from './database.ts';
export { collectDeclarations } from './collect-declarations.ts';
export { DownloadSlots } from './download-turns.ts';
export { DomainEvents, OnDomainEvent, type DomainEvent } from './domain-events.ts';
export { FileStore, type ReceivedFile, type SpooledFile } from './file-store.ts';
export { fileStorageOf } from './files/file-storage-of.ts';
export { readS3Settings } from './files/s3-settings.ts';
export { FileStoreUnavailable, type FileStorage, type LocalFile } from './files/file-storage.ts';
export { Instance, type InstanceState, type DemoLoadProgress } from './instance.ts';
export { Job, Jobs, type JobHandler, type JobProgress, type Progress } from './jobs.ts';
export { isNestedDeeper, JSON_DEPTH_MAX, parseBoundedJson } from './json-bounds.ts';
export { elementsOfArray, elementsOfLines, ElementsUnreadable } from './json-elements.ts';
export { InMemoryJobs } from './in-memory-jobs.ts';
export { Mail, type EmailMessage } from './mail.ts';
export type { MailState } from './mail/mail-deliveries.ts';
export { ReadBounceFolder } from './mail/read-bounce-folder.ts';
export { MessageSeal } from './mail/message-seal.ts';
export { migrate, type DeclaredWork } from './migrate.ts';
export { cancelMove, compareBeforeDeletion } from './move/end-move.ts';
export { moveCooperative } from './move/move-cooperative.ts';
export type { ComparedTable, MoveOptions, MoveReport, SharedTable } from './move/move-options.ts';
export { MoveRejected } from './move/move-rejected.ts';
export { tableKinds, type TableKinds } from './move/plan-move.ts';
export { MigrationRefused, NewerDatabase } from './migration/refusals.ts';
export { DocumentNumbers } from './document-numbers.ts';
export {
  roleHasPermission,
  keyScopes,
  scopeGrantsPermission,
  permissions,
  scopeNames,
  scopesForActorKind,
  type KeyScope,
  type PermissionName,
} from './permissions.ts';
export { PlatformModule } from './platform.module.ts';
export { openFile, type OpenedFile } from './open-file.ts';
export { redactUrl } from './problem-filter.ts';
export { notFound, Problem, type Issue } from './problem.ts';
export { makeFilesPrivate } from './private-files.ts';
export { placeRequestBodies, RequestBody } from './request-body.ts';
export type { AuthenticatedRequest } from './request-transaction.ts';
export { defineRoom, schemaOf, type Room, type RoomMigration } from './room.ts';
export { ScanFailed, ScanFile, type ScannerState } from './scan/scan-file.ts';
export { currentAddress, currentNetwork, networkOf } from './security/request-origin.ts';
export { securityEventKind, securityEventNames, type SecurityEventName } from './security/security-events.ts';
export { SecurityLog, type SecurityEvent } from './security/security-log.ts';
export { defaultSignInPolicy, type SignInPolicy } from './sign-in-policy.ts';
export { fillSeedSql } from './fill-seed-sql.ts';
export {
  KEY_SCOPES,
  Permission,
  PERMISSION,
  Public,
  RECENT_SIGN_IN,
  RequiresRecentSignIn,
  SignedIn,
  AllowApiKeys,
  type RouteAccess,
} from './route-permission.ts';
export { spoolBody } from './spool-body.ts';
export { QueryBoolean } from './query-boolean.ts';
export { readIdempotencyKey } from './idempotency-key.ts';
export { SpoolUpload, requireSpooledFile, markTakenOver } from './spool-upload.ts';
export { cleanUpOutbox, type RemovedEmail } from './clean-up-outbox.ts';
export { maintainLease, spoolName, spoolPrefix, CleanUpLeases } from './spool-lease.ts';
export { cleanUpSpool } from './clean-up-spool.ts';
export { SpooledDownload } from './spooled-download.ts';
export { ReaderTimeout } from './tailed-file.ts';
export { isLoopback, requireHttps } from './transport.ts';
export { isCommitUncertain } from './uncertain-commit.ts';
export { UnitOfWork } from './unit-of-work.ts';
export { Heartbeat, type Downtime } from './heartbeat.ts';
export { programVersion } from './version.ts';
export { TrimmedText } from './trimmed-text.ts';
export { JobWorker, type RegisteredJob } from './job-worker.ts';
export {
  deleteTenantFiles,
  deleteTenantJobs,
  deleteTenantRows,
  withTenantRowsVisible,
  type TenantDeletion,
} from './tenants/delete-tenant-rows.ts';
export { listTenantTables } from './tenants/tenant-tables.ts';
export { RetentionStore, type RetentionMonth } from './security/retention-store.ts';
export { requireBody } from './body-check.ts';
