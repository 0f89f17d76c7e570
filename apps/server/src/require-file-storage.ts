import { fileStorageOf, type Config } from '@tallgrunn/platform';
import { StartFault } from './run-program.ts';

/** Requires that the S3-compatible store of files, if one is set, stores, returns and deletes. @throws StartFault */
export async function requireFileStorage(config: Config): Promise<void> {
  const fault = await fileStorageOf(config).fault('write');
  if (fault !== null) throw new StartFault(fault);
}
