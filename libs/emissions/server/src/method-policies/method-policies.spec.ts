import { administrator, setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { sampleUbl, type SampleLine } from '@tallgrunn/formats/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { postBatch } from '@tallgrunn/spend-server/testing';
import { Client } from 'pg';
import { calculate, postLedger, roomsOfEmissions, currentParts } from '../testing.ts';
import { PreviewCalculation } from './preview-calculation.ts';

let stand: TestApp;
let parties: Parties;
let first: SignedIn;
let second: SignedIn;
let third: SignedIn;
let secondId = '';
let thirdId = '';
let invoices = 500;

beforeAll(async () => {
  stand = await setUpTestApp(roomsOfEmissions);
  parties = await setUpParties(stand);
  first = await signIn(stand, parties.manager.email);
  second = await administrator(stand, parties, 'annen@example.no');
  third = await administrator(stand, parties, 'tredje@example.no');
  const idOf = async (name: string) =>
    (await first.get('/factor-assignments/approvers')).body.find((each: { name: string }) => each.name === name)
      .id as string;
  [secondId, thirdId] = [await idOf('annen@example.no'), await idOf('tredje@example.no')];
});
afterAll(() => stand.close());

async function loadInvoice(lines: readonly SampleLine[]): Promise<string> {
  const [seller, buyer] = [
    { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' },
    { orgNumber: '944117784', name: 'Kongsvinger kommune' },
  ];
  const { id } = await postBatch(
    stand,
    parties.manager.actor,
    'faktura.xml',
    sampleUbl({ id: String((invoices += 1)), issuedOn: '2026-05-04', seller, buyer, lines, currency: 'NOK' }),
    { kind: 'invoices', buyerId: parties.buyers[0]?.organisationId ?? null },
  );
  return id;
}

const policy = (change: object = {}) => ({
  category: 'furniture',
  fromOn: '2026-01-01',
  methods: ['spend-account'],
  reason: 'Vi vil se kronene.',
  approverId: secondId,
  ...change,
});
const propose = async (change: object = {}) =>
  (await first.post('/emissions/method-policies', policy(change)).expect(201)).body.id as string;
const decide = (by: SignedIn, id: string, decision = 'approved') =>
  by.post(`/emissions/method-policy-proposals/${id}/decide`, { verdict: decision, note: 'Lest.' });
const policyInForce = async (category: string) =>
  (await first.get('/emissions/method-policies').expect(200)).body.find(
    (row: { category: string; holds: boolean }) => row.category === category && row.holds,
  );

describe('method policies', () => {
  it('have the default until two persons approve another', async () => {
    expect(await policyInForce('furniture')).toMatchObject({
      id: null,
      methods: ['physical-average', 'spend-category', 'spend-account'],
      decidedBy: null,
    });
    const refused = await first
      .post(
        '/emissions/method-policies',
        policy({ category: 'nowhere', approverId: '01900000-0000-7000-8000-000000000000' }),
      )
      .expect(422);
    expect(refused.body.issues.map(({ code }: { code: string }) => code)).toEqual([
      'category-unknown',
      'approver-unknown',
    ]);
    await first.post('/emissions/method-policies', policy({ methods: ['guess'] })).expect(400);
    expect((await first.post('/emissions/method-policies', policy({ reason: ' ' })).expect(400)).body.issues).toEqual([
      expect.objectContaining({ path: 'reason', code: 'isLength' }),
    ]);
    expect(
      (
        await first
          .post('/emissions/method-policies', policy({ approverId: parties.manager.actor.personId }))
          .expect(409)
      ).body.code,
    ).toBe('second-approver-required');
  });

  it('reject a proposal equal to a pending one or to the policy in force', async () => {
    const refused = async (change: object) =>
      (await first.post('/emissions/method-policies', policy({ category: 'fees', ...change })).expect(409)).body.code;
    const id = await propose({ category: 'fees' });
    expect(await refused({ reason: 'Med andre ord.', approverId: thirdId })).toBe('method-policy-already-proposed');
    await decide(second, id).expect(204);
    expect(await refused({})).toBe('method-policy-already-in-force');
    expect(await refused({ fromOn: '2026-03-01' })).toBe('method-policy-already-in-force');
    await decide(second, await propose({ category: 'fees', fromOn: '2026-03-01', methods: ['spend-category'] })).expect(
      204,
    );
  });

  it('are previewed, proposed, approved by a second person, and then in force', async () => {
    const batch = await loadInvoice([
      { name: 'Pinnestol', quantity: '4', unit: 'EA', net: '4000.00', price: '1000.00' },
    ]);
    await calculate(stand, parties);
    const before = (await currentParts(stand, parties, batch))[0];
    expect(before).toMatchObject({ method: 'physical-average', kg: '74.4' });
    const preview = (
      await first
        .get(
          '/emissions/method-policies/preview?category=furniture&fromOn=2026-01-01&methods=spend-category&methods=spend-account',
        )
        .expect(200)
    ).body;
    expect(preview).toMatchObject({ lines: 1, changed: 1, before: '74.400000', categories: [] });
    expect(preview.after).toBe('108.957063');
    // The lines behind it, with the calculation before and after: equal to the calculation by hand to the last digit.
    const [line] = preview.largest;
    expect(line).toMatchObject({
      lineNo: expect.any(Number),
      before: { kg: '74.400000' },
      after: { unit: null, kg: '108.957063' },
      file: expect.any(String),
      row: expect.any(Number),
    });
    for (const { basis, multiplier, kg } of [line.before, line.after])
      expect(Number(basis) * Number(multiplier)).toBeCloseTo(Number(kg), 6);
    expect(preview).toMatchObject({ run: expect.any(Number), buyers: [{ lines: 1 }] });
    expect(
      (
        await first
          .get('/emissions/method-policies/preview?category=furniture&fromOn=2026-06-01&methods=spend-category')
          .expect(200)
      ).body,
    ).toMatchObject({ lines: 1, changed: 0 });
    const id = await propose({ methods: ['spend-category', 'spend-account'] });
    expect((await decide(first, id).expect(409)).body.code).toBe('second-approver-required');
    expect((await decide(third, id).expect(409)).body.code).toBe('approval-not-assigned-to-you');
    expect((await third.post(`/emissions/method-policy-proposals/${id}/withdraw`).expect(409)).body.code).toBe(
      'proposal-not-yours',
    );
    expect((await second.get('/emissions/method-policy-proposals').expect(200)).body[0]).toMatchObject({
      id,
      state: 'proposed',
      mine: true,
      own: false,
    });
    await decide(second, id).expect(204);
    expect((await decide(second, id).expect(409)).body.code).toBe('proposal-already-decided');
    expect(await policyInForce('furniture')).toMatchObject({
      fromOn: '2026-01-01',
      methods: ['spend-category', 'spend-account'],
      decidedBy: 'annen@example.no',
    });
    await calculate(stand, parties, 'test', { categories: ['furniture'] });
    expect((await currentParts(stand, parties, batch))[0]).toMatchObject({
      method: 'spend-category',
      kg: '108.957063',
    });
  });

  it('can be withdrawn by the proposer, and approved by a delegate during an absence', async () => {
    const regretted = await propose();
    await first.post(`/emissions/method-policy-proposals/${regretted}/withdraw`).expect(204);
    expect((await decide(second, regretted).expect(409)).body.code).toBe('proposal-already-decided');
    const id = await propose({ category: 'ict' });
    const today = stand.clock.now().toISOString().slice(0, 10);
    await second.post('/approval-delegations', { deputyId: thirdId, fromOn: today, untilOn: today }).expect(201);
    await decide(third, id, 'rejected').expect(204);
    expect(
      (await first.get('/emissions/method-policy-proposals')).body.find((row: { id: string }) => row.id === id),
    ).toMatchObject({ state: 'rejected', decidedBy: 'tredje@example.no', decisionNote: 'Lest.' });
    const buyer = await signIn(stand, parties.buyers[0]!.email);
    await buyer.get('/emissions/method-policy-proposals').expect(200);
    await buyer.post('/emissions/method-policies', policy()).expect(403);
  });
});

describe('delegation', () => {
  it('is created by the absent person or an administrator, can be ended, and never for oneself', async () => {
    const day = '2031-05-01';
    const refused = async (by: SignedIn, body: object) =>
      (await by.post('/approval-delegations', { fromOn: day, untilOn: day, ...body })).body.code;
    expect(await refused(second, { deputyId: secondId })).toBe('factor-assignment-invalid');
    expect(await refused(second, { personId: thirdId, deputyId: thirdId })).toBe('factor-assignment-invalid');
    expect(await refused(first, { personId: secondId, deputyId: thirdId })).toBe('delegation-not-own');
    expect(await refused(second, { deputyId: thirdId, untilOn: '2031-04-30' })).toBe('factor-assignment-invalid');
    const { body } = await second
      .post('/approval-delegations', {
        personId: parties.manager.actor.personId,
        deputyId: thirdId,
        fromOn: day,
        untilOn: day,
      })
      .expect(201);
    const listed = async () =>
      (await first.get('/approval-delegations').expect(200)).body.find((row: { id: string }) => row.id === body.id);
    expect(await listed()).toMatchObject({
      deputy: 'tredje@example.no',
      namedBy: 'annen@example.no',
      standing: 'coming',
      mine: true,
    });
    await first.post(`/approval-delegations/${body.id}/end`).expect(204);
    expect(await listed()).toMatchObject({ standing: 'over', mine: false });
    expect((await first.post(`/approval-delegations/${body.id}/end`).expect(409)).body.code).toBe(
      'delegation-already-ended',
    );
  });
});

describe('mapping correction', () => {
  const correctMapping = async (body: object) =>
    (await first.post('/mapping-corrections', { reason: 'Sett over.', ...body }).expect(201)).body as {
      id: string;
      corrected: number;
    };
  const partOf = async (batch: string) => (await currentParts(stand, parties, batch))[0];

  it('of accounts previews the moved amounts, and the next run agrees', async () => {
    const batch = await postLedger(stand, parties, [{ account: '240', amount: '5000', on: '2026-05-01' }], {
      buyer: 1,
    });
    await calculate(stand, parties);
    expect(await partOf(batch)).toMatchObject({ category: 'rent-maintenance' });
    const preview = (
      await first
        .post('/mapping-corrections/preview', { system: 'kostra', codes: ['240'], category: 'construction' })
        .expect(200)
    ).body;
    expect(preview).toMatchObject({
      lines: 1,
      changed: 1,
      categories: expect.arrayContaining([
        expect.objectContaining({ category: 'construction', amountAfter: '5000' }),
        expect.objectContaining({ category: 'rent-maintenance', amountBefore: '5000' }),
      ]),
    });
    const { id } = await correctMapping({ system: 'kostra', codes: ['240'], category: 'construction' });
    await calculate(stand, parties);
    expect(await partOf(batch)).toMatchObject({ category: 'construction' });
    await first.post(`/mapping-corrections/${id}/revoke`, { reason: 'Likevel ikke.' }).expect(201);
    await calculate(stand, parties);
    expect(await partOf(batch)).toMatchObject({ category: 'rent-maintenance' });
  });

  it('of codes on invoice lines, longest first, calculates as its preview', async () => {
    const commodity = (code: string, list: string) =>
      `<cac:CommodityClassification><cbc:ItemClassificationCode listID="${list}">${code}</cbc:ItemClassificationCode></cac:CommodityClassification>`;
    const batch = await loadInvoice([
      {
        name: 'Ukjent ting',
        quantity: '1',
        unit: 'EA',
        net: '2000.00',
        price: '2000.00',
        itemXml: commodity('56101504', 'TST'),
      },
    ]);
    await calculate(stand, parties);
    expect(await partOf(batch)).toMatchObject({ category: 'furniture', method: 'spend-category' });
    const preview = (
      await first
        .post('/mapping-corrections/preview', { system: 'unspsc', codes: ['5610'], category: 'ict' })
        .expect(200)
    ).body;
    expect(preview).toMatchObject({ lines: 1, changed: 1 });
    expect(
      (
        await first
          .post('/mapping-corrections/preview', { system: 'unspsc', codes: ['57'], category: 'ict' })
          .expect(200)
      ).body,
    ).toMatchObject({ lines: 0 });
    await correctMapping({ system: 'unspsc', codes: ['5610'], category: 'ict' });
    await calculate(stand, parties);
    expect(await partOf(batch)).toMatchObject({ category: 'ict', method: 'spend-category' });
    expect(Number((await partOf(batch))?.kg)).toBeCloseTo(Number(preview.after), 6);
    const kinds = (
      await first
        .post('/mapping-corrections/preview', { system: 'unspsc', codes: ['56101504'], product: 'laptop' })
        .expect(200)
    ).body;
    await correctMapping({ system: 'unspsc', codes: ['56101504'], product: 'laptop' });
    await calculate(stand, parties);
    expect(await partOf(batch)).toMatchObject({ category: 'ict', product_group_code: 'laptop', kg: '182.6' });
    expect(Number(kinds.after)).toBe(182.6);
  });

  it('of CPV affects the lines with that longest code', async () => {
    const commodity = (code: string) =>
      `<cac:CommodityClassification><cbc:ItemClassificationCode listID="STI">${code}</cbc:ItemClassificationCode></cac:CommodityClassification>`;
    const line = (code: string) => ({
      name: `Ukjent ${code}`,
      quantity: '1',
      unit: 'EA',
      net: '700.00',
      price: '700.00',
      itemXml: commodity(code),
    });
    await loadInvoice([line('30125110'), line('30125120'), line('30299999'), line('30300000')]);
    await calculate(stand, parties);
    const linesOf = async (...codes: string[]) =>
      (await first.post('/mapping-corrections/preview', { system: 'cpv', codes, category: 'furniture' }).expect(200))
        .body.lines as number;
    expect([
      await linesOf('30'),
      await linesOf('301'),
      await linesOf('3012'),
      await linesOf('30125120'),
      await linesOf('30', '30125120', '302'),
      await linesOf('31'),
    ]).toEqual([1, 2, 2, 1, 3, 0]);
  });

  it('accepts codes of its system only, and times out with advice', async () => {
    const preview = (system: string, codes: string[]) =>
      first.post('/mapping-corrections/preview', { system, codes, category: 'ict' });
    for (const [system, code] of [
      ['cpv', '1%'],
      ['unspsc', '5_'],
      ['cpv', '%%'],
      ['kostra', '24'],
      ['item', 'uten selger'],
    ] as const) {
      expect((await preview(system, [code]).expect(422)).body).toMatchObject({
        code: 'mapping-correction-invalid',
        issues: [{ code: 'code-of-other-system', path: 'codes', params: { found: code } }],
      });
    }
    const weigh = stand.get(PreviewCalculation);
    const usual = weigh.statementTimeoutMs;
    const holder = new Client({ connectionString: stand.database.ownerUrl });
    await holder.connect();
    try {
      weigh.statementTimeoutMs = 300;
      await holder.query('begin');
      await holder.query('lock table emissions.result in access exclusive mode');
      expect((await preview('kostra', ['240']).expect(503)).body).toMatchObject({
        code: 'preview-timed-out',
        params: { secondsMax: 0.3 },
      });
    } finally {
      await holder.end();
      weigh.statementTimeoutMs = usual;
    }
    await preview('kostra', ['240']).expect(200);
  });
});
