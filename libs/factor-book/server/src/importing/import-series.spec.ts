import { catalogue } from '@tallgrunn/catalogue-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { blobSource } from '@tallgrunn/tabular';
import { factorBook } from '../room.ts';
import { importPriceMargins } from './import-price-margins.ts';
import { importFactorTable } from './import-factor-set.ts';
import { importSeries } from './import-series.ts';
import { readSeries } from './read-series.ts';

const file = (text: string) => blobSource(new Blob([text]));
const facts = {
  title: 'Kroner per euro',
  source: 'Norges Bank',
  sourceUrl: 'https://www.norges-bank.no',
  licence: 'NLOD',
  note: null,
};
const norgesBank = `FREQ;BASE_CUR;QUOTE_CUR;TENOR;UNIT_MULT;TIME_PERIOD;OBS_VALUE
A;EUR;NOK;SP;0;2017;9,3271
A;SEK;NOK;SP;2;2017;96,8
A;EUR;NOK;SP;0;2018;9,5962
A;EUR;NOK;SP;0;2019;9,8527
`;

describe('publisher series', () => {
  it('is read by year, in one currency and per one unit of it', async () => {
    expect(await readSeries(file(norgesBank), 'exr.csv', 'EUR')).toEqual([
      { year: 2017, value: '9.3271' },
      { year: 2018, value: '9.5962' },
      { year: 2019, value: '9.8527' },
    ]);
    expect(await readSeries(file(norgesBank), 'exr.csv', 'SEK')).toEqual([{ year: 2017, value: '0.968' }]);
    expect(await readSeries(file('year,value\n2022,122.8\n'), 'kpi.csv', null)).toEqual([
      { year: 2022, value: '122.8' },
    ]);
  });

  it.each([
    ['year;value\n2022;122,8\n22;1\n', /Row 3: found “22”, expected a year of four digits/],
    ['year;value\n2022;0\n', /Row 2: found “0”, expected a number above zero/],
    ['year;value\n2022;1\n2022;2\n', /Row 3: found “2022”, expected each year once/],
    ['a;b\n2022;1\n', /expected the headings “year” and “value”/],
    ['year;value\n', /found “no years”/],
  ])('returns the location of an error: %j', async (text, message) => {
    await expect(readSeries(file(text), 'x.csv', null)).rejects.toThrow(message);
  });
});

describe('series version', () => {
  let stand: TestApp;
  beforeAll(async () => {
    stand = await setUpTestApp([identity, catalogue, factorBook]);
  });
  afterAll(() => stand.close());
  const inForce = () =>
    stand.asOwner(
      `select id, year, value::text as value from factor_book.door_series where currency = 'EUR' order by year`,
    );

  it('is imported once and replaces the previous version, which stays unchanged', async () => {
    const first = await importSeries(
      stand.database.ownerUrl,
      'exchange-rate',
      'EUR',
      facts,
      file(norgesBank),
      'exr.csv',
    );
    expect(first).toMatchObject({ years: 3, added: true });
    expect(
      await importSeries(stand.database.ownerUrl, 'exchange-rate', 'EUR', facts, file(norgesBank), 'exr.csv'),
    ).toEqual({ ...first, added: false });
    expect(await inForce()).toEqual([
      { id: first.id, year: 2017, value: '9.3271' },
      { id: first.id, year: 2018, value: '9.5962' },
      { id: first.id, year: 2019, value: '9.8527' },
    ]);
    expect(
      await stand.asOwner(
        `select distinct id, in_force from factor_book.door_series_version where currency = 'EUR' order by 1`,
      ),
    ).toEqual([
      { id: 'nok-eur-2026-1', in_force: false },
      { id: first.id, in_force: true },
    ]);
  });

  it('must contain every year of the previous version', async () => {
    const before = await inForce();
    await expect(
      importSeries(
        stand.database.ownerUrl,
        'exchange-rate',
        'EUR',
        facts,
        file('year;value\n2019;9,85\n2020;10,7\n'),
        'short.csv',
      ),
    ).rejects.toThrow(/no 2017, 2018.*every year that rate-eur-/);
    expect(await inForce()).toEqual(before);
  });

  it('of price margins requires factors of a set in basic prices, and shares below the price', async () => {
    const table = {
      title: 'T',
      region: 'EU',
      dataYear: 2018,
      currency: 'EUR',
      licence: 'L',
      url: 'https://example.no',
      attribution: 'A',
    };
    const set = async (priceBasis: 'basic' | 'purchaser', value: string) =>
      (
        await importFactorTable(
          stand.database.ownerUrl,
          { ...table, priceBasis },
          file(`factor;name;value\nP1;One;${value}\n`),
          't.csv',
          null,
        )
      ).id;
    const [basic, purchaser] = [await set('basic', '0.3'), await set('purchaser', '0.4')];
    const shares = (setId: string, row: string) =>
      importPriceMargins(
        stand.database.ownerUrl,
        setId,
        facts,
        file(`factor;taxShare;marginShare;tradeFactor\n${row}\n`),
        's.csv',
      );
    await expect(shares(basic, 'P1;0;0,1;P1')).rejects.toThrow(/expected a number/);
    await expect(shares(purchaser, 'P1;0;0.1;P1')).rejects.toThrow(
      /Found “table-2018-.*expected a set in basic or producer/,
    );
    await expect(shares(basic, 'P2;0;0.1;P1')).rejects.toThrow(/Row 2: found “p2”, expected a factor per krone/);
    await expect(shares(basic, 'P1;0.5;0.5;P1')).rejects.toThrow(/come to less than 1/);
    await expect(shares(basic, 'P1;0;0.1;')).rejects.toThrow(/the factor that trade and transport take/);
    expect(await shares(basic, 'P1;0.05;0.1;P1')).toMatchObject({ factors: 1, added: true });
    expect(await shares(basic, 'P1;0.05;0.1;P1')).toMatchObject({ added: false });
  });
});
