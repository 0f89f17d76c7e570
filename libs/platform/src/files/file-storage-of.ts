import path from 'node:path';
import type { Config } from '../config.ts';
import { DiskStorage } from './disk-storage.ts';
import type { FileStorage } from './file-storage.ts';
import type { ObserveRequest } from './s3-requests.ts';
import { S3Storage } from './s3-storage.ts';

/** Returns the storage of the installation's files: the S3-compatible service, if one is set, or the data folder. */
export function fileStorageOf(config: Pick<Config, 'dataFolder' | 's3'>, observe?: ObserveRequest): FileStorage {
  return config.s3
    ? new S3Storage(config.s3, path.join(config.dataFolder, 'spool'), observe)
    : new DiskStorage(config.dataFolder);
}
