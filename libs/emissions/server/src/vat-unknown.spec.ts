import { setUpAgreement } from '@tallgrunn/agreements-server/testing';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { systemActor, UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { bytesOf } from '@tallgrunn/tabular';
import { uuidv7 } from '@tallgrunn/values';
import { strFromU8, unzipSync } from 'fflate';
import { ReproduceRun } from './evidence/reproduce-run.ts';
import { readCsv, recalculatePack } from './evidence/testing/recompute-pack.ts';
import {
  closeLedgers,
  downloadPack,
  matchAndCalculate,
  postLedger,
  roomsOfEmissions,
  currentParts,
} from './testing.ts';

let stand: TestApp;
let parties: Parties;
let manager: SignedIn;
let batchId: string;

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  await acceptedReport(stand, parties, await setUpAgreement(stand, parties), { lines: [marchLines[0]!] });
  batchId = await postLedger(stand, parties, [
    { account: '115', amount: '3125.00', vat: 'unknown', invoice: '7001', orgNumber: '311047116' },
    { account: '200', amount: '1000.00', vat: 'unknown' },
    { account: '200', amount: '1000.00' },
  ]);
  await matchAndCalculate(stand, parties);
  manager = await signIn(stand, parties.manager.email);
});
afterAll(() => stand.close());

describe('line with unknown VAT status', () => {
  it('has no spend-based emissions and is in no sum; a reported quantity is still calculated', async () => {
    // 10 packs of 2.5 kg × 33.3 kg CO2e.
    expect(
      (await currentParts(stand, parties, batchId)).map(({ method, amount, quantity, kg }) => [
        method,
        amount,
        quantity,
        kg,
      ]),
    ).toEqual([
      ['physical-average', null, '10', '832.5'],
      ['vat-unknown', null, null, null],
      ['spend-account', '1000', null, '27.239266'],
    ]);
    const { body } = await manager.get('/emissions/summary').expect(200);
    expect(body.totals).toMatchObject({
      lines: 3,
      spend: '1000.00',
      withFactor: '1000.00',
      vatUnknown: '4125.00',
      vatUnknownLines: 2,
      kg: '859.739266',
      noFactor: '0',
    });
    expect(body.rows.filter(({ method }: { method: string }) => method !== 'spend-account')).toMatchObject([
      { method: 'physical-average', amount: '0', outside: '3125.00', kg: '832.500000' },
      { method: 'vat-unknown', amount: '0', outside: '1000.00', kg: null, share: null },
    ]);
  });

  it('is matched with its ledger amount and excluded from sums of matching', async () => {
    const { body } = await manager.get('/matching/coverage').expect(200);
    expect(body).toMatchObject({ agreementPurchases: '0.00', allPurchases: '1000.00', outside: '4125.00' });
  });

  it('explains its ledger values and the missing figure', async () => {
    const { body } = await manager.get(`/emissions/explanations/spend-lines/${batchId}/2?language=en`).expect(200);
    expect(body.formula).toMatch(/^NOK\s1,000\.00 is not calculated: it is not known whether the amount includes VAT/);
    expect(body.figure).toMatchObject({ kg: null, method: 'vat-unknown' });
    await manager.get(`/emissions/explanations/spend-lines/${batchId}/1?language=en`).expect(200);
  });

  it('is reproduced from the stored inputs of the run', async () => {
    expect((await manager.get('/emissions/runs/1/verification').expect(200)).body).toMatchObject({
      holds: true,
      lines: 3,
    });
    const pack = await downloadPack(manager, '/emissions/runs/1/evidence-pack.zip');
    expect(
      await stand.get(UnitOfWork).run(systemActor(uuidv7()), () => stand.get(ReproduceRun).run(bytesOf(pack))),
    ).toMatchObject({ holds: true, lines: 3, kg: '859.739266' });
    // A third party calculates the same kilograms, and sees the amount that is not included.
    expect(recalculatePack(pack)).toMatchObject({ exactKg: '859.739266', lines: 3 });
    const lines = readCsv(strFromU8(unzipSync(pack)['tables/lines.csv']!));
    expect(
      lines.map(({ amount, outsideAmount, netBasis, method }) => [amount, outsideAmount, netBasis, method]),
    ).toEqual([
      ['', expect.stringMatching(/^3125/), 'unknown', 'physical-average'],
      ['', expect.stringMatching(/^1000/), 'unknown', 'vat-unknown'],
      [expect.stringMatching(/^1000/), '', 'as-stated', 'spend-account'],
    ]);
  });

  it('is in both the totals of a bridge and the sums', async () => {
    await closeLedgers(stand, parties);
    const { body } = await manager
      .get('/emissions/bridge/periods?beforeRun=1&beforeFrom=2026-03&beforeTo=2026-03&run=1&from=2026-03&to=2026-03')
      .expect(200);
    expect([body.before.kg, body.after.kg].map(Number)).toEqual([859.739266, 859.739266]);
  });
});
