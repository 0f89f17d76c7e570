import { agreements } from '@tallgrunn/agreements-server';
import { setUpAgreement, type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { catalogue } from '@tallgrunn/catalogue-server';
import { declarations } from '@tallgrunn/declarations-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { reporting } from '@tallgrunn/reporting-server';
import { acceptedReport } from '@tallgrunn/reporting-server/testing';
import { SaveImportProfile, spend } from '@tallgrunn/spend-server';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { MatchLines } from './match-lines.ts';
import { matching } from './room.ts';

type Agent = Awaited<ReturnType<typeof signIn>>;
let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let manager: Agent;
let buyer: Agent;
let pair: { versionId: string; reportLineNo: number; batchId: string; spendLineNo: number };
let large: { side: 'booked'; documentId: string; lineNo: number };

const profile = {
  id: 'books',
  name: 'Books',
  columns: {
    voucherNumber: 'Nr',
    voucherDate: 'Dag',
    account: 'Konto',
    amount: 'Sum',
    invoiceNumber: 'Faktura',
    supplierOrgNumber: 'Orgnr',
  },
  required: ['voucherNumber'],
  account: { system: 'kostra' },
  numbers: { decimal: '.' },
  sign: 'cost-positive',
  vat: { amounts: 'net' },
  currency: 'NOK',
};
const lines = async (side: string, state: string, months = '') =>
  (await manager.get(`/matching/lines?side=${side}&state=${state}${months}`).expect(200)).body as {
    documentId: string;
    lineNo: number;
    amount: string;
    key: string;
  }[];
const match = () => stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(MatchLines).run());
const candidates = async () =>
  (
    await manager
      .get(`/matching/candidates?side=reported&documentId=${pair.versionId}&lineNo=${pair.reportLineNo}`)
      .expect(200)
  ).body as {
    line: { answerId: string | null };
    candidates: { decisionId: string | null; verdict: string | null; key: string }[];
  };

beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, catalogue, declarations, spend, reporting, matching]);
  parties = await setUpParties(stand);
  agreement = await setUpAgreement(stand, parties);
  await acceptedReport(stand, parties, agreement, {
    lines: [
      {
        itemNumber: '00512',
        itemName: 'Kjøttdeig storfe 2,5 kg',
        buyer: 'Kongsvinger kommune',
        quantity: '10',
        unit: 'pk',
        unitPrice: '312,50',
        amount: '3125,00',
        deliveredOn: '09.03.2026',
        invoiceNumber: '7099',
      },
    ],
  });
  const { id: profileId } = await stand
    .get(UnitOfWork)
    .run(parties.manager.actor, () => stand.get(SaveImportProfile).run(profile, null));
  const text = [
    'Nr;Dag;Konto;Sum;Faktura;Orgnr',
    '1;2026-03-20;115;500.00;7555;311047116',
    '2;2026-02-20;115;250000.00;7556;311047116',
    '',
  ].join('\n');
  await postBatch(stand, parties.manager.actor, 'bok.csv', text, {
    kind: 'ledger',
    buyerId: parties.buyers[0]!.organisationId,
    profileId,
  });
  await match();
  manager = await signIn(stand, parties.manager.email);
  buyer = await signIn(stand, parties.buyers[0]!.email);
  const [reported] = await lines('reported', 'reported-not-booked');
  const [first, small] = await lines('booked', 'booked-not-reported');
  pair = {
    versionId: reported!.documentId,
    reportLineNo: reported!.lineNo,
    batchId: small!.documentId,
    spendLineNo: small!.lineNo,
  };
  large = { side: 'booked', documentId: first!.documentId, lineNo: first!.lineNo };
}, 120_000);
afterAll(() => stand.close());

