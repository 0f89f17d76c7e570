import { ReadProblem } from '../read-problem.ts';
import type { ReadLimits } from '../table.ts';
import type { StyleTable } from '../xlsx/read-styles.ts';
import type { ListedSheet } from '../xlsx/read-workbook.ts';
import type { SharedTextLimits, TextStore } from '../xlsx/shared-texts.ts';
import type { RecordFields, RecordHandlers } from './scan-records.ts';

// Record types of [MS-XLSB] 2.3.2.
const BRT_BUNDLE_SHEET = 156;
const BRT_WORKBOOK_PROPERTIES = 153;
const BRT_TEXT_ITEM = 19;
const BRT_FORMAT = 44;
const BRT_XF = 47;
const BRT_BEGIN_CELL_XFS = 617;
const BRT_END_CELL_XFS = 618;

export interface WorkbookList {
  listed: ListedSheet[];
  date1904: boolean;
}

export function workbookHandlers(list: WorkbookList, { sheetsMax }: ReadLimits): RecordHandlers {
  return new Map([
    [BRT_WORKBOOK_PROPERTIES, (fields) => void (list.date1904 = (fields.u32() & 1) === 1)],
    [
      BRT_BUNDLE_SHEET,
      (fields) => {
        if (list.listed.length >= sheetsMax) throw new ReadProblem('too-many-sheets', { expected: sheetsMax });
        const hidden = fields.u32() !== 0;
        fields.at += 4;
        const relationship = fields.text();
        list.listed.push({ name: fields.text(), relationship, hidden });
      },
    ],
  ]);
}

/** Collects the number formats of the cell styles in order. */
export function styleHandlers(styles: StyleTable): RecordHandlers {
  let inCellFormats = false;
  return new Map<number, (fields: RecordFields) => void>([
    [BRT_BEGIN_CELL_XFS, () => void (inCellFormats = true)],
    [BRT_END_CELL_XFS, () => void (inCellFormats = false)],
    [
      BRT_FORMAT,
      (fields) => {
        const id = fields.u16();
        styles.addFormat(id, fields.text());
      },
    ],
    [
      BRT_XF,
      (fields) => {
        fields.at += 2;
        if (inCellFormats) styles.addCellFormat(fields.u16());
      },
    ],
  ]);
}

export function textHandlers(store: TextStore, limits: SharedTextLimits): RecordHandlers {
  return new Map([
    [
      BRT_TEXT_ITEM,
      (fields) => {
        fields.at += 1;
        // One character over the limit is stored, so that the cell that uses the text is rejected with its location.
        store.add(fields.text().slice(0, limits.cellBytesMax + 1));
        if (store.sizeBytes > limits.sharedTextBytesMax)
          throw new ReadProblem('too-many-texts', { expected: limits.sharedTextBytesMax });
      },
    ],
  ]);
}
