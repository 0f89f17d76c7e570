import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import request, { type Response } from 'supertest';
import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { matchAndCalculate, postLedger, roomsOfEmissions } from '@tallgrunn/emissions-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { insight, RefreshCombined } from '@tallgrunn/insight-server';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { addDays, osloDate } from '@tallgrunn/values';
import { exchange } from './room.ts';
import { entitySets } from './tables/entity-sets.ts';

const LEDGER_LINES = 60;
let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let buyer: SignedIn;
let supplier: SignedIn;

beforeAll(async () => {
  stand = await setUpTestApp([...roomsOfEmissions, insight, exchange]);
  parties = await setUpParties(stand);
  const agreement = await setUpAgreement(stand, parties);
  await acceptedReport(stand, parties, agreement, {
    lines: [marchLines[0]!, { ...marchLines[0]!, invoiceNumber: '7099', deliveredOn: '04.03.2026' }],
  });
  await postLedger(stand, parties, [
    { account: '115', amount: '3125.00', invoice: '7001', orgNumber: '311047116' },
    ...Array.from({ length: LEDGER_LINES }, (_, index) => ({
      account: '200',
      amount: `${(index % 7) * 100 + 0.25}`,
      orgNumber: '999888777',
    })),
  ]);
  await matchAndCalculate(stand, parties);
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(RefreshCombined).run());
  manager = await signIn(stand, parties.manager.email);
  buyer = await signIn(stand, parties.buyers[0]!.email);
  supplier = await signIn(stand, parties.suppliers[0]!.email);
});
afterAll(() => stand.close());

type Row = Record<string, string | number | boolean | null>;
const feed = (who: SignedIn, rest: string) => who.get(`/odata${rest}`);
const rowsOf = async (who: SignedIn, rest: string): Promise<Row[]> => (await feed(who, rest).expect(200)).body.value;
const filtered = (who: SignedIn, filter: string) =>
  rowsOf(who, `/CombinedLines?$filter=${encodeURIComponent(filter)}&$top=5000`);