describe('two users deciding on the same lines', () => {
  it('saves nothing when another user has decided since the page was loaded', async () => {
    const say = (who: Agent, verdict: string, seen: string | null | undefined, status: number) =>
      who
        .post('/matching/pair-decisions', {
          ...pair,
          verdict,
          reason: 'Sett på.',
          ...(seen === undefined ? {} : { seen }),
        })
        .expect(status);
    const { id } = (await say(buyer, 'same', null, 201)).body;
    expect((await say(manager, 'not-same', null, 409)).body.code).toBe('concurrent-decision');
    expect((await candidates()).candidates.filter(({ decisionId }) => decisionId !== null)).toMatchObject([
      { decisionId: id, verdict: 'same' },
    ]);
    await say(manager, 'not-same', id, 201);
    expect((await say(buyer, 'same', id, 409)).body.code).toBe('concurrent-decision');
  });

  it('treats a repeated click as one decision, and lets users revoke their own', async () => {
    const twice = await Promise.all(
      [1, 2, 3].map(() =>
        manager
          .post('/matching/pair-decisions', { ...pair, verdict: 'undecided', reason: 'Tre klikk.', seen: null })
          .expect(201),
      ),
    );
    expect(new Set(twice.map(({ body }) => body.id)).size).toBe(1);
    expect(
      ((await manager.get('/matching/pair-decisions').expect(200)).body as { reason: string }[]).filter(
        ({ reason }) => reason === 'Tre klikk.',
      ),
    ).toHaveLength(1);
  });

  it('stores successive answers on an unmatched line, with reasons', async () => {
    const answer = (who: Agent, cause: string, seen: string | null, status: number) =>
      who.post('/matching/line-resolutions', { ...large, cause, reason: 'Sett på.', seen }).expect(status);
    const { id, needsSecond } = (await answer(manager, 'not-reported', null, 201)).body;
    expect(needsSecond).toBe(true);
    expect((await answer(buyer, 'off-agreement', null, 409)).body.code).toBe('concurrent-decision');
    expect(
      (
        await manager
          .get(`/matching/candidates?side=booked&documentId=${large.documentId}&lineNo=${large.lineNo}`)
          .expect(200)
      ).body.line,
    ).toMatchObject({ answerId: id, answeredCause: null }); // pending second approval
    await manager.post('/matching/line-resolutions', { ...large, cause: 'timing', reason: '   ' }).expect(400);
  });

  it('treats the same decision by another user as second approval', async () => {
    const [waiting] = (await buyer.get('/matching/line-resolutions?waiting=yes').expect(200)).body as { id: string }[];
    const same = { ...large, cause: 'not-reported', reason: 'Enig.' };
    expect((await manager.post('/matching/line-resolutions', { ...same, seen: null }).expect(201)).body).toEqual({
      id: waiting!.id,
      needsSecond: true,
    }); // a repeated own answer
    expect((await buyer.post('/matching/line-resolutions', { ...same, seen: null }).expect(201)).body).toEqual({
      id: waiting!.id,
      needsSecond: false,
    });
    expect((await buyer.get('/matching/line-resolutions?waiting=yes').expect(200)).body).toEqual([]);
    expect(
      (
        await manager
          .post('/matching/line-resolutions', { ...large, cause: 'timing', reason: 'Likevel ikke.', seen: waiting!.id })
          .expect(201)
      ).body.needsSecond,
    ).toBe(true);
  });

  it('approves once when two users click at the same time', async () => {
    const [{ id }] = (await buyer.get('/matching/line-resolutions?waiting=yes').expect(200)).body;
    const answers = await Promise.all([1, 2, 3].map(() => buyer.post(`/matching/pair-decisions/${id}/approve`, {})));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual([
      'approval-not-pending',
      'approval-not-pending',
    ]);
  });
});

describe('months', () => {
  it('filters lines, totals and bulk answers alike by month', async () => {
    await match();
    const february = '&from=2026-02&to=2026-02';
    expect((await lines('booked', 'booked-not-reported', february)).map(({ amount }) => amount)).toEqual(['250000.00']);
    const { months, cells } = (await manager.get('/matching/summary?from=2026-02&to=2026-02').expect(200)).body as {
      months: string[];
      cells: { side: string; amount: string }[];
    };
    expect([months, cells.map(({ side, amount }) => [side, amount])]).toEqual([
      ['2026-02', '2026-03'],
      [['booked', '250000.00']],
    ]);
    expect((await manager.get('/matching/coverage?from=2026-03&to=2026-12').expect(200)).body).toMatchObject({
      agreementPurchases: '500.00',
      allPurchases: '500.00',
    });
    const all = {
      side: 'booked',
      state: 'booked-not-reported',
      said: 'timing',
      cause: 'not-reported',
      reason: 'Mars.',
    };
    expect(
      (
        await manager
          .post('/matching/line-resolutions/by-cause', { ...all, from: '2026-03', to: '2026-03' })
          .expect(201)
      ).body.answered,
    ).toBe(0);
    expect(
      (await manager.post('/matching/line-resolutions/by-cause', { ...all, saidOnly: 'yes' }).expect(201)).body
        .answered,
    ).toBe(0);
    expect(
      (
        await manager
          .post('/matching/line-resolutions/by-cause', { ...all, from: '2026-02', to: '2026-02' })
          .expect(201)
      ).body.answered,
    ).toBe(1);
    await manager.get('/matching/lines?side=booked&state=booked-not-reported&from=2026-13').expect(400);
  });
});
