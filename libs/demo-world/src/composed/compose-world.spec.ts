import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { compose, composeWorld } from './compose-world.ts';
import { allHabits } from './habits/catalogue.ts';
import { oreOf, type Share } from './latent/deliveries.ts';
import { netOf, vatPercentOf } from './latent/invoices.ts';
import type { Size } from './size.ts';
import { withoutCounterpart } from './truth/without-counterpart.ts';
import type { Composed } from './truth/write-composed-truth.ts';

const tiny: Size = {
  suppliers: 5,
  municipalities: 4,
  quarters: 2,
  deliveries: 300,
  items: 20,
  linesPerOrder: 3,
  repeats: false,
};
/** New seeds on every run: the assertions must be true for any world. */
const seeds = fc.sample(fc.noBias(fc.integer({ min: 1, max: 999_999 })), 30);

/** Returns the sum of the shares per delivery, in øre. */
function perDelivery(shares: readonly Share[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { delivery, ore } of shares) sums.set(delivery.id, (sums.get(delivery.id) ?? 0) + ore);
  return sums;
}

const has = (drawn: readonly { readonly habit: { readonly key: string } }[], key: string): boolean =>
  drawn.some(({ habit }) => habit.key === key);

describe.each(seeds)('a composed world (seed %i)', (seed) => {
  let world: Composed;
  beforeAll(() => {
    world = compose({ seed, size: tiny });
  });

  it('charges every delivery once to the øre, unless the supplier omits the invoice', () => {
    const charged = perDelivery(world.invoices.flatMap(({ lines }) => lines.flatMap(({ shares }) => shares)));
    const wrong = world.deliveries.filter(
      ({ id, amount, seller }) =>
        (charged.get(id) ?? 0) !== amount &&
        !(charged.get(id) === undefined && has(seller.invoicing, 'never-invoiced')),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('creates invoices of items, fees, deposits and rounding only', () => {
    const wrong = world.invoices.filter((invoice) => {
      const beside = invoice.lines.reduce(
        (sum, { kind, amount }) => sum + (kind === 'goods' || kind === 'discount' ? 0 : amount),
        invoice.charge,
      );
      return netOf(invoice) - beside !== oreOf(invoice.lines.flatMap(({ shares }) => shares));
    });
    expect(wrong.map(({ number }) => number)).toEqual([]);
  });

  it('writes e-invoice archives that add up to the invoices', () => {
    const held = world.archives.flatMap((archive) => archive.held);
    expect(
      held.filter(({ invoice, held: document }) => netOf(document) !== netOf(invoice)).map(({ entry }) => entry),
    ).toEqual([]);
    for (const { invoice, held: document } of held)
      expect(oreOf(document.lines.flatMap(({ shares }) => shares))).toBe(
        oreOf(invoice.lines.flatMap(({ shares }) => shares)),
      );
  });

  it('books every invoice to the øre or not at all', () => {
    const bySeller = (of: Composed['invoices']) => of.reduce((sum, invoice) => sum + netOf(invoice), 0);
    for (const customer of world.scene.customers) {
      const own = world.postings.filter((posting) => posting.customer === customer);
      const booked = new Set(own.flatMap(({ invoices }) => invoices));
      expect(own.reduce((sum, { amount }) => sum + amount, 0)).toBe(bySeller([...booked]));
      const left = world.invoices.filter((invoice) => invoice.billed === customer && !booked.has(invoice));
      if (left.length > 0) expect(has(customer.booking, 'never-booked')).toBe(true);
    }
    const booked = new Set(world.postings.flatMap(({ invoices }) => invoices));
    const charged = perDelivery([...booked].flatMap(({ lines }) => lines.flatMap(({ shares }) => shares)));
    expect(perDelivery(world.postings.flatMap(({ shares }) => shares))).toEqual(charged);
  });

  it('writes ledgers equal to the bookings, with VAT or rounding where the habit requires it', () => {
    for (const posting of world.postings) {
      const gross = has(posting.customer.booking, 'with-vat-in-ledger')
        ? Math.round((posting.amount * (100 + posting.vatPercent)) / 100)
        : posting.amount;
      const step = has(posting.customer.booking, 'ledger-whole-kroner')
        ? 50
        : has(posting.customer.booking, 'ledger-thousands')
          ? 500
          : 0;
      expect(Math.abs(posting.written - gross)).toBeLessThanOrEqual(step);
    }
  });

  it('writes reports equal to the deliveries, according to the supplier’s amount habit', () => {
    for (const row of world.rows.filter(({ kind }) => kind === 'goods')) {
      const ore = oreOf(row.shares);
      const strength = (key: string) =>
        Math.round(row.seller.reporting.find(({ habit }) => habit.key === key)?.strength ?? 0);
      const factor = has(row.seller.reporting, 'with-vat')
        ? 1 + vatPercentOf(row) / 100
        : has(row.seller.reporting, 'less-bonus')
          ? 1 - strength('less-bonus') / 100
          : has(row.seller.reporting, 'list-prices')
            ? 100 / (100 - strength('list-prices'))
            : 1;
      const room = row.habits.has('freight-within')
        ? Number.POSITIVE_INFINITY
        : has(row.seller.reporting, 'whole-tens')
          ? 500
          : has(row.seller.reporting, 'whole-kroner')
            ? 50
            : factor === 1
              ? 0
              : 1;
      expect(Math.abs(row.amount - ore * factor)).toBeLessThanOrEqual(room);
    }
  });

  it('gives the cause of each delivery missing in reports or ledgers', () => {
    const told = withoutCounterpart(world);
    const inFiles = perDelivery(world.reports.flatMap(({ rows }) => rows.flatMap(({ row }) => row.shares)));
    expect(told.filter(({ side }) => side === 'reports').map(({ delivery }) => delivery.id)).toEqual(
      world.deliveries.filter(({ id }) => !inFiles.has(id)).map(({ id }) => id),
    );
    const bookedBy = (id: number) =>
      (
        world.postings.find(({ shares }) =>
          shares.some(({ delivery }) => delivery.id === id),
        ) as Composed['postings'][number]
      ).customer;
    const kept = told.filter(({ cause }) => cause === 'ledger-not-handed-over');
    for (const { delivery } of kept) expect(has(bookedBy(delivery.id).booking, 'ledger-missing')).toBe(true);
    for (const { delivery } of told.filter(({ cause }) => cause === 'booked-earlier'))
      expect(has(delivery.seller.invoicing, 'issued-before')).toBe(true);
    expect(
      told.some(({ cause, delivery }) => cause === 'not-invoiced' && !has(delivery.seller.invoicing, 'never-invoiced')),
    ).toBe(false);
  });

  it('reports each delivery once, unless a habit omits or duplicates it', () => {
    const reported = perDelivery(world.rows.flatMap(({ shares }) => shares));
    const forgetful = ['forgets-lines', 'forgets-place', 'forgets-month', 'returns-not-reported', 'returns-taken-off'];
    const wrong = world.deliveries.filter(({ id, amount, seller }) => {
      const ore = reported.get(id) ?? 0;
      if (ore === amount) return false;
      return ore === 0
        ? !forgetful.some((key) => has(seller.reporting, key))
        : !(ore === 2 * amount && has(seller.reporting, 'reports-twice'));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('composed worlds', () => {
  it('gives the same world for the same seed', () => {
    const bytesOf = () =>
      [...composeWorld({ seed: 7, size: tiny })].map(
        ({ path: name, bytes }) => `${name} ${Buffer.from(bytes).toString('base64')}`,
      );
    expect(bytesOf()).toEqual(bytesOf());
  });

  it('rejects invalid seeds and unknown habits', () => {
    expect(() => compose({ seed: -1, size: tiny })).toThrow(RangeError);
    expect(() => compose({ seed: 1, size: tiny, habits: ['no-such-habit'] })).toThrow('no-such-habit');
  });

  it('gives each habit a unique name, and draws each in some world', () => {
    expect(new Set(allHabits.map(({ key }) => key)).size).toBe(allHabits.length);
    const drawn = new Set<string>();
    for (let seed = 1; seed <= 60; seed += 1) {
      const { scene } = compose({ seed, size: { ...tiny, deliveries: 10 } });
      for (const seller of scene.sellers)
        for (const { habit } of [...seller.trading, ...seller.invoicing, ...seller.reporting]) drawn.add(habit.key);
      for (const { booking } of scene.customers) for (const { habit } of booking) drawn.add(habit.key);
    }
    expect(allHabits.filter(({ key }) => !drawn.has(key)).map(({ key }) => key)).toEqual([]);
  });

  it('reports and books line by line without habits', () => {
    const { rows, invoices } = compose({ seed: 3, size: tiny, habits: [] });
    expect(rows.every((row) => row.shares.length === 1 && row.habits.size === 0 && row.invoiceNumber !== null)).toBe(
      true,
    );
    expect(invoices.every(({ lines }) => lines.every(({ kind }) => kind === 'goods'))).toBe(true);
  });

  it('use no habit key that a product rule names', () => {
    const root = path.join(__dirname, '../../..');
    const sources = ['matching/server/src', 'spend/server/src', 'checks/src', 'reporting/server/src'].flatMap((room) =>
      readdirSync(path.join(root, room), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(ts|sql)$/.test(entry.name))
        .map((entry) => path.join(entry.parentPath, entry.name)),
    );
    const quoted = new Set(
      sources.flatMap((file) => readFileSync(file, 'utf8').match(/'[a-z0-9]+(?:-[a-z0-9]+)+'/g) ?? []),
    );
    expect(allHabits.map(({ key }) => key).filter((key) => quoted.has(`'${key}'`))).toEqual([]);
  });
});