describe('data feed', () => {
  it('lists the tables that the role may read', async () => {
    const namesOf = async (who: SignedIn) => (await rowsOf(who, '')).map(({ name }) => name);
    expect(await namesOf(manager)).toEqual(entitySets.map(({ name }) => name));
    expect(await namesOf(supplier)).toEqual(expect.arrayContaining(['ReportLines', 'Obligations', 'AgreedPrices']));
    expect(await namesOf(supplier)).not.toContain('CombinedLines');
    await feed(supplier, '/CombinedLines').expect(404);
  });

  it('returns every table with column types as in $metadata', async () => {
    for (const { name, properties } of entitySets) {
      const rows = await rowsOf(manager, `/${name}?$top=3`);
      for (const row of rows) expect(Object.keys(row)).toEqual(properties.map((property) => property.name));
      const required = properties.filter(({ isNullable }) => !isNullable).map((property) => property.name);
      for (const row of rows) for (const column of required) expect(row[column]).not.toBeNull();
    }
  });

  it('describes itself in well-formed XML and in JSON with the same names', async () => {
    const { text } = await feed(manager, '/$metadata').buffer(true).expect('Content-Type', /xml/).expect(200);
    const names: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'EntitySet') names.push(String(attributes['Name']));
    });
    parser.write(text).close();
    const { body } = await feed(manager, '/$metadata?$format=json').expect(200);
    expect(names).toEqual(entitySets.map(({ name }) => name));
    expect(Object.keys(body.Tallgrunn.Feed).filter((name) => !name.startsWith('$'))).toEqual(names);
  });

  it('filters like the rows themselves', async () => {
    const all = await rowsOf(manager, '/CombinedLines?$top=5000');
    const count = (test: (row: Row) => boolean) => all.filter(test).length;
    expect(await filtered(manager, 'BookedAmountExclVat gt 200')).toHaveLength(
      count((row) => row['BookedAmountExclVat'] !== null && Number(row['BookedAmountExclVat']) > 200),
    );
    expect(await filtered(manager, "not (AccountCode eq '200')")).toHaveLength(
      count((row) => row['AccountCode'] !== '200'),
    );
    expect(await filtered(manager, 'AgreementId eq null')).toHaveLength(count((row) => row['AgreementId'] === null));
    expect(await filtered(manager, "contains(ItemName,'e') or Side in ('both','reported')")).toHaveLength(
      count((row) => String(row['ItemName'] ?? '').includes('e') || row['Side'] !== 'booked'),
    );
    expect(await filtered(manager, 'year(PurchasedOn) eq 2026 and PurchasedOn ge 2026-03-04')).toHaveLength(
      count((row) => String(row['PurchasedOn'] ?? '') >= '2026-03-04' && String(row['PurchasedOn']).startsWith('2026')),
    );
  });

  it('counts with and without rows', async () => {
    const rows = await filtered(manager, "AccountCode eq '200'");
    const where = `$filter=${encodeURIComponent("AccountCode eq '200'")}`;
    expect((await feed(manager, `/CombinedLines?${where}&$count=true&$top=1`).expect(200)).body['@odata.count']).toBe(
      rows.length,
    );
    expect((await feed(manager, `/CombinedLines/$count?${where}`).expect(200)).text).toBe(String(rows.length));
  });

  it('counts rows from stored numbers as it reads them', async () => {
    const all = await rowsOf(manager, '/CombinedLines?$top=5000');
    const columns = ['BuyerId', 'Side', 'State', 'CategoryCode', 'Month', 'Currency', 'CalculationMethod', 'Basis'];
    const literal = (column: string, value: Row[string]) =>
      value === null ? 'null' : column === 'BuyerId' ? String(value) : `'${String(value)}'`;
    const condition = fc.record({
      column: fc.constantFrom(...columns, 'AccountClass', 'AccountCode'),
      row: fc.constantFrom(...all),
      operator: fc.constantFrom('eq', 'ne'),
    });
    const conditions = fc.tuple(fc.array(condition, { maxLength: 3 }), fc.constantFrom('and', 'or'));
    await fc.assert(
      fc.asyncProperty(conditions, async ([drawn, join]) => {
        const filter = drawn
          .map(({ column, row, operator }) => `${column} ${operator} ${literal(column, row[column]!)}`)
          .join(` ${join} `);
        const where = filter === '' ? '' : `$filter=${encodeURIComponent(filter)}`;
        const read = filter === '' ? all : await filtered(manager, filter);
        expect((await feed(manager, `/CombinedLines/$count?${where}`).expect(200)).text).toBe(String(read.length));
      }),
      { numRuns: 25 },
    );
    const ofBuyer = await rowsOf(buyer, '/CombinedLines?$top=5000');
    expect((await feed(buyer, '/CombinedLines/$count').expect(200)).text).toBe(String(ofBuyer.length));
  });

  it('reads on by next links in any order, without gaps or repetition', async () => {
    const orders = [
      '',
      '&$orderby=BookedAmountExclVat desc',
      '&$orderby=ItemName,PurchasedOn desc',
      '&$orderby=KgCo2e',
    ];
    const all = (await rowsOf(manager, '/CombinedLines?$top=5000')).map(({ LineKey }) => String(LineKey)).sort();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...orders), fc.integer({ min: 1, max: 20 }), async (order, size) => {
        const seen = await allPages(manager, `/CombinedLines?$select=LineKey${order}`, size);
        expect(seen.map(({ LineKey }) => String(LineKey)).sort()).toEqual(all);
      }),
      { numRuns: 12 },
    );
  });

  it('stops after $top over several pages', async () => {
    expect(await allPages(manager, '/CombinedLines?$top=13', 5)).toHaveLength(13);
  });

  it('returns one row by its key', async () => {
    const [row] = await rowsOf(manager, '/CombinedLines?$top=1');
    const key = `BuyerId=${row!['BuyerId']},LineKey='${row!['LineKey']}'`;
    const { body } = await feed(manager, `/CombinedLines(${encodeURIComponent(key)})`).expect(200);
    expect(body).toMatchObject(row!);
    const [agreement] = await rowsOf(manager, '/Agreements');
    await feed(manager, `/Agreements(${agreement!['Id']})`).expect(200);
    await feed(manager, '/Agreements(00000000-0000-0000-0000-000000000000)').expect(404);
  });

  it('returns all digits of a decimal', async () => {
    const { text } = await feed(manager, '/EmissionResults?$top=5&$orderby=KgCo2e desc').buffer(true).expect(200);
    const [kg] = await stand.asOwner<{ kg: string }>(
      'select kg::text from emissions.result where closed_by_run is null order by kg desc nulls last limit 1',
    );
    expect(text).toContain(`"KgCo2e":${kg!.kg}`);
  });

  it('returns each organisation its own rows', async () => {
    const own = await rowsOf(buyer, '/CombinedLines?$top=5000');
    expect(new Set(own.map(({ BuyerId }) => BuyerId))).toEqual(new Set([parties.buyers[0]!.actor.organisationId]));
    const others = await signIn(stand, parties.suppliers[1]!.email);
    expect(await rowsOf(others, '/ReportLines')).toEqual([]);
    expect((await rowsOf(supplier, '/ReportLines')).length).toBe(2);
  });

  it('reports which option is wrong, and where', async () => {
    const { body } = await feed(manager, '/CombinedLines?$filter=Amount%20gt%205').expect(400);
    expect(body.error).toMatchObject({ code: 'query-invalid', target: '$filter' });
    expect(body.error.message).toMatch(/^\$filter, character 1: There is no property ‘Amount’/);
    await feed(manager, "/CombinedLines?$filter=BookedAmountExclVat%20gt%20'x'").expect(400);
    await feed(manager, '/CombinedLines?$expand=Buyer').expect(501);
    await feed(manager, '/CombinedLines?$skiptoken=abc').expect(400);
    await feed(manager, '/NoTable').expect(404);
  });

  it('answers 304 when nothing has changed', async () => {
    const { headers } = await feed(manager, '/CombinedLines?$top=5').expect(200);
    await feed(manager, '/CombinedLines?$top=5').set('If-None-Match', String(headers['etag'])).expect(304);
  });

  it('writes large reads to the security log', async () => {
    const before = new Date();
    const filter = encodeURIComponent("FactorSetId ne ''");
    const { body } = await feed(manager, `/EmissionFactors?$filter=${filter}`).expect(200);
    expect(body.value.length).toBeGreaterThanOrEqual(100);
    await new Promise((done) => setTimeout(done, 500));
    const events = await stand.asOwner(
      `select details from platform.security_event where event = 'data-read-in-bulk' and occurred_at >= $1`,
      [before],
    );
    expect(events).toEqual([{ details: expect.objectContaining({ rows: body.value.length }) }]);
  });

  it('accepts an API key as Basic password, only for reading the feed', async () => {
    const { body } = await manager
      .post('/api-keys', {
        name: 'Power BI',
        scopes: ['data:read'],
        expiresOn: addDays(osloDate(stand.clock.now()), 30),
      })
      .expect(201);
    const http = () => request(stand.app.getHttpServer() as Server);
    const withKey = (rest: string) => http().get(rest).auth('whoever', body.key);
    expect((await withKey('/odata/Agreements').expect(200)).body.value).toHaveLength(1);
    await withKey('/combined').expect(401);
    await http()
      .get('/odata')
      .expect(401)
      .expect('WWW-Authenticate', /^Basic /);
    await http()
      .get('/odata')
      .auth('whoever', 'tg_wrong')
      .expect(401)
      .expect('WWW-Authenticate', /^Basic /);
    await http().get('/combined').set('Authorization', `Bearer ${body.key}`).expect(403);
  });
});

/** Follows all next links. */
async function allPages(who: SignedIn, first: string, size: number): Promise<Row[]> {
  const rows: Row[] = [];
  let next: string | null = first;
  while (next !== null) {
    const response: Response = await feed(who, next).set('Prefer', `odata.maxpagesize=${size}`).expect(200);
    const { body } = response;
    expect(body.value.length).toBeLessThanOrEqual(size);
    rows.push(...body.value);
    next = body['@odata.nextLink']?.replace(/^.*\/odata(?=\/)/, '') ?? null;
  }
  return rows;
}

const schemaFile = path.resolve(__dirname, '../../../../../shared/data/11-odata/csdl.schema.json');
const schema = ((): object | null => {
  try {
    return JSON.parse(readFileSync(schemaFile, 'utf8'));
  } catch {
    return null;
  }
})();

(schema ? it : it.skip)('conforms to the CSDL JSON schema', async () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const { body } = await feed(manager, '/$metadata?$format=json').expect(200);
  expect(ajv.validate(schema!, body) ? [] : ajv.errors).toEqual([]);
});
