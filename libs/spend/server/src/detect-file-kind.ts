import { detectSpendFormat } from '@tallgrunn/formats';
import { openFile, type SpooledFile } from '@tallgrunn/platform';
import type { BatchKind } from './batch.ts';

const kinds = { table: 'ledger', saft: 'ledger', invoice: 'invoices', despatch: 'deliveries' } as const;

/**
 * Detects the kind of a file by its first bytes. XML and archives of unknown content go to the invoice reader, which
 * refuses them.
 */
export async function detectFileKind({
  path,
  name,
  sizeBytes,
}: Pick<SpooledFile, 'path' | 'name' | 'sizeBytes'>): Promise<BatchKind> {
  const kindByName = /\.(xml|zip)$/i.test(name) ? 'invoices' : 'ledger';
  if (sizeBytes === 0) return kindByName;
  const file = await openFile(path);
  try {
    const format = await detectSpendFormat(file);
    return format === 'table' ? kindByName : kinds[format];
  } finally {
    await file.close();
  }
}
