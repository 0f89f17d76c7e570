import type { ByteSource } from '../byte-source.ts';
import { ReadProblem } from '../read-problem.ts';
import { cellReference } from '../xlsx/cell-place.ts';
import { BOF, EOF, recordsOf } from './record-stream.ts';
import type { BiffRecord } from './record-stream.ts';
import type { BoundSheet } from './read-globals.ts';
import { cellRecords } from './read-sheet.ts';

const MERGED_CELLS = 0xe5;
const MERGED_MAX = 10_000;
const RANGE_BYTES = 8;

export interface SheetSurvey {
  /** whether its cells are stored row by row, as Excel writes them */
  inOrder: boolean;
  /** end offset, in bytes from the start of the stream */
  end: number;
}

function mergedRanges(data: Uint8Array): string[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const count = data.length < 2 ? 0 : Math.min(view.getUint16(0, true), Math.floor((data.length - 2) / RANGE_BYTES));
  return Array.from({ length: count }, (_, index) => {
    const [top, bottom, left, right] = [0, 2, 4, 6].map(
      (offset) => view.getUint16(2 + index * RANGE_BYTES + offset, true) + 1,
    ) as [number, number, number, number];
    return `${cellReference(top, left)}:${cellReference(bottom, right)}`;
  });
}

/** Returns the records of a sheet up to its end, without those of embedded charts. */
export async function* sheetRecords(
  stream: ByteSource,
  { at, info }: BoundSheet,
  signal?: AbortSignal,
): AsyncGenerator<BiffRecord[]> {
  let depth = 0;
  for await (const records of recordsOf(stream, at, signal)) {
    const own: BiffRecord[] = [];
    for (const record of records) {
      if (record.type === BOF) depth += 1;
      else if (depth === 0)
        throw new ReadProblem('workbook-damaged', { sheet: info.name, part: info.name, reason: 'first-record' });
      else if (record.type === EOF) depth -= 1;
      if (depth === 1 || (depth === 0 && record.type === EOF)) own.push(record);
      if (depth === 0) {
        yield own;
        return;
      }
    }
    yield own;
  }
  throw new ReadProblem('workbook-damaged', { sheet: info.name, part: info.name, reason: 'cut' });
}

/** Scans a sheet once without reading cells, because its merged ranges follow them. */
export async function surveySheet(stream: ByteSource, sheet: BoundSheet, signal?: AbortSignal): Promise<SheetSurvey> {
  let row = -1;
  let inOrder = true;
  let end = sheet.at;
  for await (const records of sheetRecords(stream, sheet, signal)) {
    for (const { type, data, end: at } of records) {
      end = at;
      if (type === MERGED_CELLS && sheet.info.merged.length < MERGED_MAX) sheet.info.merged.push(...mergedRanges(data));
      if (!cellRecords.has(type)) continue;
      const next = data[0]! + data[1]! * 0x100;
      if (next < row) inOrder = false;
      row = next;
    }
  }
  return { inOrder, end };
}
