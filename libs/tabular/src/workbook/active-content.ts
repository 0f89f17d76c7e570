import { ReadProblem } from '../read-problem.ts';
import type { ReadNote } from '../table.ts';
import type { Container } from '../xls/open-container.ts';
import type { OfficePackage } from '../xlsx/open-package.ts';
import { readEntry } from '../zip/open-zip.ts';
import type { ZipEntry } from '../zip/read-directory.ts';

/** Kinds of workbook content that run or open something when a user opens the file. */
export type ActiveContent = 'macros' | 'controls' | 'program-links' | 'embedded';

const CONTENT_TYPES_BYTES_MAX = 4 * 1024 * 1024;

/** Parts that only workbooks with active content have, in Excel and OpenDocument. */
const activeParts: readonly [name: RegExp, found: ActiveContent][] = [
  [/(?:^|\/)vbaproject[^/]*\.bin$|^xl\/(?:macrosheets|intlmacrosheets)\/|^(?:basic|scripts)\/./, 'macros'],
  [/^xl\/activex\//, 'controls'],
  [/^xl\/embeddings\//, 'embedded'],
];

/** Content types, which declare a part's kind independently of its name (ECMA-376 part 2). */
const activeTypes: readonly [type: RegExp, found: ActiveContent][] = [
  [/ms-office\.vbaproject|excel\.(?:intl)?macrosheet/i, 'macros'],
  [/ms-office\.activex/i, 'controls'],
  [/officedocument\.oleobject/i, 'embedded'],
];

const reject = (found: ActiveContent, part: string): never => {
  throw new ReadProblem('active-content', { found, part });
};

/**
 * Rejects a zip-based workbook with macros, controls, embedded objects, or links that start a program (DDE, OLE).
 * @throws ReadProblem 'active-content'
 */
export async function rejectActiveParts(pack: OfficePackage): Promise<void> {
  for (const { name } of pack.zip.entries) {
    const active = activeParts.find(([pattern]) => pattern.test(name.replace(/^\/+/, '').toLowerCase()));
    if (active) reject(active[1], name);
  }
  const types = pack.part('[Content_Types].xml');
  const listed = types ? new TextDecoder().decode(await readEntry(pack.zip, types, CONTENT_TYPES_BYTES_MAX)) : '';
  // A default content type counts only when a part has that extension: programs also list extensions they do not use.
  const used = listed.replace(/<(?:\w+:)?Default\s[^>]*>/g, (entry) => (isUsed(entry, pack) ? entry : ''));
  const type = activeTypes.find(([pattern]) => pattern.test(used));
  if (type) reject(type[1], '[Content_Types].xml');
  for (const entry of pack.zip.entries)
    if (/^xl\/externallinks\/[^/]+\.(?:xml|bin)$/i.test(entry.name) && (await startsProgram(pack, entry)))
      reject('program-links', entry.name);
}

function isUsed(entry: string, pack: OfficePackage): boolean {
  const ending = /\bExtension\s*=\s*["']([^"']*)["']/.exec(entry)?.[1]?.toLowerCase() ?? '';
  return pack.zip.entries.some(({ name }) => name.toLowerCase().endsWith(`.${ending}`));
}

/**
 * Returns whether an external link starts a program. A link to another workbook contains values; a DDE or OLE link
 * names a program. The start of the part tells them apart.
 */
async function startsProgram(pack: OfficePackage, entry: ZipEntry): Promise<boolean> {
  for await (const piece of pack.zip.read(entry)) {
    if (entry.name.toLowerCase().endsWith('.xml'))
      return /<(?:\w+:)?(?:ddeLink|oleLink)[\s>]/.test(new TextDecoder().decode(piece.subarray(0, 16_384)));
    // [MS-XLSB] 2.4.191, BrtBeginSupBook: 360 as two bytes, the size, then the kind of link: 1 is DDE, 2 is OLE.
    const [first, second, size = 0] = piece;
    const kind = piece[size < 128 ? 3 : 4];
    return first === 0xe8 && second === 0x02 && (kind === 1 || kind === 2);
  }
  return false;
}

/**
 * Rejects an old workbook whose compound file has a macro project or embedded objects. @throws ReadProblem
 * 'active-content'
 */
export function rejectActiveStorages({ names }: Pick<Container, 'names'>): void {
  const macros = names.find((name) => /^(?:_vba_project(?:_cur)?|vba|macros)$/i.test(name));
  if (macros) reject('macros', macros);
  const embedded = names.find((name) => /^mbd[0-9a-f]{8}$/i.test(name));
  if (embedded) reject('embedded', embedded);
}

/**
 * Rejects a workbook with a sheet of Excel 4 macros, which is recorded in the notes. @throws ReadProblem
 * 'active-content'
 */
export function rejectMacroSheets(notes: readonly ReadNote[]): void {
  const sheet = notes.find(
    ({ code, params }) => code === 'sheet-not-a-table' && /macrosheet/i.test(String(params.found)),
  );
  if (sheet) reject('macros', String(sheet.params.sheet));
}
