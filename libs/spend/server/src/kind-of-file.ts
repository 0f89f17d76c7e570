import { tellSpendFormat } from '@tallgrunn/formats';
import { openFile, type SpooledFile } from '@tallgrunn/platform';
import type { BatchKind } from './batch.ts';

const kinds = { table: 'ledger', saft: 'ledger', invoice: 'invoices', despatch: 'deliveries' } as const;

/**
 * Detects the kind of a file by its first bytes. XML and archives of unknown content go to the invoice reader, which
 * refuses them.
 */
export async function kindOfFile({
  path,
  name,
  sizeBytes,
}: Pick<SpooledFile, 'path' | 'name' | 'sizeBytes'>): Promise<BatchKind> {
  const likely = /\.(xml|zip)$/i.test(name) ? 'invoices' : 'ledger';
  if (sizeBytes === 0) return likely;
  const file = await openFile(path);
  try {
    const format = await tellSpendFormat(file);
    return format === 'table' ? likely : kinds[format];
  } finally {
    await file.close();
  }
}
