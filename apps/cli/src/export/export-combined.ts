import { ExportCombined } from '@tallgrunn/insight-server';
import type { Language } from '@tallgrunn/values';
import { exportJson, printPieces, type ExportContext } from './export-table.ts';

/** Exports the combined table line by line: purchases, reports and emissions. CSV has headings in a language. */
export async function exportCombined(
  format: 'json' | 'csv',
  language: Language,
  { app, filter, output }: ExportContext,
): Promise<void> {
  const combined = app.get(ExportCombined, { strict: false });
  const { buyerId, supplierId, from, to } = filter;
  const narrowed = {
    buyerId: buyerId ?? undefined,
    supplierId: supplierId ?? undefined,
    from: from ?? undefined,
    to: to ?? undefined,
  };
  if (format === 'json') return exportJson(combined.rows(narrowed), output);
  return printPieces(combined.run(narrowed, language), output);
}
