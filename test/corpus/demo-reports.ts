import { dateOfDay, dayNumber } from '@tallgrunn/values';
import type { CheckContext, EarlierReport, ReportLine } from '@tallgrunn/checks';
import { generateWorld } from '@tallgrunn/demo-world';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import type { Cell, TableFile } from '@tallgrunn/tabular';

/** The parts of world.json, reports/manifest.json and truth.json that say what a report is checked against and what is wrong with it. */
interface World {
  readonly buyers: readonly {
    readonly municipality: string; readonly municipalityNumber: string; readonly orgNumber: string; readonly oldMunicipalityNumber: string;
    readonly sites: readonly { readonly name: string; readonly orgNumber: string }[];
  }[];
  readonly suppliers: readonly { readonly key: string; readonly orgNumber: string; readonly customers: readonly { readonly name: string; readonly municipalityNumber: string }[] }[];
  readonly agreements: readonly { readonly number: string; readonly name: string; readonly assortment: string; readonly lots: readonly { readonly key: string; readonly name: string }[] }[];
}

export interface ReportEntry {
  readonly supplier: string;
  readonly agreement: string;
  readonly period: string;
  readonly kind: string;
  readonly path: string;
  readonly outcome: string;
}

export interface Planted {
  readonly kind: string;
  readonly class: number;
  readonly file: string;
  readonly row: number | null;
}

export interface DemoReports {
  readonly entries: readonly ReportEntry[];
  readonly planted: readonly Planted[];
  open(path: string): Promise<TableFile>;
  contextOf(entry: ReportEntry, earlier: readonly EarlierReport[]): Promise<CheckContext>;
}

type Assortment = Required<Pick<CheckContext, 'items' | 'prices' | 'units'>>;

const decimal = (text: string): string => text.replace(/[\s\u00a0]/g, '').replace(',', '.');
const isoDate = (cell: Cell | undefined): string => (cell?.kind === 'date' ? cell.text.slice(0, 10) : (cell?.text ?? '').split('.').reverse().join('-'));

/** First day and the day after the last of "2026-03" or "2026-Q1". */
export function rangeOf(period: string): { key: string; start: string; end: string } {
  const [first, months] = period.includes('Q') ? [Number(period.slice(6)) * 3 - 2, 3] : [Number(period.slice(5)), 1];
  const start = `${period.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
  const beyond = dateOfDay(dayNumber(start)! + months * 31);
  return { key: period, start, end: `${beyond.slice(0, 7)}-01` };
}

async function assortmentOf(table: TableFile, supplierOrg: string): Promise<Assortment> {
  const items = { number: [] as string[], name: [] as string[], gtin: [] as (string | null)[], unit: [] as string[] };
  const prices = { item: [] as number[], price: [] as string[], from: [] as string[], to: [] as (string | null)[] };
  const units = { item: [] as number[], unit: [] as string[], factor: [] as string[], to: [] as string[] };
  let headings: string[] = [];
  for await (const batch of table.batches()) {
    for (const { cells } of batch) {
      if (headings.length === 0) headings = cells.map((cell) => cell.text);
      const cell = (name: string): Cell | undefined => cells[headings.indexOf(name)];
      const text = (name: string): string => cell(name)?.shown ?? cell(name)?.text ?? '';
      if (text('Leverandør org.nr') !== supplierOrg) continue;
      let at = items.number.indexOf(text('Varenummer'));
      if (at < 0) {
        at = items.number.push(text('Varenummer')) - 1;
        items.name.push(text('Varenavn'));
        items.gtin.push(text('GTIN') || null);
        items.unit.push(text('Enhet'));
        if (Number(decimal(text('Antall i enhet'))) > 1) {
          units.item.push(at);
          units.unit.push(text('Enhet'));
          units.factor.push(decimal(text('Antall i enhet')));
          units.to.push(text('Innhold enhet'));
        }
      }
      prices.item.push(at);
      prices.price.push(decimal(text('Pris eks. mva')));
      prices.from.push(isoDate(cell('Gyldig fra')));
      prices.to.push(isoDate(cell('Gyldig til')) || null);
    }
  }
  return { items, prices, units };
}

function buyersOf({ buyers }: World): Pick<CheckContext, 'buyers' | 'sites'> {
  const sites = buyers.flatMap((buyer, at) => buyer.sites.map((site) => ({ ...site, buyer: at })));
  return {
    buyers: {
      key: buyers.map((buyer) => buyer.municipalityNumber), name: buyers.map((buyer) => buyer.municipality), orgNumber: buyers.map((buyer) => buyer.orgNumber),
      municipalityNumber: buyers.map((buyer) => buyer.municipalityNumber), formerMunicipalityNumber: buyers.map((buyer) => buyer.oldMunicipalityNumber),
    },
    sites: { name: sites.map((site) => site.name), orgNumber: sites.map((site) => site.orgNumber), buyer: sites.map((site) => site.buyer) },
  };
}

/** The report files of a demo world, with what the agreement knows of each. */
export async function demoReports(seed: number): Promise<DemoReports> {
  const files = new Map<string, Uint8Array>();
  for await (const { path, bytes } of generateWorld({ profile: 'light', seed })) if (/^(?:world|truth|reports|agreements)/.test(path)) files.set(path, bytes);
  const json = <T>(path: string): T => JSON.parse(new TextDecoder().decode(files.get(path))) as T;
  const world = json<World>('world.json');
  const open = (path: string): Promise<TableFile> => openTable(bytesOf(files.get(path)!), path);
  return {
    entries: json<{ entries: ReportEntry[] }>('reports/manifest.json').entries.filter((entry) => entry.kind === 'file'),
    planted: json<{ errors: Planted[] }>('truth.json').errors,
    open,
    contextOf: async (entry, earlier) => {
      const agreement = world.agreements.find((each) => each.number === entry.agreement)!;
      const supplier = world.suppliers.find((each) => each.key === entry.supplier)!;
      const buyer = supplier.customers.map((customer) => world.buyers.findIndex((each) => each.municipalityNumber === customer.municipalityNumber));
      return {
        agreement: { id: agreement.number, title: agreement.name }, period: rangeOf(entry.period), testNumbers: true,
        lots: { key: agreement.lots.map((lot) => lot.key), name: agreement.lots.map((lot) => lot.name) },
        aliases: { text: supplier.customers.map((customer) => customer.name), buyer },
        ...(await assortmentOf(await open(agreement.assortment), supplier.orgNumber)), ...buyersOf(world), earlier,
      };
    },
  };
}

/** What later periods know of an accepted report. */
export function digestOf(period: string, lines: readonly ReportLine[]): EarlierReport {
  const sums = new Map<string, { item: string; buyer: string; quantity: number; amount: number; largest: number }>();
  for (const { itemNumber, buyer, quantity, amount } of lines) {
    const key = `${itemNumber}|${buyer}`;
    const sum = sums.get(key) ?? { item: itemNumber ?? '', buyer: buyer ?? '', quantity: 0, amount: 0, largest: 0 };
    sum.quantity += Number(quantity);
    sum.amount += Number(amount);
    sum.largest = Math.max(sum.largest, Number(quantity));
    sums.set(key, sum);
  }
  const list = [...sums.values()];
  return {
    ...rangeOf(period), lineKeys: lines.map((line) => line.lineKey),
    sums: {
      item: list.map((sum) => sum.item), buyer: list.map((sum) => sum.buyer), month: list.map(() => period), quantity: list.map((sum) => sum.quantity.toFixed(3)),
      amount: list.map((sum) => sum.amount.toFixed(2)), largest: list.map((sum) => sum.largest.toFixed(3)),
    },
  };
}
