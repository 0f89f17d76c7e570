import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CompareChargedPrices, ListPriceDeviations, ShowPenalties } from '@tallgrunn/follow-up-server';
import { Database } from '@tallgrunn/platform';
import { readMatchingTruth } from './matching-truth.ts';
import { createWorld, type LoadedWorld } from './create-world.ts';

jest.setTimeout(900_000);

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}
interface Priced {
  readonly id: number;
  readonly supplier: string;
  readonly item: string;
  readonly quantity: number;
  readonly price: number;
  readonly agreedPrice: number;
}
interface ReportedLine {
  readonly supplier: string;
  readonly file: string;
  readonly row: number;
  readonly deviation: string | null;
}

const rowsOf = <T>({ columns, rows }: Table): T[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])) as T);

const LINES = `
  select o.org_number as supplier, r.file_name as file, r.row_no as row, d.amount::text as deviation
  from reporting.door_report_line r
  join identity.door_organisation o on o.id = r.supplier_id
  left join follow_up.price_deviation d on d.basis = 'reported' and d.document_id = r.version_id and d.line_no = r.line_no`;

let world: LoadedWorld;
let lines: ReportedLine[];
let keyOf: ReadonlyMap<string, string>;
/** Øre above the agreed price, by delivery. */
let planted: ReadonlyMap<number, number>;

beforeAll(async () => {
  world = await createWorld('light', 1);
  const read = <T>(name: string) => JSON.parse(readFileSync(path.join(world.folder, name), 'utf8')) as T;
  const truth = read<{ deliveries: Table; items: Table }>('truth.json');
  const listed = new Set(
    rowsOf<{ supplier: string; number: string; onAssortment: number }>(truth.items)
      .filter(({ onAssortment }) => onAssortment === 1)
      .map(({ supplier, number }) => `${supplier}/${number}`),
  );
  planted = new Map(
    rowsOf<Priced>(truth.deliveries).map(({ id, supplier, item, quantity, price, agreedPrice }) => [
      id,
      listed.has(`${supplier}/${item}`) && price > agreedPrice ? ((price - agreedPrice) * quantity) / 1000 : 0,
    ]),
  );
  const { suppliers } = read<{ suppliers: readonly { key: string; orgNumber: string }[] }>('world.json');
  keyOf = new Map(suppliers.map(({ key, orgNumber }) => [orgNumber, key]));
  await world.asSystem(() => world.app.get(CompareChargedPrices, { strict: false }).run());
  lines = await world.asSystem(() => world.app.get(Database, { strict: false }).query<ReportedLine>(LINES));
});
afterAll(() => world.close());

describe('price deviations of the demo world', () => {
  it('are those that were planted, to the øre per supplier', async () => {
    const truth = readMatchingTruth(world.folder);
    const differing: string[] = [];
    const sums = new Map<string, { planted: number; found: number }>();
    for (const { supplier, file, row, deviation } of lines) {
      const key = keyOf.get(supplier) ?? supplier;
      const expected = Math.round(
        (truth.reported(key, file, row) ?? []).reduce((sum, id) => sum + (planted.get(id) ?? 0), 0),
      );
      const deviationOre = Math.round(100 * Number(deviation ?? 0));
      const sum = sums.get(key) ?? { planted: 0, found: 0 };
      sums.set(key, { planted: sum.planted + expected, found: sum.found + deviationOre });
      if (expected !== deviationOre)
        differing.push(`${key} ${file} row ${row}: planted ${expected}, found ${deviationOre}`);
    }
    process.stdout.write(`\n${[...sums].map(([key, sum]) => `${key}: ${sum.planted} ${sum.found}`).join('\n')}\n`);
    expect(differing.slice(0, 20)).toEqual([]);
    expect([...sums.values()].reduce((sum, each) => sum + each.planted, 0)).toBeGreaterThan(1_000_000);
  });

  it('add up to the same on the page', async () => {
    const deviationOre = lines.reduce((sum, { deviation }) => sum + Math.round(100 * Number(deviation ?? 0)), 0);
    const summary = await world.asManager(() =>
      world.app.get(ListPriceDeviations, { strict: false }).summary({ basis: 'reported' }),
    );
    expect(summary.reduce((sum, { amount }) => sum + Math.round(100 * Number(amount)), 0)).toBe(deviationOre);
  });
});

describe('penalties of the demo world', () => {
  it('exclude a supplier whose timely report was returned and replaced', async () => {
    const [first] = await world.asManager(() =>
      world.app.get(Database, { strict: false }).query<{ obligation_id: string; due_on: string }>(
        `select v.obligation_id, d.due_on from reporting.door_report_version v join agreements.door_reporting_obligation d on d.id = v.obligation_id
         where v.returned_at is not null and (v.submitted_at at time zone 'Europe/Oslo')::date <= d.due_on limit 1`,
      ),
    );
    const penalty = await world.asManager(() =>
      world.app.get(ShowPenalties, { strict: false }).one(first!.obligation_id),
    );
    expect(penalty).toMatchObject({ isFailure: false, days: [], amount: '0' });
  });

  it('are calculated for the reports that came late', async () => {
    const { items } = await world.asManager(() => world.app.get(ShowPenalties, { strict: false }).list({}));
    const late = items.filter(({ isFailure }) => isFailure);
    expect(late.length).toBeGreaterThan(0);
    for (const { amount, unitCount } of late) expect(amount).toBe(String(1000 * unitCount));
  });
});
