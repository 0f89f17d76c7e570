import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { sha256Hex } from '@tallgrunn/values';
import { blobSource } from '@tallgrunn/tabular';
import release from './data/dfo-2022-ns4102-2026m08.json';
import { importFactorSet } from './importing/import-factor-set.ts';
import { multipliersSql } from './multipliers.ts';
import { factorBook } from './room.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;

beforeAll(async () => {
  stand = await setUpTestApp([identity, factorBook]);
  parties = await setUpParties(stand);
  manager = await signIn(stand, parties.manager.email);
});
afterAll(() => stand.close());

const rule = async (system: string, code: string) =>
  (await manager.get(`/account-map?system=${system}`)).body.find((row: { code: string }) => row.code === code);

/** Accounts in SSB's quarterly list that are purchases or could be mistaken for purchases. */
const validArts = [
  '100',
  '105',
  '110',
  '114',
  '115',
  '120',
  '130',
  '140',
  '150',
  '160',
  '165',
  '170',
  '180',
  '181',
  '182',
  '183',
  '184',
  '185',
  '190',
  '195',
  '200',
  '209',
  '210',
  '220',
  '230',
  '240',
  '250',
  '260',
  '270',
  '271',
  '272',
  '280',
  '285',
  '300',
  '330',
  '350',
  '370',
  '375',
  '429',
  '729',
];

describe('factor book', () => {
  it('includes attribution, licence, price level and the last year of the data', async () => {
    const { body } = await manager.get('/emission-factors').expect(200);
    expect(body).toMatchObject({
      licence: 'CC-BY-4.0',
      dataYear: 2022,
      priceLevel: '2026M08',
      currency: 'NOK',
      vatBasis: 'net',
      unit: 'kg CO2e/NOK',
      ruleSet: 'accounts-2026-1',
    });
    expect(body.attributions).toHaveLength(2);
    expect(body.attributions.join(' ')).toMatch(/DFØ.*Klimaintensiteter Norge/);
    expect(body.factors).toHaveLength(release.factors.length);
  });

  it('returns the published DFØ figure of every spend factor, to the last digit', async () => {
    const rows = await stand.asOwner<{ value: string; again: string }>(
      `select value, published_value / 1000 * 89.9 / 103.5 as again from factor_book.factor where kind = 'spend' and set_id = 'dfo-2022-ns4102-2026m08'`,
    );
    expect(rows).toHaveLength(111);
    for (const { value, again } of rows) expect(Number(again)).toBeCloseTo(Number(value), 15);
  });

  it('calculates one multiplier per factor, price level and VAT rate, rounded once', async () => {
    const factors = `(select set_id, id as factor_id from factor_book.factor where id = 'spend_6540_654')`;
    const rows = await stand.asOwner(
      `select vat_rate::text, value from (${multipliersSql({ factors })}) m where price_level = '2026M08' order by 1`,
    );
    expect(rows).toEqual([
      { vat_rate: '0.000', value: '0.027239265700483094' },
      { vat_rate: '0.120', value: '0.024320772946859905' },
      { vat_rate: '0.150', value: '0.023686318000420082' },
      { vat_rate: '0.250', value: '0.021791412560386475' },
    ]);
  });

  it('is read-only for the app', async () => {
    const client = new Client({ connectionString: stand.database.appUrl });
    await client.connect();
    await expect(client.query('update factor_book.factor set value = 0')).rejects.toThrow(/permission denied/);
    await expect(client.query('delete from factor_book.account_map_entry')).rejects.toThrow(/permission denied/);
    await client.end();
  });

  it('is not accessible to suppliers', async () => {
    const supplier = await signIn(stand, parties.suppliers[0]!.email);
    await supplier.get('/emission-factors').expect(403);
  });
});

