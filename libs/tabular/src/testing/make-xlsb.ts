import { joined, u16, u32, u8, utf16 } from './bytes.ts';
import { buildZip } from './make-zip.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Encodes a number in one to four bytes of seven bits each. */
function encodeSevenBits(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let left = value; bytes.length === 0 || left > 0; left >>= 7)
    bytes.push((left & 0x7f) | (left > 0x7f ? 0x80 : 0));
  return u8(...bytes);
}

export const record = (type: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const data = joined(...parts);
  return joined(encodeSevenBits(type), encodeSevenBits(data.length), data);
};
export const text = (value: string): Uint8Array => joined(u32(value.length), utf16(value));
export const row = (index: number, hidden = false): Uint8Array =>
  record(0, u32(index, 0), u16(300), u8(0, hidden ? 0x10 : 0, 0));

/** Builds a binary workbook with one sheet of records, shared texts, and number formats. */
export function buildXlsb(
  records: readonly Uint8Array[],
  {
    texts = [],
    formats = [],
    date1904 = false,
  }: { texts?: readonly string[]; formats?: readonly number[]; date1904?: boolean } = {},
): Promise<Uint8Array> {
  const list = (...items: readonly [type: string, target: string][]) =>
    `<Relationships>${items.map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
  return buildZip({
    '_rels/.rels': list(['officeDocument', 'xl/workbook.bin']),
    'xl/workbook.bin': joined(
      record(153, u32(date1904 ? 1 : 0, 0), text('')),
      record(156, u32(0, 1), text('r1'), text('Salg')),
      record(156, u32(2, 2), text('r2'), text('Tom')),
    ),
    'xl/_rels/workbook.bin.rels': list(
      ['worksheet', 'sheet1.bin'],
      ['worksheet', 'sheet2.bin'],
      ['sharedStrings', 'texts.bin'],
      ['styles', 'styles.bin'],
    ),
    'xl/texts.bin': joined(...texts.map((each) => record(19, u8(0), text(each)))),
    'xl/styles.bin': joined(
      record(44, u16(164), text('00000')),
      record(617, u32(1)),
      ...formats.map((format) => record(47, u16(0, format), new Uint8Array(12))),
      record(618),
    ),
    'xl/sheet1.bin': joined(...records),
    'xl/sheet2.bin': new Uint8Array(0),
  });
}
