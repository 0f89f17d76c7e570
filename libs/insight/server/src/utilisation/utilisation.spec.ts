import { type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { reviewFootprints } from '@tallgrunn/declarations-server/testing';
import { SetUpParties } from '@tallgrunn/identity-server';
import { signIn, TEST_PASSWORD, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { type TestApp } from '@tallgrunn/platform/testing';
import { setUpUsedAgreement } from './testing-used-agreement.ts';
let stand: TestApp;
let parties: Parties;
let agreement: TestAgreement;
let manager: SignedIn;
beforeAll(async () => {
  ({ stand, parties, agreement, manager } = await setUpUsedAgreement());
}, 90_000);
afterAll(() => stand.close());

const use = async () => (await manager.get(`/agreements/${agreement.agreementId}/utilisation`).expect(200)).body;

describe('utilisation of an agreement', () => {
  it('measures reported amounts against the maximum, with the ledger amounts alongside', async () => {
    const { use: whole, missingReports, lots, withoutLot } = await use();
    // 3 × (3125 + 592) + 100
    expect(whole).toMatchObject({
      maximum: '20000',
      basis: 'reported',
      used: '11251.00',
      share: '0.562550',
      reported: '11251.00',
      reportedLines: 7,
      booked: '3525.00',
      bookedLines: 2,
      bookedBySupplier: '400.00',
    });
    const lacking = { isReportedComplete: false, isBookedComplete: false };
    expect(whole.months).toEqual([
      { month: '2026-01', reported: '3717.00', booked: '0', ...lacking },
      { month: '2026-02', reported: '3717.00', booked: '0', ...lacking },
      { month: '2026-03', reported: '3817.00', booked: '3525.00', ...lacking },
    ]);
    // The second supplier has never reported: no month is complete, so there is no forecast.
    expect(whole.forecast).toMatchObject({ state: 'cannot-be-told', on: null, monthsUsed: 0 });
    expect(
      lots.map(({ key, use: { maximum, used } }: { key: string; use: { maximum: string | null; used: string } }) => [
        key,
        maximum,
        Number(used),
      ]),
    ).toEqual([
      ['1A', null, 11251],
      ['1B', '5000', 0],
    ]);
    const inLots = (side: 'reported' | 'booked') =>
      [...lots.map(({ use: each }: { use: Record<string, string> }) => each), withoutLot ?? {}].reduce(
        (all, each) => all + Number(each[side] ?? 0),
        0,
      );
    expect([inLots('reported'), inLots('booked')]).toEqual([11251, 3525]);
    expect(missingReports).toBe(2);
  });

  it('links each figure to its lines', async () => {
    const lines = async (query: Record<string, string>) =>
      (await manager.get(`/combined?${new URLSearchParams({ usedOn: agreement.agreementId, ...query })}`).expect(200))
        .body.rows as { bookedAmount: string | null; reportedAmount: string | null }[];
    const sum = (rows: Awaited<ReturnType<typeof lines>>, side: 'bookedAmount' | 'reportedAmount') =>
      rows.reduce((total, row) => total + Number(row[side] ?? 0), 0);
    const booked = await lines({ usedAs: 'booked', scope: 'purchases' });
    expect([booked.length, sum(booked, 'bookedAmount')]).toEqual([2, 3525]);
    const reported = await lines({ usedAs: 'reported' });
    expect([reported.length, sum(reported, 'reportedAmount')]).toEqual([7, 11251]);
    const lot = agreement.lots['1A'] ?? '';
    expect((await lines({ usedAs: 'reported', lotId: lot })).length).toBe(7);
    expect((await lines({ usedAs: 'booked', lotId: lot })).length).toBe(2);
    expect(await lines({ usedAs: 'reported', lotId: agreement.lots['1B'] ?? '' })).toEqual([]);
  });

  it('returns the first date that requires a decision', async () => {
    const body = await use();
    expect(body.options).toEqual([{ number: 1, noticeBy: '2026-06-30', extendsTo: '2027-12-31', decided: null }]);
    expect(body.nextDecision).toEqual({ on: '2026-06-30', kind: 'option', option: 1 });
  });

  it('forecasts from complete months, in which every report due has arrived', async () => {
    const exempt = (reason: string | null) =>
      stand.asOwner(
        `update agreements.reporting_obligation set exemption_reason = $2, exempted_at = case when $2::text is null then null else now() end where supplier_id = $1`,
        [parties.suppliers[1]!.organisationId, reason],
      );
    await exempt('Leverer ikke ennå.');
    const body = await use();
    expect(body.use.forecast).toMatchObject({
      state: 'will-be-reached',
      on: '2026-06-10',
      beforeEnd: true,
      method: 'mean',
      monthsUsed: 3,
      knownUntil: '2026-03',
      monthly: '3750.33',
      unknownMonths: [],
      earliest: '2026-06-10',
      latest: '2026-06-10',
    });
    expect(
      body.use.months.map(({ month, isReportedComplete }: { month: string; isReportedComplete: boolean }) => [
        month,
        isReportedComplete,
      ]),
    ).toEqual([
      ['2026-01', true],
      ['2026-02', true],
      ['2026-03', true],
    ]);
    expect(body.nextDecision).toEqual({ on: '2026-06-10', kind: 'maximum', option: null });
    expect(
      (await manager.get('/today').expect(200)).body.tasks.map(({ kind, dueOn }: { kind: string; dueOn: string }) => [
        kind,
        dueOn,
      ]),
    ).toContainEqual(['maximum', '2026-06-10']);
    await exempt(null);
  });

  it('compares the allocation key with the sales of each supplier, in points and NOK', async () => {
    const [lot] = (await use()).callOffs;
    expect(lot).toMatchObject({ lotId: agreement.lots['1A'], total: '11251.00', outOfOrder: false });
    expect(
      lot.suppliers.map(({ share, actualShare, points, difference }: Record<string, string>) => [
        share,
        Number(actualShare),
        Number(points),
        Number(difference),
      ]),
    ).toEqual([
      ['0.6', 1, 40, 4500.4],
      ['0.4', 0, -40, -4500.4],
    ]);
  });

  it('returns the price change from one version to the next', async () => {
    const { priceVersions } = await use();
    // One of four became ten per cent more expensive.
    expect(priceVersions).toMatchObject([
      { number: 2, items: 4, added: 0, removed: 0, compared: 4, changed: 1, meanChange: '0.025000' },
      { number: 1, items: 4, compared: 0, meanChange: null },
    ]);
  });

  it('measures commitments by reports, and flags those that cannot be measured', async () => {
    const { promises, demands } = await use();
    expect(promises[0]).toMatchObject({
      attribute: { nb: 'Fakturanummer på alt' },
      promised: '1',
      lines: 7,
      of: '11251.00',
      cannot: null,
    });
    expect(Number(promises[0].measured)).toBeCloseTo(3125 / 11251, 5);
    const [quarter, ...more] = promises[0].quarters;
    expect([quarter, more]).toEqual([
      { key: '2026-Q1', measured: promises[0].measured, of: '11251.00', unanswered: expect.any(String), lines: 7 },
      [],
    ]);
    expect(promises[1].quarters).toEqual([]);
    expect(promises[1]).toMatchObject({
      field: 'organic',
      promised: '0.3',
      measured: null,
      unanswered: '11251.00',
      cannot: 'field-not-in-reports',
    });
    expect(demands).toMatchObject([
      { of: 'items', by: '2026-12-31', demanded: '0.9', with: '1', all: '3', measured: '0.333333' },
    ]);
  });

  it('is accessible only to users with oversight of agreements', async () => {
    for (const { email } of [parties.buyers[0]!, parties.suppliers[0]!])
      await (await signIn(stand, email)).get(`/agreements/${agreement.agreementId}/utilisation`).expect(403);
    await manager.get('/agreements/0198a000-0000-7000-8000-000000000000/utilisation').expect(404);
  });
});

describe('tasks of the manager', () => {
  it('form one list: urgent tasks by amount, then the rest', async () => {
    await manager
      .get('/today')
      .expect(200)
      .expect(({ body: { tasks } }) => {
        expect(
          tasks.map(({ kind, dueOn, count, number }: Record<string, unknown>) => [kind, dueOn, count, number]),
        ).toEqual([
          ['overdue', '2026-02-13', 2, null],
          ['price-case', '2026-05-01', 1, null],
          ['option', '2026-06-30', 1, 1],
          ['declarations', null, 1, null],
        ]);
      });
  });

  it('include declarations when the supplier links another item to an accepted one', async () => {
    const waiting = async () =>
      (await manager.get('/today').expect(200)).body.tasks
        .filter(({ kind }: { kind: string }) => kind === 'declarations')
        .map(({ subjectId, count }: { subjectId: string; count: number }) => [subjectId, count]);
    const [[id]] = (await waiting()) as [[string]];
    const {
      body: { footprints },
    } = await manager.get(`/declarations/${id}`).expect(200);
    await reviewFootprints(stand, parties.manager.actor, id);
    expect(await waiting()).toEqual([]);
    const supplier = await signIn(stand, parties.suppliers[0]!.email);
    await supplier
      .post(`/footprints/${footprints[0].id}/item-links`, {
        itemNumber: '30118',
        verdict: 'linked',
        reason: 'Samme vare.',
      })
      .expect(204);
    expect(await waiting()).toEqual([[id, 1]]);
  });

  it('include proposals of colleagues that need this approver, and no other', async () => {
    const email = 'kollega@example.no';
    await stand.get(UnitOfWork).run({ ...parties.system }, () =>
      stand.get(SetUpParties).addMember({
        organisationId: parties.manager.organisationId,
        role: 'contract-manager',
        name: 'Kollega',
        email,
        password: TEST_PASSWORD,
      }),
    );
    const colleague = await signIn(stand, email);
    const approverId = parties.manager.actor.personId;
    await colleague
      .post('/emissions/method-policies', {
        category: 'ict',
        fromOn: '2026-01-01',
        methods: ['physical-average'],
        reason: 'Som før.',
        approverId,
      })
      .expect(201);
    const choice = {
      kind: 'account',
      target: 'kostra:195',
      setId: 'dfo-2022-ns4102-2026m08',
      factorId: 'spend_6320_632',
      fromOn: '2026-01-01',
      reason: 'Mest renovasjon.',
    };
    const { body: drafted } = await colleague.post('/factor-assignments', choice).expect(201);
    await colleague.post(`/factor-assignments/${drafted.id}/propose`, { approverId }).expect(204);
    const proposals = async (by: SignedIn) =>
      (await by.get('/today').expect(200)).body.tasks
        .filter(({ kind }: { kind: string }) => kind === 'factors' || kind === 'rulings' || kind === 'figures')
        .map(({ kind, count }: { kind: string; count: number }) => [kind, count]);
    expect(await proposals(manager)).toEqual([
      ['rulings', 1],
      ['factors', 1],
    ]);
    expect(await proposals(colleague)).toEqual([]);
    await manager.post(`/factor-assignments/${drafted.id}/decide`, { verdict: 'rejected' }).expect(204);
    expect(await proposals(manager)).toEqual([['rulings', 1]]);
    const proposeFigures = `insert into emissions.figure_proposal (id, kind, document, state, proposed_by, proposed_at) values (gen_random_uuid(), 'publication', '{}', 'proposed', platform.person(), now())`;
    await stand.get(UnitOfWork).run({ ...parties.manager.actor }, () => stand.get(Database).query(proposeFigures));
    expect(await proposals(manager)).toEqual([['rulings', 1]]);
    expect(await proposals(colleague)).toEqual([['figures', 1]]);
  });
});

describe('amount called off before the first ledger', () => {
  interface Opening {
    supplierId: string;
    lotId: string | null;
    amount: string | null;
    beforeMonth: string | null;
    source: string | null;
    sourceOn: string | null;
    statedBy: string | null;
  }
  const storeOpeningAmounts = (amounts: readonly object[], more: object = {}) =>
    manager.post(`/agreements/${agreement.agreementId}/opening-amounts`, {
      beforeMonth: '2026-02',
      source: 'Leverandørenes årsoppgave',
      sourceOn: '2026-01-31',
      amounts,
      ...more,
    });
  const refusedFor = async (amounts: readonly object[], more: object = {}) =>
    (await storeOpeningAmounts(amounts, more).expect(422)).body.issues.map(({ code }: { code: string }) => code);

  it('is unknown until it is stored, and then counts once', async () => {
    await stand.asOwner(`update agreements.agreement set starts_on = '2025-07-01' where id = $1`, [
      agreement.agreementId,
    ]);
    const unknown = await use();
    expect(unknown.use).toMatchObject({ used: '11251.00', opening: null, forecast: { unknownBefore: '2026-01' } });
    expect(unknown.openings.map(({ amount }: Opening) => amount)).toEqual(unknown.openings.map(() => null));
    const [first] = parties.suppliers.map(({ organisationId }) => organisationId);
    const holdings = unknown.openings as Opening[];
    const theirs = holdings.filter(({ supplierId }) => supplierId === first);
    // Stated by one supplier only: it is included, and the other's sales remain unknown.
    await storeOpeningAmounts(
      theirs.map(({ supplierId, lotId }, at) => ({ supplierId, lotId, amount: at === 0 ? '5000.50' : '0' })),
    ).expect(204);
    const partly = await use();
    const january = theirs.some(({ lotId }) => lotId === null) || theirs.length > 1 ? 3717 : null;
    expect(partly.use.opening).toEqual({ amount: '5000.5', beforeMonth: '2026-02', isWhole: false });
    // The other supplier has nothing before February, and nothing states that the data are complete.
    expect(partly.use.forecast.unknownBefore).toBe('2026-02');
    if (january !== null) expect(Number(partly.use.used)).toBeCloseTo(11251 - january + 5000.5, 2);
    expect(partly.use.reported).toBe('11251.00');
    // Stated by all suppliers: nothing is unknown any more. The latest statement applies.
    await storeOpeningAmounts(
      holdings.map(({ supplierId, lotId }, at) => ({ supplierId, lotId, amount: at === 0 ? '6000' : '0' })),
      { source: 'Ny årsoppgave' },
    ).expect(204);
    const whole = await use();
    expect(whole.use).toMatchObject({ opening: { amount: '6000', isWhole: true }, forecast: { unknownBefore: null } });
    expect(whole.openings[0]).toMatchObject({
      source: 'Ny årsoppgave',
      sourceOn: '2026-01-31',
      beforeMonth: '2026-02',
      statedBy: 'Samkjøp',
    });
    expect(whole.use.forecast.unknownMonths.filter((month: string) => month < '2026-02')).toEqual([]);
    expect(
      (
        await stand.asOwner(
          `select details from platform.audit_entry where act = 'agreement.opening-amounts-changed' order by at`,
        )
      ).length,
    ).toBe(2);
  });

  it('is stored by the contract manager, for suppliers of the agreement and dates after its start', async () => {
    const supplierId = parties.suppliers[0]!.organisationId;
    expect(await refusedFor([{ supplierId: parties.buyers[0]!.organisationId, amount: '1' }])).toEqual([
      'supplier-not-on-agreement',
    ]);
    expect(await refusedFor([{ supplierId, lotId: agreement.agreementId, amount: '1' }])).toEqual([
      'supplier-not-on-agreement',
    ]);
    expect(await refusedFor([{ supplierId, amount: '1' }], { beforeMonth: '2025-07' })).toEqual([
      'month-outside-agreement',
    ]);
    expect(await refusedFor([{ supplierId, amount: '1' }], { beforeMonth: '2031-01' })).toEqual([
      'month-outside-agreement',
    ]);
    await storeOpeningAmounts([{ supplierId, amount: '-1' }]).expect(400);
    await storeOpeningAmounts([{ supplierId, amount: '1' }], { source: '' }).expect(400);
    for (const email of [parties.buyers[0]!.email, parties.suppliers[0]!.email]) {
      const by = await signIn(stand, email);
      await by
        .post(`/agreements/${agreement.agreementId}/opening-amounts`, {
          beforeMonth: '2026-02',
          source: 'x',
          sourceOn: '2026-01-31',
          amounts: [{ supplierId, amount: '1' }],
        })
        .expect(403);
    }
  });
});
