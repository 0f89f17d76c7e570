import type { CellMark, WriteKind } from './table-to-write.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const TITLE_STYLE = 1;
export const HEADER_STYLE = 2;
const FIRST_CELL_STYLE = 3;
const kinds: readonly WriteKind[] = ['text', 'number', 'amount', 'date'];
const marks: readonly (CellMark | undefined)[] = [undefined, 'error', 'warning', 'good'];
// Excel's built-in numbers of "@", General, "#,##0.00" and the short date in the user's language.
const formatIds: Record<WriteKind, number> = { text: 49, number: 0, amount: 4, date: 14 };
const fills = ['FFF8D7DA', 'FFFFF3CD', 'FFD8EFDD'];

/** Returns the number of a cell style. */
export function styleOf(kind: WriteKind, mark: CellMark | undefined): number {
  return FIRST_CELL_STYLE + kinds.indexOf(kind) * marks.length + marks.indexOf(mark);
}

export function escapeXml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!,
  );
}

export function stylesXml(): string {
  const fill = (color: string) =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/></patternFill></fill>`;
  const cell = kinds.flatMap((kind) =>
    marks.map(
      (_, mark) =>
        `<xf numFmtId="${formatIds[kind]}" fontId="0" fillId="${mark === 0 ? 0 : mark + 2}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>`,
    ),
  );
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
    `<fills count="${fills.length + 3}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE6EEF5')}${fills.map(fill).join('')}</fills>` +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cell.length + FIRST_CELL_STYLE}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>` +
    `<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>${cell.join('')}</cellXfs></styleSheet>`
  );
}

export function workbookXml(sheets: readonly { name: string; hidden: boolean }[]): string {
  const list = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets></workbook>`;
}

function relationships(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

export function workbookRelationsXml(sheetCount: number): string {
  const sheets = Array.from(
    { length: sheetCount },
    (_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const,
  );
  return relationships([...sheets, ['styles', 'styles.xml']]);
}

export function packageRelationsXml(): string {
  return relationships([['officeDocument', 'xl/workbook.xml']]);
}

export function contentTypesXml(sheetCount: number): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${OFFICE_TYPE}.${type}+xml"/>`;
  const sheets = Array.from({ length: sheetCount }, (_, index) =>
    override(`worksheets/sheet${index + 1}`, 'worksheet'),
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${sheets.join('')}</Types>`
  );
}

export const sheetHead = `${HEAD}<worksheet xmlns="${MAIN}">`;
