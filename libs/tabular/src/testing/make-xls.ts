import { joined, u16, u32, u8, utf16 } from './bytes.ts';
import { buildContainer } from './make-container.ts';

export const record = (type: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const data = joined(...parts);
  return joined(u16(type, data.length), data);
};
const EOF = record(0x0a);
const bof = (kind: number) => record(0x809, u16(0x600, kind, 0, 0), u32(0, 0));

/** Encodes a BIFF8 text with a length of one or two bytes. */
export const text = (value: string, lengthBytes: 1 | 2 = 2): Uint8Array =>
  joined(lengthBytes === 1 ? u8(value.length) : u16(value.length), u8(1), utf16(value));

export interface XlsSheet {
  name: string;
  state?: number;
  kind?: number;
  records: readonly Uint8Array[];
}

/** Builds the stream of an Excel 97 workbook: the global records, then the sheets. */
export function buildXlsStream(sheets: readonly XlsSheet[], globals: readonly Uint8Array[] = []): Uint8Array {
  const bodies = sheets.map(({ records }) => joined(bof(0x10), joined(...records), EOF));
  const head = (starts: readonly number[]) =>
    joined(
      bof(5),
      ...globals,
      ...sheets.map(({ name, state = 0, kind = 0 }, index) =>
        record(0x85, u32(starts[index] ?? 0), u8(state, kind), text(name, 1)),
      ),
      EOF,
    );
  let at = head([]).length;
  const starts = bodies.map((body) => (at += body.length) - body.length);
  return joined(head(starts), ...bodies);
}

export const buildXls = (sheets: readonly XlsSheet[], globals: readonly Uint8Array[] = []): Uint8Array =>
  buildContainer({ Workbook: buildXlsStream(sheets, globals) });
