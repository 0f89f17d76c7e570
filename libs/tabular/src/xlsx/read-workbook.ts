import { ReadProblem } from '../read-problem.ts';
import { keepNote } from '../table.ts';
import type { ReadLimits, ReadNote, SheetInfo } from '../table.ts';
import type { ZipEntry } from '../zip/read-directory.ts';
import { readPart } from './open-package.ts';
import type { OfficePackage, Relationship } from './open-package.ts';
import { attribute } from './read-xml.ts';

export interface SheetPart {
  info: SheetInfo;
  entry: ZipEntry;
}

export interface Workbook {
  sheets: SheetPart[];
  date1904: boolean;
  sharedTexts: ZipEntry | undefined;
  styles: ZipEntry | undefined;
}

interface ListedSheet {
  name: string;
  relationship: string;
  hidden: boolean;
}

/** What else a zip may be, by a part only that kind has. */
const otherKinds: readonly [part: string, code: 'kind-not-yet' | 'not-a-table', found: string][] = [
  ['xl/workbook.bin', 'kind-not-yet', 'xlsb'],
  ['content.xml', 'kind-not-yet', 'ods'],
  ['Index/Document.iwa', 'kind-not-yet', 'numbers'],
  ['word/document.xml', 'not-a-table', 'docx'],
  ['ppt/presentation.xml', 'not-a-table', 'pptx'],
];

function refuseOtherKinds(pack: OfficePackage): void {
  for (const [part, code, found] of otherKinds) if (pack.part(part)) throw new ReadProblem(code, { found });
}

async function findWorkbook(pack: OfficePackage): Promise<ZipEntry> {
  const main = (await pack.relationshipsOf('')).find(({ type }) => type === 'officeDocument');
  if (main?.target.endsWith('.bin')) throw new ReadProblem('kind-not-yet', { found: 'xlsb' });
  const entry = (main && pack.part(main.target)) ?? pack.part('xl/workbook.xml');
  if (!entry && !pack.part('[Content_Types].xml') && !pack.zip.entries.some(({ name }) => name.startsWith('xl/'))) throw new ReadProblem('not-a-table', { found: 'zip' });
  if (!entry) throw new ReadProblem('workbook-damaged', { part: 'xl/workbook.xml', reason: 'missing' });
  return entry;
}

/** Finds the sheets in the order of the tabs, hidden ones too. Charts and dialogs are noted and left out. */
export async function readWorkbook(pack: OfficePackage, limits: ReadLimits, notes: ReadNote[]): Promise<Workbook> {
  refuseOtherKinds(pack);
  const entry = await findWorkbook(pack);
  const listed: ListedSheet[] = [];
  let date1904 = false;
  await readPart(pack.zip, entry, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(?:1|true|on)$/i.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      if (listed.length >= limits.sheetsMax) throw new ReadProblem('too-many-sheets', { expected: limits.sheetsMax });
      const state = attribute(attributes, 'state') ?? 'visible';
      listed.push({ name: attributes.name ?? '', relationship: relationshipId(attributes), hidden: state !== 'visible' });
    },
  });
  const relationships = await pack.relationshipsOf(entry.name);
  const byType = (type: string) => {
    const target = relationships.find((each) => each.type === type)?.target;
    return target === undefined ? undefined : pack.part(target);
  };
  const sheets = listed.flatMap((sheet) => sheetPart(pack, sheet, relationships, notes));
  return { sheets, date1904, sharedTexts: byType('sharedStrings'), styles: byType('styles') };
}

/** The r:id of a sheet; the prefix is whatever the file binds to the relationships namespace, but never none. */
function relationshipId(attributes: Readonly<Record<string, string>>): string {
  const key = Object.keys(attributes).find((each) => each.endsWith(':id'));
  return key === undefined ? '' : attributes[key]!;
}

function sheetPart(pack: OfficePackage, { name, relationship, hidden }: ListedSheet, relationships: readonly Relationship[], notes: ReadNote[]): SheetPart[] {
  const found = relationships.find(({ id }) => id === relationship);
  const entry = found && pack.part(found.target);
  if (found && found.type !== 'worksheet') keepNote(notes, { code: 'sheet-not-a-table', params: { sheet: name, found: found.type } });
  else if (!entry) keepNote(notes, { code: 'sheet-missing', params: { sheet: name } });
  else return [{ info: { name, hidden, merged: [] }, entry }];
  return [];
}
