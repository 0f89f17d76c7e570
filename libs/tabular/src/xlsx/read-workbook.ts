import { ReadProblem } from '../read-problem.ts';
import { addNote } from '../table.ts';
import type { ReadLimits, ReadNote, SheetInfo } from '../table.ts';
import type { ZipEntry } from '../zip/read-directory.ts';
import { readPart } from './open-package.ts';
import type { OfficePackage, Relationship } from './open-package.ts';
import { attribute } from './read-xml.ts';
import type { XmlAttributes } from './plain-xml.ts';

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

export interface ListedSheet {
  name: string;
  relationship: string;
  hidden: boolean;
}

/** Finds the sheets in tab order, including hidden ones. Charts and dialogs are left out with a note. */
export async function readWorkbook(
  pack: OfficePackage,
  entry: ZipEntry,
  limits: ReadLimits,
  notes: ReadNote[],
): Promise<Workbook> {
  const listed: ListedSheet[] = [];
  let date1904 = false;
  await readPart(pack.zip, entry, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(?:1|true|on)$/i.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      if (listed.length >= limits.sheetsMax) throw new ReadProblem('too-many-sheets', { expected: limits.sheetsMax });
      const state = attribute(attributes, 'state') ?? 'visible';
      listed.push({
        name: attributes.name ?? '',
        relationship: relationshipId(attributes),
        hidden: state !== 'visible',
      });
    },
  });
  return { date1904, ...(await findParts(pack, entry, listed, notes)) };
}

/** Finds the parts of the listed sheets, and the shared texts and styles. */
export async function findParts(
  pack: OfficePackage,
  entry: ZipEntry,
  listed: readonly ListedSheet[],
  notes: ReadNote[],
): Promise<Omit<Workbook, 'date1904'>> {
  const relationships = await pack.relationshipsOf(entry.name);
  const byType = (type: string) => {
    const target = relationships.find((each) => each.type === type)?.target;
    return target === undefined ? undefined : pack.part(target);
  };
  const sheets = listed.flatMap((sheet) => sheetPart(pack, sheet, relationships, notes));
  return { sheets, sharedTexts: byType('sharedStrings'), styles: byType('styles') };
}

/** Returns the r:id of a sheet. The file may bind any prefix to the relationships namespace, but always has one. */
function relationshipId(attributes: XmlAttributes): string {
  const key = Object.keys(attributes).find((each) => each.endsWith(':id'));
  return key === undefined ? '' : attributes[key]!;
}

function sheetPart(
  pack: OfficePackage,
  { name, relationship, hidden }: ListedSheet,
  relationships: readonly Relationship[],
  notes: ReadNote[],
): SheetPart[] {
  const found = relationships.find(({ id }) => id === relationship);
  const entry = found && pack.part(found.target);
  if (found && found.type !== 'worksheet')
    addNote(notes, { code: 'sheet-not-a-table', params: { sheet: name, found: found.type } });
  else if (!entry) addNote(notes, { code: 'sheet-missing', params: { sheet: name } });
  else return [{ info: { name, hidden, merged: [] }, entry }];
  return [];
}
