import type { WriteColumn, WriteSheet, WriteValue } from '@tallgrunn/tabular';
import { addDays, formatPeriod, Period, type Language } from '@tallgrunn/values';
import type { AgreementRead } from '../utilisation/read-agreement.ts';
import type { BasisRow, OutsideRow, SiteRow, VolumeRow, Window } from './read-volumes.ts';
import { retenderTexts } from './retender-texts.ts';

/** Data of a pack; the long lists are streamed. */
export interface PackSource {
  readonly agreement: AgreementRead;
  readonly window: Window | null;
  readonly buyers: readonly { readonly id: string; readonly name: string | null }[];
  readonly basis: readonly BasisRow[];
  readonly leftOut: { readonly fees: number; readonly unreadable: number };
  volumes(): AsyncIterable<VolumeRow[]>;
  sites(): AsyncIterable<SiteRow[]>;
  outside(): AsyncIterable<OutsideRow[]>;
}

export interface PackOptions {
  readonly language: Language;
  /** Current prices and amounts are confidential in a tender; shown only on request. */
  readonly prices: 'hidden' | 'shown';
}

async function* rowsOf<T>(
  batches: AsyncIterable<T[]>,
  row: (one: T) => readonly WriteValue[],
): AsyncGenerator<readonly WriteValue[]> {
  for await (const batch of batches) yield* batch.map(row);
}

/**
 * Builds the sheets of a retender pack: draft price form, volumes by delivery place, purchases outside the assortment,
 * and the basis of the figures.
 */
export function retenderSheets(source: PackSource, options: PackOptions): WriteSheet[] {
  return [priceForm(source, options), bySite(source, options), outside(source, options), basisSheet(source, options)];
}

function priceForm({ agreement, window, buyers, volumes }: PackSource, { language, prices }: PackOptions): WriteSheet {
  const t = retenderTexts(language);
  const { heads } = t;
  const shown = prices === 'shown';
  const number = (header: string): WriteColumn => ({ header, kind: 'number', width: 16 });
  const price = (header: string): WriteColumn => ({ header, kind: 'amount', width: 16 });
  const columns: WriteColumn[] = [
    ...[heads.lot, heads.itemNumber].map((header) => ({ header, width: 14 })),
    { header: heads.name, width: 40 },
    { header: heads.gtin, width: 16 },
    { header: heads.unit, width: 10 },
    number(heads.content),
    { header: heads.contentUnit, width: 12 },
    ...buyers.map(({ name }) => number(name ?? heads.noBuyer)),
    number(heads.total),
    ...(shown ? [price(heads.price)] : []),
    price(heads.offered),
    { header: heads.offeredNumber, width: 18 },
    { header: heads.remark, width: 30 },
  ];
  const row = (item: VolumeRow): readonly WriteValue[] => [
    ...[item.lot, item.number, item.name, item.gtin, item.unit, item.content, item.contentUnit],
    ...buyers.map(({ id }) => item.volumes[id] ?? null),
    item.total,
    ...(shown ? [item.price] : []),
    ...[null, null, null],
  ];
  const titles = [
    t.title({ number: agreement.number, title: agreement.title }),
    windowTitle(window, language),
    t.perUnit,
  ];
  return { name: t.priceForm, titles, columns, rows: rowsOf(volumes(), row) };
}

function bySite({ window, sites }: PackSource, { language }: PackOptions): WriteSheet {
  const t = retenderTexts(language);
  const { heads } = t;
  const columns: WriteColumn[] = [
    { header: heads.itemNumber, width: 14 },
    { header: heads.name, width: 40 },
    { header: heads.unit },
    { header: heads.buyer, width: 26 },
    { header: heads.site, width: 30 },
    { header: heads.quantity, kind: 'number', width: 14 },
  ];
  return {
    name: t.bySite,
    titles: [t.bySiteTitle, windowTitle(window, language)],
    columns,
    rows: rowsOf(sites(), ({ number, name, unit, buyer, site, quantity }) => [
      number,
      name,
      unit,
      buyer,
      site,
      quantity,
    ]),
  };
}

function outside({ outside: rows }: PackSource, { language, prices }: PackOptions): WriteSheet {
  const t = retenderTexts(language);
  const { heads } = t;
  const shown = prices === 'shown';
  const columns: WriteColumn[] = [
    { header: heads.itemNumber, width: 14 },
    { header: heads.name, width: 40 },
    { header: heads.gtin, width: 16 },
    { header: heads.unit },
    { header: heads.quantity, kind: 'number', width: 14 },
    { header: heads.lines, kind: 'number' },
    ...(shown ? [{ header: heads.amount, kind: 'amount', width: 16 } as const] : []),
  ];
  return {
    name: t.outside,
    titles: [t.outsideTitle],
    columns,
    rows: rowsOf(rows(), ({ number, name, gtin, unit, quantity, lines, amount }) => [
      number,
      name,
      gtin,
      unit,
      quantity,
      String(lines),
      ...(shown ? [amount] : []),
    ]),
  };
}

function basisSheet({ window, basis, leftOut }: PackSource, { language }: PackOptions): WriteSheet {
  const t = retenderTexts(language);
  const { heads } = t;
  const missing = basis.filter(({ state }) => state !== 'accepted' && state !== 'exempt').length;
  const period = (key: string) => {
    const known = Period.tryParse(key);
    return known ? formatPeriod(known, language) : key;
  };
  return {
    name: t.basis,
    titles: [
      t.ownUse,
      windowTitle(window, language),
      ...(missing > 0 ? [t.missing({ missing, all: basis.length })] : []),
      ...(leftOut.fees > 0 ? [t.fees({ lines: leftOut.fees })] : []),
      ...(leftOut.unreadable > 0 ? [t.unreadable({ lines: leftOut.unreadable })] : []),
    ],
    columns: [
      { header: heads.supplier, width: 34 },
      { header: heads.period, width: 18 },
      { header: heads.due, kind: 'date', width: 14 },
      { header: heads.report, width: 20 },
      { header: heads.state, width: 18 },
      { header: heads.lines, kind: 'number' },
    ],
    rows: basis.map(({ supplier, periodKey, dueOn, number, state, lines }) => [
      supplier,
      period(periodKey),
      dueOn,
      number,
      state === 'missing' ? { text: t.states[state], mark: 'warning' as const } : t.states[state],
      lines === null ? null : String(lines),
    ]),
  };
}

function windowTitle(window: Window | null, language: Language): string {
  const t = retenderTexts(language);
  return window ? t.window({ from: window.from, last: addDays(window.until, -1) }) : t.nothing;
}
