import type { INestApplication } from '@nestjs/common';
import { Database } from '@tallgrunn/platform';
import { signedIn, type Caller } from '../security/caller.ts';
import { readClasses, saidOfClasses, sizeOf } from './figures/by-class.ts';
import { decimal, micro } from './figures/micro.ts';
import { readRawRows } from './figures/raw-rows.ts';
import { Reckoned, type Asked } from './figures/reckon.ts';
import { standWorld, type LoadedWorld } from './stand-world.ts';

/** The light demo world; `WORLD_PROFILE=full WORLD_SEEDS=1 npm test -- test/corpus/one-figure.spec.ts` takes a full one. */
const seed = Number((process.env['WORLD_SEEDS'] ?? '1').split(',')[0]);
const profile = process.env['WORLD_PROFILE'] === 'full' ? 'full' : 'light';

jest.setTimeout(profile === 'light' ? 900_000 : 14_400_000);

let world: LoadedWorld;
let server: INestApplication;
let manager: Caller;
let reckoned: Reckoned;

beforeAll(async () => {
  world = await standWorld(profile, seed);
  server = await world.serve();
  const { email, password } = world.people.find(({ role }) => role === 'contract-manager')!;
  manager = await signedIn({ app: server }, email, '/api/v1', password);
  reckoned = new Reckoned(await readRawRows((sql) => world.asSystem(() => world.app.get(Database, { strict: false }).query(sql))));
});
afterAll(async () => {
  await server?.close();
  await world?.close();
});

/** What is read of the API's answers. */
interface Totals {
  readonly booked: string;
  readonly reported: string;
  readonly kg: string;
}
interface Part {
  readonly basis?: string;
  readonly category: string | null;
  readonly method: string;
  readonly amount: string;
  readonly currency?: string;
  readonly kg: string | null;
}
interface Pictures {
  readonly basis: readonly Part[];
  readonly categories: readonly Part[];
}
interface Summary {
  readonly totals: { readonly spend: string; readonly kg: string };
  readonly rows: readonly Part[];
}
interface Months {
  readonly from: string;
  readonly to: string;
}
interface Change {
  readonly comparison: { readonly standing: string; readonly before: Months; readonly after: Months };
  readonly spendBefore: string | null;
  readonly spendAfter: string | null;
}
interface AgreementUse {
  readonly use: { readonly booked: string; readonly bookedBySupplier: string; readonly reported: string };
}
interface Coverage {
  readonly agreementPurchases: string;
  readonly linked: string;
  readonly parts: readonly { readonly amount: string }[];
}
interface Completeness {
  readonly buyers: readonly { readonly buyerId: string; readonly name: string; readonly months: readonly { readonly month: string; readonly ledger: { readonly state: string; readonly postingCount: number }; readonly invoiceCount: number }[] }[];
}
interface Page {
  readonly rows: readonly { readonly itemNumber: string | null; readonly currency: string; readonly bookedAmount: string | null; readonly kg: string | null }[];
  readonly next: { readonly value: string; readonly key: string } | null;
}

const ask = async <T>(address: string): Promise<T> => (await manager.get(address).expect(200)).body as T;
const queryOf = (fields: Readonly<Record<string, string | undefined>>): string => new URLSearchParams(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined)).toString();

/** All buyers and each; all months, and the years and quarters of both years. */
function selections(): Asked[] {
  const months = [{}, { from: '2025-01', to: '2025-12' }, { from: '2026-01', to: '2026-12' }, { from: '2026-04', to: '2026-06' }, { from: '2025-04', to: '2025-06' }];
  return [undefined, ...reckoned.rows.buyers.map(({ id }) => id)].flatMap((buyer) => months.map((of) => ({ buyer, ...of })));
}

/** What a place says and what was reckoned, where the two differ. */
type Difference = readonly [place: string, said: string, reckoned: string];
const differences = (said: readonly (readonly [place: string, said: string | null | undefined, reckoned: bigint, digits?: number])[]): Difference[] =>
  said.map(([place, figure, wanted, digits = 2]) => [place, decimal(micro(figure ?? '0'), digits), decimal(wanted, digits)] as const).filter(([, figure, wanted]) => figure !== wanted);

