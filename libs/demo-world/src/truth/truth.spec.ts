import { collectWorld, jsonOf, oreOf, readRows, rowsOf } from '../testing.ts';
import type { PlantedError } from './truth-book.ts';

interface Delivery {
  id: number;
  supplier: string;
  municipality: string;
  deliveredOn: string;
  quantity: number;
  price: number;
  amount: number;
  invoice: string | null;
}
interface Truth {
  deliveries: { columns: string[]; rows: unknown[][] };
  reportLines: { columns: string[]; rows: unknown[][] };
  postings: { columns: string[]; rows: unknown[][] };
  invoices: { columns: string[]; rows: unknown[][] };
  files: { columns: string[]; rows: unknown[][] };
  cells: { columns: string[]; rows: unknown[][] };
  errors: PlantedError[];
}
interface Manifest {
  entries: {
    path: string | null;
    supplier: string;
    period: string;
    outcome: string;
    plants: string[];
    workingDaysLate: number;
    version: number | null;
  }[];
}

let files: Map<string, Uint8Array>;
let truth: Truth;
let manifest: Manifest;
let rows: Map<string, string[][]>;

beforeAll(async () => {
  files = await collectWorld(7);
  truth = jsonOf(files.get('truth.json'));
  manifest = jsonOf(files.get('reports/manifest.json'));
  rows = new Map(
    [...files]
      .filter(([path]) => /^(reports|ledgers)\/.*\.(csv|xlsx)$/.test(path))
      .map(([path, bytes]) => [path, readRows(path, bytes)]),
  );
});

/** Returns the heading row: the first row with the heading of the amount column. */
const headingsOf = (path: string) => {
  const table = rows.get(path) as string[][];
  const index = table.findIndex((row) => row.some((cell) => ['Sum eks. mva', 'Beløp', 'line_total'].includes(cell)));
  return { index, headings: table[index] as string[] };
};

describe('the truth', () => {
  it('places every planted error in a cell with the recorded text', () => {
    const placed = truth.errors.filter(({ row, column, file }) => row !== null && column !== null && rows.has(file));
    expect(placed.length).toBeGreaterThan(2000);
    for (const { file, row, column, written, id } of placed) {
      const { headings } = headingsOf(file);
      const cell = rows.get(file)?.[(row as number) - 1]?.[headings.indexOf(column as string)] ?? '';
      expect({ id, cell: cell.replace(/^=.*/, (formula) => formula) }).toEqual({ id, cell: written ?? '' });
    }
  });

  it('records every error of the manifest with class, file and expected message', () => {
    for (const entry of manifest.entries) {
      for (const plant of entry.plants) {
        const kind = plant.split('*')[0];
        expect(
          truth.errors.some(
            (error) => error.kind === kind && (error.file === entry.path || error.kind === 'nil-contradicted'),
          ),
        ).toBe(true);
      }
    }
    expect(new Set(truth.errors.map(({ id }) => id)).size).toBe(truth.errors.length);
    expect(
      truth.errors.every(
        (error) => error.class >= 1 && error.class <= 76 && error.expected !== '' && files.has(error.file),
      ),
    ).toBe(true);
  });

  it('plants errors of forty classes', () => {
    expect(new Set(truth.errors.map((error) => error.class)).size).toBeGreaterThanOrEqual(40);
  });
});

