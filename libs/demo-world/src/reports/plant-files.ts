import { oreText } from '../values/amounts.ts';
import { asMojibake } from '../writing/encode-text.ts';
import type { ReportLine } from './line.ts';
import { numberText, type Planter } from './planting.ts';

const extraLine = (model: ReportLine, name: string, ore: number, itemNumber: string): ReportLine => ({
  ...model,
  deliveries: [],
  like: [],
  quantity: 1000,
  price: ore,
  amount: ore,
  cells: {
    ...model.cells,
    itemNumber,
    gtin: null,
    itemName: name,
    quantity: { number: '1' },
    unit: 'stk',
    unitPrice: { number: oreText(ore) },
    amount: { number: oreText(ore) },
    invoiceLine: null,
  },
});

const extra =
  (kind: string, itemNumber: string, names: readonly string[], from: number, to: number): Planter =>
  (bed, count) => {
    for (const model of bed.take(count)) {
      const line = extraLine(model, bed.rng.pick(names), bed.rng.int(from, to) * 100, itemNumber);
      bed.insertAfter(model, line);
      bed.note(kind, line, 'itemName', null);
    }
  };

const mojibake: Planter = (bed) => {
  for (const line of bed.lines) {
    for (const field of ['customerName', 'municipality', 'itemName'] as const) {
      if (typeof line.cells[field] === 'string') line.cells[field] = asMojibake(numberText(line.cells[field]));
    }
  }
  bed.note('mojibake', null, null, null);
};

const hiddenRows: Planter = (bed, count) => {
  for (const line of bed.lines.slice(20, 20 + count)) bed.hidden.add(line);
  bed.note('hidden-rows', null, null, null);
};

const headerRenamed: Planter = (bed) => {
  bed.renamed = { itemNumber: 'Art.nr.' };
  bed.note('header-renamed', null, 'itemNumber', 'Vare nr.');
};

/** Leaves the names of the orderers in the file. */
const personalData: Planter = (bed) => {
  for (const line of bed.lines) line.cells.orderedBy = bed.rng.pick(bed.scenario.people).name;
  bed.note('personal-data', null, 'orderedBy', null);
};

const emptyFile: Planter = (bed) => {
  bed.lines.length = 0;
  bed.note('empty-file', null, null, null);
};

export const filePlanters: Record<string, Planter> = {
  'fee-line': extra('fee-line', '9000', ['Frakt', 'Miljøgebyr', 'Ekspedisjonsgebyr'], 49, 390),
  'deposit-line': extra('deposit-line', '9100', ['Pant returkasse', 'Pant flaske 2 kr'], 20, 240),
  mojibake,
  'hidden-rows': hiddenRows,
  'header-renamed': headerRenamed,
  'personal-data': personalData,
  'empty-file': emptyFile,
};
