import type { ByteSource } from '../byte-source.ts';
import { openOds } from '../ods/open-ods.ts';
import { ReadProblem } from '../read-problem.ts';
import type { TableFile } from '../table.ts';
import { openXlsb } from '../xlsb/open-xlsb.ts';
import { openPackage } from '../xlsx/open-package.ts';
import type { OfficePackage } from '../xlsx/open-package.ts';
import { openXlsx } from '../xlsx/open-xlsx.ts';
import { rejectActiveParts, rejectMacroSheets } from './active-content.ts';
import { asWorkbookProblem } from './workbook-problem.ts';
import type { WorkbookSettings } from './workbook-problem.ts';

/** Other file kinds that are zips, recognised by a part that only they have. */
const otherKinds: readonly [part: string, code: 'document-type-not-supported' | 'not-a-table', found: string][] = [
  ['Index/Document.iwa', 'document-type-not-supported', 'numbers'],
  ['word/document.xml', 'not-a-table', 'docx'],
  ['ppt/presentation.xml', 'not-a-table', 'pptx'],
];

async function openKind(pack: OfficePackage, settings: WorkbookSettings): Promise<TableFile> {
  for (const [part, code, found] of otherKinds) if (pack.part(part)) throw new ReadProblem(code, { found });
  if (pack.part('encrypted-package')) throw new ReadProblem('password-protected');
  const content = pack.part('content.xml');
  if (content) return openOds(pack, content, settings);
  const main = (await pack.relationshipsOf('')).find(({ type }) => type === 'officeDocument');
  const entry = (main && pack.part(main.target)) ?? pack.part('xl/workbook.xml') ?? pack.part('xl/workbook.bin');
  if (!entry && !pack.part('[Content_Types].xml') && !pack.zip.entries.some(({ name }) => name.startsWith('xl/')))
    throw new ReadProblem('not-a-table', { found: 'zip' });
  if (!entry) throw new ReadProblem('workbook-damaged', { part: 'xl/workbook.xml', reason: 'missing' });
  return entry.name.toLowerCase().endsWith('.bin') ? openXlsb(pack, entry, settings) : openXlsx(pack, entry, settings);
}

/** Opens a zip-based workbook in the format that its parts indicate. */
export async function openWorkbook(source: ByteSource, settings: WorkbookSettings): Promise<TableFile> {
  try {
    const pack = await openPackage(source, settings.limits);
    const table = await openKind(pack, settings);
    if (settings.activeContent !== 'ignore') {
      await rejectActiveParts(pack);
      rejectMacroSheets(table.notes);
    }
    return table;
  } catch (cause) {
    throw asWorkbookProblem(cause);
  }
}
