import { addDays, dateOfDay, dayNumber } from '@tallgrunn/values';
import type { CheckContext, EarlierReport, PriceModel, ReportLine } from '@tallgrunn/checks';
import { generateWorld, type Profile } from '@tallgrunn/demo-world';
import { bytesOf, openTable } from '@tallgrunn/tabular';
import type { TableFile } from '@tallgrunn/tabular';
import { PriceForms, type PriceForm } from './price-forms.ts';

interface Places {
  readonly name: string;
  readonly orgNumber: string;
  readonly sites: readonly { readonly name: string; readonly orgNumber: string }[];
}

interface WorldAgreement {
  readonly number: string;
  readonly name: string;
  readonly lots: readonly { readonly key: string; readonly name: string }[];
  readonly participation: readonly { readonly municipality: string }[];
  readonly suppliers: readonly { readonly key: string; readonly assortment: string | null }[];
  readonly priceRules?: readonly { readonly lot: string; readonly kind: PriceModel['kind']; readonly from: string }[];
  readonly priceLists?: readonly { readonly supplier: string; readonly path: string; readonly fromOn: string }[];
  readonly adjustments?: readonly {
    readonly supplier: string;
    readonly fromOn: string;
    readonly prices: string | null;
  }[];
}

/** The parts of world.json, reports/manifest.json and the truth that are needed to check a report. */
export interface World {
  readonly buyers: readonly (Places & {
    readonly municipality: string;
    readonly municipalityNumber: string;
    readonly oldMunicipalityNumber: string;
  })[];
  readonly bodies?: readonly (Places & { readonly key: string })[];
  readonly suppliers: readonly {
    readonly key: string;
    readonly name: string;
    readonly orgNumber: string;
    readonly customers: readonly { readonly name: string; readonly municipalityNumber: string }[];
    readonly branches?: readonly { readonly name: string; readonly orgNumber: string }[];
  }[];
  readonly agreements: readonly WorldAgreement[];
  readonly obligations: readonly {
    readonly supplier: string;
    readonly agreement: string;
    readonly period: string;
    readonly branch?: string;
    readonly start?: string;
    readonly end?: string;
  }[];
}

export interface ReportEntry {
  readonly supplier: string;
  readonly agreement: string;
  readonly branch?: string;
  readonly period: string;
  readonly version: number | null;
  readonly kind: string;
  readonly path: string;
  readonly outcome: string;
  readonly workingDaysLate: number;
  readonly submittedAt: string | null;
}

export interface Planted {
  readonly kind: string;
  readonly class: number;
  readonly file: string;
  readonly row: number | null;
}

export interface DemoReports {
  readonly world: World;
  /** Every submitted file, by period. */
  readonly entries: readonly ReportEntry[];
  /** Planted errors by file. */
  readonly planted: ReadonlyMap<string, readonly Planted[]>;
  /** truth.json without its errors. */
  readonly truth: Record<string, unknown>;
  bytes(path: string): Uint8Array;
  open(path: string): Promise<TableFile>;
  contextOf(
    entry: Pick<ReportEntry, 'supplier' | 'agreement' | 'period' | 'branch'>,
    earlier: readonly EarlierReport[],
  ): Promise<CheckContext>;
}