/** What the combined table's rows of an item come to: those that a report explains, page by page. */
async function partsOfItem(itemNumber: string): Promise<{ amount: string; kg: string }> {
  let [amount, kg, after] = [0n, 0n, {}];
  for (;;) {
    const { rows, next } = await ask<Page>(`/combined?${queryOf({ text: itemNumber, side: 'both', scope: 'purchases', ...after })}`);
    for (const row of rows.filter((each) => each.itemNumber === itemNumber && each.currency === 'NOK')) [amount, kg] = [amount + micro(row.bookedAmount ?? '0'), kg + micro(row.kg ?? '0')];
    if (!next) return { amount: decimal(amount), kg: decimal(kg, 6) };
    after = { afterValue: next.value, afterKey: next.key };
  }
}

describe(`the loaded ${profile} demo world ${seed}, reckoned anew from raw rows`, () => {
  it('has something of everything that can go wrong', () => {
    const shared = Map.groupBy(reckoned.shares.filter(({ reported }) => reported !== null), ({ line }) => line.place);
    expect([...shared.values()].filter((parts) => parts.length > 1).length).toBeGreaterThan(100);
    expect(reckoned.shares.filter(({ amount }) => amount < 0n).length).toBeGreaterThan(10);
  });

  it('says one figure for what was bought, on every page', async () => {
    const wrong: Difference[] = [];
    for (const asked of selections()) {
      const { buyer: buyerId, ...months } = asked;
      const query = queryOf({ buyerId, ...months });
      const [totals, pictures, summary] = [await ask<Totals>(`/combined/totals?${query}&scope=purchases`), await ask<Pictures>(`/combined/pictures?${query}`), await ask<Summary>(`/emissions/summary?${query}`)];
      const purchases = reckoned.purchases(asked);
      const sumOf = (parts: readonly { amount: string }[]) => decimal(parts.reduce((sum, { amount }) => sum + micro(amount), 0n));
      wrong.push(
        ...differences([
          [`combined totals ${query}`, totals.booked, purchases],
          [`basis picture ${query}`, sumOf(pictures.basis), purchases],
          [`category picture ${query}`, sumOf(pictures.categories), purchases],
          [`emission summary ${query}`, summary.totals.spend, purchases],
          [`known by item ${query}`, pictures.basis.find(({ basis }) => basis === 'item')?.amount, reckoned.knownByItem(asked)],
          [`kg of combined ${query}`, totals.kg, reckoned.kg(asked), 3],
          [`kg of summary ${query}`, summary.totals.kg, reckoned.kg(asked), 3],
        ]),
      );
    }
    expect(wrong).toEqual([]);
  });

  it('says one figure for operating and for investment, and calls nothing operating of which it is not known', async () => {
    const classes = await readClasses((sql) => world.asSystem(() => world.app.get(Database, { strict: false }).query(sql)));
    expect([sizeOf(reckoned, classes, 'operating') > 1_000_000n, sizeOf(reckoned, classes, 'investment') > 1_000_000n]).toEqual([true, true]);
    expect(differences(await saidOfClasses({ ask, queryOf }, reckoned, classes))).toEqual([]);
  });

  it('says one figure by category and method', async () => {
    const [pictures, summary] = [await ask<Pictures>('/combined/pictures'), await ask<Summary>('/emissions/summary')];
    const wanted = [...reckoned.byMethod({})].map(([key, { amount, kg }]) => [key, decimal(amount), decimal(kg, 3)]).sort();
    const told = (rows: readonly Part[]) => rows.map(({ category, method, amount, kg }) => [`${category ?? '-'} ${method}`, decimal(micro(amount)), decimal(micro(kg ?? '0'), 3)]).sort();
    expect(told(pictures.categories)).toEqual(wanted);
    expect(told(summary.rows.filter(({ method, currency }) => method !== 'not-spend' && currency === 'NOK'))).toEqual(wanted);
  });

  it('says one figure for what is used of each agreement', async () => {
    const wrong: Difference[] = [];
    for (const { id, number } of reckoned.rows.agreements) {
      const { use } = await ask<AgreementUse>(`/agreements/${id}/use`);
      const { reported, bySupplier } = reckoned.bookedUnder(id);
      const [booked, told, filtered] = [await ask<Totals>(`/combined/totals?usedOn=${id}&usedAs=booked`), await ask<Totals>(`/combined/totals?usedOn=${id}&usedAs=reported`), await ask<Totals>(`/combined/totals?agreementId=${id}&scope=purchases`)];
      wrong.push(
        ...differences([
          [`booked, use of ${number}`, use.booked, reported + bySupplier],
          [`by supplier, use of ${number}`, use.bookedBySupplier, bySupplier],
          [`booked, combined table of ${number}`, booked.booked, reported + bySupplier],
          [`booked, combined table narrowed to ${number}`, filtered.booked, reported + bySupplier],
          [`reported, combined table narrowed to ${number}`, filtered.reported, reckoned.reportedUnder(id)],
          [`reported, use of ${number}`, use.reported, reckoned.reportedUnder(id)],
          [`reported, combined table of ${number}`, told.reported, reckoned.reportedUnder(id)],
        ]),
      );
    }
    expect(wrong).toEqual([]);
  });

  it('says one figure for each item: kroner and kg', async () => {
    const wrong: Difference[] = [];
    const dearest = [...reckoned.byItem()].sort(([, a], [, b]) => (b.amount > a.amount ? 1 : -1)).slice(0, 12);
    for (const [itemNumber, { amount, kg }] of dearest) {
      const told = await partsOfItem(itemNumber);
      wrong.push(...differences([[`kroner of ${itemNumber}`, told.amount, amount], [`kg of ${itemNumber}`, told.kg, kg, 3]]));
    }
    expect(wrong).toEqual([]);
  });

  it('says how much of what is booked the reports tell, and the parts add up to it', async () => {
    const told = await ask<Coverage>('/matching/coverage');
    const { agreementPurchases, linked } = reckoned.coverage();
    const parts = decimal(told.parts.reduce((sum, { amount }) => sum + micro(amount), 0n));
    expect(differences([['booked on agreement suppliers', told.agreementPurchases, agreementPurchases], ['told by reports', told.linked, linked], ['the parts together', parts, agreementPurchases]])).toEqual([]);
  });

  it('counts what is in place month by month', async () => {
    const { buyers } = await ask<Completeness>('/completeness');
    const wrong = buyers.flatMap(({ buyerId, name, months }) =>
      months.flatMap(({ month, ledger, invoiceCount }) => {
        const key = `${buyerId} ${month}`;
        const said = [ledger.postingCount, ledger.state === 'complete', invoiceCount];
        const wanted = [reckoned.rows.postings.get(key) ?? 0, reckoned.rows.complete.get(buyerId)?.has(month) ?? false, reckoned.rows.invoices.get(key) ?? 0];
        return said.join() === wanted.join() ? [] : [[name, month, said, wanted]];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('compares the sums of the complete months, and no others', async () => {
    const wrong: Difference[] = [];
    for (const { id, name } of reckoned.rows.buyers) {
      const change = await ask<Change>(`/emissions/change?${queryOf({ buyerId: id, from: '2026-01', to: '2026-12', beforeFrom: '2025-01', beforeTo: '2025-12' })}`);
      const { standing, before, after } = change.comparison;
      if (standing === 'incomplete') continue;
      const complete = reckoned.rows.complete.get(id)!;
      for (const { from, to } of [before, after]) for (let month = from; month <= to; month = `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`) if (!complete.has(month)) wrong.push([`${name} ${month}`, 'compared', 'not complete']);
      wrong.push(...differences([[`before, ${name}`, change.spendBefore, reckoned.purchases({ buyer: id, ...before })], [`after, ${name}`, change.spendAfter, reckoned.purchases({ buyer: id, ...after })]]));
    }
    expect(wrong).toEqual([]);
  });

  it('says the same in the file that the table leaves as', async () => {
    const query = queryOf({ from: '2025-01', to: '2025-12', scope: 'purchases' });
    const { text } = await manager.get(`/combined/export.csv?${query}&language=en`).expect(200);
    const [heads = [], ...rows] = text.replace(/^\ufeff/, '').trim().split('\r\n').map((row) => row.split(';').map((cell) => cell.replace(/^"|"$/g, '')));
    const at = (name: RegExp) => heads.findIndex((head) => name.test(head));
    const [booked, currency] = [at(/^Booked/), at(/^Currency/)];
    const sum = rows.filter((row) => row[currency] === 'NOK').reduce((all, row) => all + micro((row[booked] ?? '').replace(',', '.').replaceAll(' ', '') || '0'), 0n);
    expect(decimal(sum)).toBe(decimal(reckoned.purchases({ from: '2025-01', to: '2025-12' })));
  });
});