describe('comparison of factor sources', () => {
  const searchFactors = async (text: string) =>
    (await manager.get(`/emission-factors/compare?text=${encodeURIComponent(text)}`).expect(200)).body.map(
      ({ name, activity }: { name: string; activity: string | null }) => [name, activity].filter(Boolean).join(': '),
    ) as string[];

  it('finds names with a word that begins or ends with the search text, beginnings first', async () => {
    const names = await searchFactors('strøm');
    expect(names.length).toBeGreaterThan(2);
    expect(names.every((name) => /(^|[^\p{L}])strøm|strøm($|[^\p{L}])/iu.test(name))).toBe(true);
    const paper = await searchFactors('papir');
    const begins = paper.map((name) => /(^|[^\p{L}])papir/iu.test(name));
    expect(begins).toEqual(begins.toSorted((a, b) => Number(b) - Number(a)));
  });

  it('finds text inside a word when there is no other match, and treats no character as a pattern', async () => {
    expect(await searchFactors('fjernvarme')).toContain('Strøm og oppvarming av lokaler: Fjernvarme');
    expect((await searchFactors('ppstrøm')).some((name) => name.includes('oppstrøms'))).toBe(true);
    expect(await searchFactors('(varedeklarasjon')).not.toEqual([]);
    expect(await searchFactors('.*')).toEqual([]);
  });

  it('includes factors per the unit of the example, however many rows match', async () => {
    const rows = Array.from(
      { length: 300 },
      (_, at) => `27_${at},Scope 3,Managed assets- vehicles,Diesel van ${at},,,,km,kg CO2e,0.2${at}`,
    );
    const file = [
      'ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2025',
      ...rows,
      '',
    ].join('\n');
    await importFactorSet(stand.database.ownerUrl, 'uk-government', blobSource(new Blob([file])), 'uk.csv', null);
    const { body } = await manager.get('/emission-factors/compare?text=diesel&quantity=1&per=l').expect(200);
    expect(body).toHaveLength(200);
    expect(body.filter(({ per }: { per: string }) => per === 'l').map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['mdir21-diesel', 'defra25-11-101-1011-8-1', 'defra24-diesel-100-miner']),
    );
    expect(body[0].per).toBe('l');
  });

  it('includes the exchange rate that converts a factor per dollar into one per krone', async () => {
    const { body } = await manager
      .get('/emission-factors/compare?text=furniture&quantity=1&per=stk&kroner=1000')
      .expect(200);
    const dollars = body.filter(
      ({ basis, kg }: { basis: string; kg: string | null }) => basis.startsWith('USD') && kg !== null,
    );
    expect(dollars.length).toBeGreaterThan(0);
    for (const { value, rate, multiplier, kg } of dollars) {
      expect(Number(value) / Number(rate)).toBeCloseTo(Number(multiplier), 12);
      expect(1000 * Number(multiplier)).toBeCloseTo(Number(kg), 5);
    }
  });

  it('flags every factor in use: by item, by category, by account and for combustion', async () => {
    const standing = async (text: string) =>
      Object.fromEntries(
        (
          await manager.get(`/emission-factors/compare?quantity=1&per=l&text=${encodeURIComponent(text)}`).expect(200)
        ).body.map(({ id, inForce }: { id: string; inForce: boolean }) => [id, inForce]),
      );
    expect(await standing('Reparasjon og vedlikehold')).toMatchObject({ spend_6600_660: true });
    expect(await standing('storfe')).toMatchObject({ 'pn18-beef-dairy-herd': true, 'pn18-beef-beef-herd': false });
    expect(await standing('diesel')).toMatchObject({ 'mdir21-diesel': true, 'defra24-diesel-100-miner': false });
    const { sets } = (await manager.get('/factor-sets').expect(200)).body;
    const named = new Set(
      (
        await stand.asOwner<{ factor_id: string }>(
          `select factor_id from factor_book.door_account_map_entry where factor_id is not null union select factor_id from factor_book.door_effective_assignment where set_id = 'dfo-2022-ns4102-2026m08'`,
        )
      ).map(({ factor_id }) => factor_id),
    );
    expect(sets.find(({ id }: { id: string }) => id === 'dfo-2022-ns4102-2026m08').inForce).toBe(named.size);
    expect(sets.every(({ factors, inForce }: { factors: number; inForce: number }) => inForce <= factors)).toBe(true);
  });
});

describe('map from accounts to factors', () => {
  it('has an entry for every valid account, with a reason in three languages', async () => {
    const { body } = await manager.get('/account-map?system=kostra').expect(200);
    const known = new Map<string, { answer: string; reason: Record<string, string> }>(
      body.map((row: { code: string }) => [row.code, row]),
    );
    expect(validArts.filter((art) => !known.has(art))).toEqual([]);
    for (const { reason } of known.values())
      for (const language of ['nb', 'nn', 'en']) expect(reason[language]).toMatch(/\w{3}.*\.$/);
  });

  it('has no factor for food, medical supplies and medicines', async () => {
    for (const art of ['110', '114', '115'])
      expect(await rule('kostra', art)).toMatchObject({ answer: 'none', factor: null });
  });

  it('requires a decision for electricity, and lists the four factors of 6200, none of them electricity', async () => {
    expect(await rule('kostra', '180')).toMatchObject({ answer: 'ask', factor: null });
    const account = await rule('ns4102', '6200');
    expect(account.answer).toBe('ask');
    expect(account.candidates).toHaveLength(4);
  });

  it('excludes VAT, wages and transfers', async () => {
    for (const art of ['429', '729', '010', '099', '470']) expect((await rule('kostra', art)).answer).toBe('not-spend');
  });

  it('does not apply the entry of a DFØ code to a KOSTRA code', async () => {
    expect((await rule('kostra', '115')).answer).toBe('none');
    expect((await rule('dfo', '115')).factor.name).toBe('Tomter');
    expect(await rule('kostra', '6200')).toBeUndefined();
  });

  it('requires a decision only where the rows of one account have different factors', async () => {
    const { body } = await manager.get('/account-map?system=ns4102');
    for (const { answer, candidates } of body.filter((row: { answer: string }) => row.answer !== 'not-spend')) {
      const values = new Set(candidates.map((row: { value: string }) => row.value));
      expect(answer).toBe(values.size > 1 ? 'ask' : 'factor');
    }
  });
});

const source = path.resolve(
  __dirname,
  '../../../../../shared/data/5-factors/Sea-Breeze-Consulting+klimaintensiteter-norge/data/public/dfo/2026/factors.csv',
);
const whenThere = existsSync(source) ? describe : describe.skip;

whenThere('the release against the file it was read from', () => {
  it('has every row and every digit', () => {
    const bytes = readFileSync(source);
    expect(sha256Hex(bytes)).toBe(release.set.sha256);
    const rows = parse(bytes, { columns: true, delimiter: ';' }) as Record<string, string>[];
    expect(release.factors.map(({ id, value, unit, ns4102, dfo }) => [id, value, unit, ns4102, dfo])).toEqual(
      rows.map((row) => [
        row['factor_id'],
        row['factor_value'],
        row['unit'],
        row['konto_ns_4102'],
        row['artskonto_dfo'],
      ]),
    );
  });
});