/** Returns the first day and the day after the last day of "2026-03" or "2026-Q1". */
export function rangeOf(period: string): { key: string; start: string; end: string } {
  const [first, months] = period.includes('Q') ? [Number(period.slice(6)) * 3 - 2, 3] : [Number(period.slice(5)), 1];
  const start = `${period.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
  const beyond = dateOfDay(dayNumber(start)! + months * 31);
  return { key: period, start, end: `${beyond.slice(0, 7)}-01` };
}

function buyersOf({ buyers, bodies = [] }: World): Pick<CheckContext, 'buyers' | 'sites'> {
  const all = [...buyers, ...bodies];
  const sites = all.flatMap((buyer, at) => buyer.sites.map((site) => ({ ...site, buyer: at })));
  return {
    buyers: {
      key: keysOf({ buyers, bodies }),
      name: [...buyers.map((buyer) => buyer.municipality), ...bodies.map(({ name }) => name)],
      orgNumber: all.map((buyer) => buyer.orgNumber),
      municipalityNumber: [...buyers.map((buyer) => buyer.municipalityNumber), ...bodies.map(() => null)],
      formerMunicipalityNumber: [...buyers.map((buyer) => buyer.oldMunicipalityNumber), ...bodies.map(() => null)],
    },
    sites: {
      name: sites.map((site) => site.name),
      orgNumber: sites.map((site) => site.orgNumber),
      buyer: sites.map((site) => site.buyer),
    },
  };
}

const keysOf = ({ buyers, bodies = [] }: Pick<World, 'buyers' | 'bodies'>): string[] => [
  ...buyers.map(({ municipalityNumber }) => municipalityNumber),
  ...bodies.map(({ key }) => key),
];

/** Returns the files with a supplier's prices. */
function priceFormsOf(agreement: WorldAgreement, supplier: string): PriceForm[] {
  const form = agreement.suppliers.find(({ key }) => key === supplier)?.assortment ?? null;
  const adjusted = (agreement.adjustments ?? []).flatMap((one) =>
    one.supplier === supplier && one.prices ? [{ path: one.prices, basis: 'agreed' as const, fromOn: one.fromOn }] : [],
  );
  const lists = (agreement.priceLists ?? [])
    .filter((one) => one.supplier === supplier)
    .map(({ path, fromOn }) => ({ path, basis: 'list' as const, fromOn }));
  return [...(form === null ? [] : [{ path: form, basis: 'agreed' as const, fromOn: null }]), ...adjusted, ...lists];
}

/** Returns the price models. The last day of each is the day before the next one of its lot. */
const modelsOf = ({ priceRules = [] }: WorldAgreement): PriceModel[] =>
  priceRules.map(({ lot, kind, from }) => {
    const next = priceRules
      .filter((other) => other.lot === lot && other.from > from)
      .map((other) => other.from)
      .sort()[0];
    return { lot, kind, from, to: next ? addDays(next, -1) : null };
  });

const reportFiles = /^(?:world|truth|reports|agreements)/;

/**
 * Generates the report files of a demo world, with the data of their agreements. Ledger and invoice files are not
 * retained.
 */
export async function demoReports(seed: number, profile: Profile = 'light'): Promise<DemoReports> {
  const files = new Map<string, Uint8Array>();
  const planted: Planted[] = [];
  for await (const { path, bytes } of generateWorld({ profile, seed, withoutArchives: true })) {
    // parts of the truth are large, and only their errors are needed
    if (path.startsWith('truth/')) planted.push(...parse<{ errors: Planted[] }>(bytes).errors);
    else if (reportFiles.test(path)) files.set(path, bytes);
  }
  const json = <T>(path: string): T => parse<T>(files.get(path)!);
  const world = json<World>('world.json');
  const { errors, ...truth } = json<{ errors: Planted[] }>('truth.json');
  const bytes = (path: string): Uint8Array => files.get(path)!;
  const open = (path: string): Promise<TableFile> => openTable(bytesOf(bytes(path)), path);
  const prices = new PriceForms(open);
  return {
    entries: json<{ entries: ReportEntry[] }>('reports/manifest.json')
      .entries.filter((entry) => entry.kind === 'file')
      .toSorted((a, b) => a.period.localeCompare(b.period)),
    planted: Map.groupBy([...planted, ...errors], ({ file }) => file),
    truth,
    world,
    bytes,
    open,
    contextOf: async (entry, earlier) => {
      const agreement = world.agreements.find((each) => each.number === entry.agreement)!;
      const supplier = world.suppliers.find((each) => each.key === entry.supplier)!;
      const obligation = world.obligations.find(
        (each) =>
          each.supplier === entry.supplier &&
          each.agreement === entry.agreement &&
          each.period === entry.period &&
          each.branch === entry.branch,
      );
      const range = rangeOf(entry.period);
      const period = { key: entry.period, start: obligation?.start ?? range.start, end: obligation?.end ?? range.end };
      const keys = keysOf(world);
      const { branches } = supplier;
      return {
        agreement: { id: agreement.number, title: agreement.name },
        period,
        testNumbers: true,
        lots: { key: agreement.lots.map((lot) => lot.key), name: agreement.lots.map((lot) => lot.name) },
        aliases: {
          text: supplier.customers.map((customer) => customer.name),
          buyer: supplier.customers.map((customer) => keys.indexOf(customer.municipalityNumber)),
        },
        ...(branches && {
          supplierUnits: {
            kind: branches.map(() => 'branch'),
            name: branches.map(({ name }) => name),
            number: branches.map(({ orgNumber }) => orgNumber),
          },
        }),
        ...(agreement.priceRules && { priceModels: modelsOf(agreement) }),
        ...(await prices.near(priceFormsOf(agreement, entry.supplier), period)),
        ...buyersOf(world),
        earlier,
      };
    },
  };
}

const parse = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

/** Summarises an accepted report for the checks of later periods. */
export function digestOf(
  { key: period, start, end }: NonNullable<CheckContext['period']>,
  lines: readonly ReportLine[],
): EarlierReport {
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
    key: period,
    start,
    end,
    lineKeys: lines.map((line) => line.lineKey),
    sums: {
      item: list.map((sum) => sum.item),
      buyer: list.map((sum) => sum.buyer),
      month: list.map(() => period),
      quantity: list.map((sum) => sum.quantity.toFixed(3)),
      amount: list.map((sum) => sum.amount.toFixed(2)),
      largest: list.map((sum) => sum.largest.toFixed(3)),
    },
  };
}
