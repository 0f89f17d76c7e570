import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { ExportResults, type ResultRow } from '../export-results.ts';
import { calculate, postLedger, roomsOfEmissions, currentResults } from '../testing.ts';

describe('spend-based calculation', () => {
  let stand: TestApp;
  let parties: Parties;
  let manager: SignedIn;
  let batchId: string;
  let neighbours: string;
  let company: string;

  beforeAll(async () => {
    stand = await setUpTestApp(roomsOfEmissions);
    parties = await setUpParties(stand);
    manager = await signIn(stand, parties.manager.email);
    batchId = await postLedger(stand, parties, [
      { account: '200', amount: '1000' },
      { account: '115', amount: '250.50' },
      { account: '180', amount: '40000' },
      { account: '429', amount: '62.62' },
      { account: '200', amount: '100', currency: 'SEK' },
      { account: '999', amount: '10' },
      { account: null, amount: '20' },
      { account: '200', amount: '-500', vat: 'unknown' },
    ]);
    neighbours = await postLedger(stand, parties, [{ account: '200', amount: '1250', vat: 'gross' }], { buyer: 1 });
    company = await postLedger(stand, parties, [{ account: '6200', amount: '40000' }], { system: 'ns4102' });
    await calculate(stand, parties);
  });
  afterAll(() => stand.close());

  it('assigns each line exactly one method, and a figure only with a factor', async () => {
    const lines = await currentResults(stand, parties);
    const found = (batch: string) =>
      lines
        .filter((line) => line.batch_id === batch)
        .map(({ line_no, method, reason, kg }) => [line_no, method, reason, kg]);
    expect(found(batchId)).toEqual([
      [1, 'spend-account', 'rule', '27.239266'],
      [2, 'no-factor', 'rule', null],
      [3, 'ask', 'rule', null],
      [4, 'not-spend', 'rule', null],
      [5, 'not-converted', 'currency', null],
      [6, 'no-factor', 'no-rule', null],
      [7, 'no-factor', 'no-account', null],
      [8, 'vat-unknown', 'vat', null],
    ]);
    expect(found(company)).toEqual([[1, 'ask', 'rule', null]]);
    expect(lines.find((line) => line.batch_id === neighbours)).toMatchObject({
      multiplier: '0.027239265700483094',
      amount: '1000',
      kg: '27.239266',
      category: 'furniture',
      quality: 5,
      factor_code: 'spend_6540_654',
    });
  });

  it('includes every NOK in its sums, foreign currencies separately', async () => {
    const { body } = await manager.get('/emissions/summary').expect(200);
    expect(body.totals).toMatchObject({
      lines: 10,
      spend: '82280.50',
      withFactor: '2000',
      ask: '80000',
      noFactor: '280.50',
      notSpend: '62.62',
      vatUnknown: '-500',
      vatUnknownLines: 1,
      kg: '54.478532',
      shareKnown: '0.024307',
      qualityBySpend: '5.00',
    });
    expect(body.rows.find((row: { method: string }) => row.method === 'not-converted')).toMatchObject({
      currency: 'SEK',
      amount: '100',
      kg: null,
      share: null,
    });
    expect(body.rows.find((row: { category: string }) => row.category === 'food')).toMatchObject({
      method: 'no-factor',
      amount: '250.50',
      kg: null,
    });
    expect(body.run).toMatchObject({ number: 1, factorSet: 'dfo-2022-ns4102-2026m08', licence: 'CC-BY-4.0' });
    expect(body.run.attributions).toHaveLength(2);
  });

  it('limits a buyer to its own lines', async () => {
    const buyer = await signIn(stand, parties.buyers[1]!.email);
    const { body } = await buyer.get('/emissions/summary').expect(200);
    expect(body.totals).toMatchObject({ lines: 1, spend: '1000', kg: '27.239266' });
    expect((await buyer.get('/emissions/runs').expect(200)).body[0]).toMatchObject({ number: 1, kg: '27.239266' });
    await buyer.get(`/emissions/explanations/spend-lines/${neighbours}/1`).expect(200);
    await buyer.get(`/emissions/explanations/spend-lines/${batchId}/1`).expect(404);
    const supplier = await signIn(stand, parties.suppliers[0]!.email);
    await supplier.get('/emissions/summary').expect(403);
    const elsewhere = await setUpParties(stand, 'Et annet innkjøp');
    const other = await signIn(stand, elsewhere.manager.email);
    expect((await other.get('/emissions/summary').expect(200)).body.run).toBeNull();
    await other.get(`/emissions/explanations/spend-lines/${batchId}/1`).expect(404);
    await other.get('/emissions/runs/1/verification').expect(404);
  });

  it('explains a line down to the row of the file', async () => {
    const { body } = await manager.get(`/emissions/explanations/spend-lines/${batchId}/1?language=en`).expect(200);
    expect(body.formula.replaceAll('\u00a0', ' ')).toBe(
      'NOK 1,000.00 × 0.027239265700483094 kg per krone = 27.239266 kg CO₂e',
    );
    expect(body.steps.join('\n')).toMatch(
      /KOSTRA 200, Furniture and equipment[\s\S]*31\.36 tonnes CO₂e per million kroner in 2022 prices[\s\S]*August 2026[\s\S]*without VAT/,
    );
    expect(body.caveats.join('\n')).toMatch(/Spend-based[\s\S]*from earlier the same year/);
    // The factor can be recalculated from the values shown.
    expect(body.steps.join('\n')).toContain('31.36 / 1,000 × 89.9 / 103.5 = 0.0272392657');
    expect(body.sources[0].label).toMatch(/^DFØ/);
    expect(body.sources[1].label).toMatch(/^Klimaintensiteter Norge/);
    expect(body.wayDown).toMatchObject({ file: 'bok.csv', row: 2, batchId, lineNo: 1 });
    expect(body.alternatives).toHaveLength(3);
    expect(body.alternatives.filter((row: { chosen: boolean }) => row.chosen)).toEqual([
      expect.objectContaining({ kg: '27.239266' }),
    ]);
  });

  it('shows the range of an open question instead of an average', async () => {
    const { body } = await manager.get(`/emissions/explanations/spend-lines/${company}/1`).expect(200);
    expect(body.alternatives.map(({ kg }: { kg: string }) => Number(kg).toFixed(0))).toEqual([
      '5511',
      '2028',
      '1600',
      '7715',
    ]);
    expect(body.formula).toMatch(/mellom 1.600,0 og 7.714,9 kg/);
    expect(body.figure).toMatchObject({ kg: null, method: 'ask' });
  });

  it('explains a missing figure in three languages', async () => {
    const why = async (line: number, language: string) =>
      (await manager.get(`/emissions/explanations/spend-lines/${batchId}/${line}?language=${language}`).expect(200))
        .body;
    for (const language of ['nb', 'nn', 'en'])
      for (const line of [2, 4, 5, 6, 7]) expect((await why(line, language)).formula).toMatch(/\d/);
    expect((await why(2, 'nb')).formula).toContain('ikke som null');
    expect((await why(6, 'nn')).steps.join(' ')).toContain('ikkje gått gjennom');
    expect((await why(7, 'en')).steps.join(' ')).toContain('has no account');
  });

  it('explains a sum by its factors and its largest lines', async () => {
    const { body } = await manager.get('/emissions/explanations/totals?category=furniture').expect(200);
    expect(body.parts).toEqual([
      expect.objectContaining({
        factor: 'Møbler, interiør og annet inventar',
        lines: 2,
        amount: '2000',
        kg: '54.478532',
      }),
    ]);
    expect(body.largest[0]).toMatchObject({ method: 'spend-account', file: 'bok.csv' });
    expect(body.formula).toContain('54,478532');
  });

  it('exports every line with its file location, to a buyer only its own', async () => {
    const rows: ResultRow[] = [];
    await stand.get(UnitOfWork).run({ ...parties.buyers[1]!.actor }, async () => {
      for await (const row of stand.get(ExportResults).rows()) rows.push(row);
    });
    expect(rows).toEqual([
      expect.objectContaining({
        run: 1,
        buyer: 'Nord-Odal kommune',
        batchId: neighbours,
        lineNo: 1,
        amount: '1000',
        outsideAmount: null,
        netBasis: 'rate-of-account',
        factor: 'spend_6540_654',
        kg: '27.239266',
        file: 'bok.csv',
        row: 2,
      }),
    ]);
  });

  it('states the possible underestimate of a year without an index, and no bound before the year of the factor', async () => {
    const older = await postLedger(stand, parties, [
      { account: '200', amount: '1000', on: '2023-06-01' },
      { account: '200', amount: '1000', on: '2019-06-01' },
      { account: '200', amount: '1250', on: '2024-06-01', vat: 'gross' },
    ]);
    await calculate(stand, parties);
    const told = async (line: number) =>
      (await manager.get(`/emissions/explanations/spend-lines/${older}/${line}?language=en`).expect(200)).body;
    expect((await told(1)).caveats.join('\n')).toMatch(/price index of 2023 has not been entered[\s\S]*at most 15\.1%/);
    const before = (await told(2)).caveats.join('\n');
    expect(before).toContain('the price index of 2019 has not been entered');
    expect(before).not.toContain('at most');
    const { steps, figure } = await told(3);
    expect(steps).toContain(`Per krone: 31.36 / 1,000 × 122.8 / 133.6 = ${figure.multiplier.replace(/0+$/, '')} kg.`);
    expect((31.36 / 1000) * (122.8 / 133.6)).toBeCloseTo(Number(figure.multiplier), 12);
  });
});