describe('reports', () => {
  it('contains every delivery of the period once, except those of the omitted site', () => {
    const paths = rowsOf<{ path: string }>(truth.files).map(({ path }) => path);
    const accepted = new Set(manifest.entries.filter(({ outcome }) => outcome === 'accepted').map(({ path }) => path));
    const counted = new Map<number, number>();
    for (const line of rowsOf<{ file: number; deliveries: number[] }>(truth.reportLines)) {
      if (accepted.has(paths[line.file] as string))
        for (const id of line.deliveries) counted.set(id, (counted.get(id) ?? 0) + 1);
    }
    const deliveries = rowsOf<Delivery>(truth.deliveries);
    expect([...counted.values()].every((count) => count === 1)).toBe(true);
    const waiting = (one: Delivery) =>
      one.deliveredOn >= '2026-07' || (one.supplier === 'blyant' && one.deliveredOn >= '2026-04');
    const missing = deliveries.filter((one) => !counted.has(one.id) && !waiting(one));
    expect(missing.length).toBeGreaterThan(10);
    expect(missing.every((one) => one.supplier === 'blyant' && one.municipality === '3417')).toBe(true);
  });

  it('adds up to the deliveries where no amount error is planted', () => {
    const decimals: Record<string, ',' | '.'> = { finnskog: ',', solglott: '.', blyant: '.', nettverket: '.' };
    const paths = rowsOf<{ path: string }>(truth.files).map(({ path }) => path);
    const altered = new Set(
      truth.errors
        .filter((error) =>
          ['fee-line', 'deposit-line', 'duplicate-line', 'credit-exceeds', 'not-entitled'].includes(error.kind),
        )
        .map(({ file }) => file),
    );
    const clean = manifest.entries.filter(
      ({ outcome, path }) => outcome === 'accepted' && !altered.has(path as string),
    );
    expect(clean.length).toBeGreaterThan(20);
    for (const { path, supplier } of clean) {
      const { index, headings } = headingsOf(path as string);
      const column = headings.findIndex((heading) => ['Sum eks. mva', 'Beløp', 'line_total'].includes(heading));
      const lines = (rows.get(path as string) as string[][]).slice(index + 1).filter((row) => row[0] !== 'Totalt');
      const written = lines.reduce(
        (sum, row) => sum + oreOf(row[column] as string, decimals[supplier] as ',' | '.'),
        0,
      );
      const meant = rowsOf<{ file: number; amount: number }>(truth.reportLines)
        .filter((line) => paths[line.file] === path)
        .reduce((sum, line) => sum + line.amount, 0);
      expect({ path, written }).toEqual({ path, written: meant });
    }
  });

  it('improves over time: more first versions are accepted', () => {
    const share = (quarter: string) => {
      const firsts = manifest.entries.filter(
        (entry) =>
          entry.version === 1 &&
          entry.outcome !== 'waiting' &&
          (entry.period === quarter ||
            `${entry.period.slice(0, 4)}-Q${Math.ceil(Number(entry.period.slice(5)) / 3)}` === quarter),
      );
      return Math.round((100 * firsts.filter(({ outcome }) => outcome === 'accepted').length) / firsts.length);
    };
    expect(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'].map(share)).toEqual([
      38, 50, 63, 75, 75, 86,
    ]);
    const late = manifest.entries.filter((entry) => entry.version === 1 && entry.workingDaysLate > 0);
    expect(late.length).toBeGreaterThan(5);
  });
});

describe('ledgers', () => {
  it('contains the postings of the truth, row by row, in three dialects', () => {
    const paths = rowsOf<{ path: string }>(truth.files).map(({ path }) => path);
    for (const posting of rowsOf<{ file: number; row: number; amount: number }>(truth.postings)) {
      const path = paths[posting.file] as string;
      const { headings } = headingsOf(path);
      const text = rows.get(path)?.[posting.row - 1]?.[headings.indexOf('Beløp')] as string;
      expect(oreOf(text, path.includes('-odal') ? ',' : '.')).toBe(posting.amount);
    }
  });

  it('books each agreement invoice once: items, fee and VAT', () => {
    const deliveries = rowsOf<Delivery>(truth.deliveries);
    const goods = new Map<string, number>();
    for (const one of deliveries)
      goods.set(`${one.supplier}/${one.invoice}`, (goods.get(`${one.supplier}/${one.invoice}`) ?? 0) + one.amount);
    const booked = new Map<string, number>();
    for (const posting of rowsOf<{ kind: string; invoice: string; amount: number }>(truth.postings)) {
      if (posting.kind === 'goods') booked.set(posting.invoice, (booked.get(posting.invoice) ?? 0) + posting.amount);
    }
    expect(booked.size).toBeGreaterThan(2000);
    for (const [invoice, amount] of booked)
      expect({ invoice, amount }).toEqual({ invoice, amount: goods.get(invoice) });
  });
});
