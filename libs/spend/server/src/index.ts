export { IMPORT_BATCH, ImportBatch } from './import-batch.ts';
export { ReceiveBatch, type BatchRequest } from './receive-batch.ts';
export { ReadBooked, type BookedInvoice, type BookedSum, type BookedWanted } from './read-booked.ts';
export { ReverseBatch } from './reverse-batch.ts';
export { spend } from './room.ts';
export { SaveProfile } from './save-profile.ts';
export { SpendModule } from './spend.module.ts';
export { ShowBatch, type BatchDetail } from './show-batch.ts';
