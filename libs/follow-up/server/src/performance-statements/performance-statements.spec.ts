import { signIn, type SignedIn } from '@tallgrunn/identity-server/testing';
import { Database, UnitOfWork } from '@tallgrunn/platform';
import { readPdf } from '@tallgrunn/platform/testing';
import { acceptedReport, marchLines } from '@tallgrunn/reporting-server/testing';
import { CompareChargedPrices } from '../price-deviations/compare-charged-prices.ts';
import { NotifyOfStatement, NotifyOfStatementComment } from '../notifications/listen/on-statement.ts';
import { agreeOnSanction, runSubscribers, setUpFollowUp, type FollowUpTestApp } from '../testing.ts';
import { figureKeys } from './rating-rules.ts';

let made: FollowUpTestApp;
let manager: SignedIn;
let supplier: SignedIn;
let supplierId: string;
let agreementId: string;
let scope: string;

beforeAll(async () => {
  made = await setUpFollowUp('2026-02-02');
  const { stand, parties } = made;
  const obligations = await agreeOnSanction(made, { kind: 'day-fine', amount: 1000, per: 'working-day' });
  supplierId = parties.suppliers[0]!.organisationId;
  agreementId = made.made.agreementId;
  scope = `agreementId=${agreementId}&supplierId=${supplierId}&year=2026`;
  stand.clock.runFrom(new Date('2026-04-20T10:00:00Z')); // the report for March was due on Friday 17 April
  const [meat, milk] = marchLines;
  const dear = { ...meat!, unitPrice: '330,00', amount: '3300,00' }; // 10 × 17.50 above the agreed price
  await acceptedReport(stand, parties, { ...made.made, obligations }, { periodKey: '2026-03', lines: [dear, milk!] });
  await stand.get(UnitOfWork).run({ ...parties.system }, () => stand.get(CompareChargedPrices).run());
  manager = await signIn(stand, parties.manager.email);
  supplier = await signIn(stand, parties.suppliers[0]!.email);
  const open = async (kind: string, title: string) =>
    (await manager.post('/cases', { kind, supplierId, agreementId, title }).expect(201)).body.id as string;
  const shared = await open('overcharging', 'Pris på kjøttdeig');
  await manager.post(`/cases/${shared}/entries`, { kind: 'message', body: 'Hvorfor er prisen høyere?' }).expect(201);
  await open('other', 'Internt notat');
});
afterAll(() => made.stand.close());

const proposal = async () => (await manager.get(`/performance-statements/proposal?${scope}`).expect(200)).body;
const decision = async (change: object = {}) => {
  const { figuresHash, revisions } = await proposal();
  return {
    ...{
      agreementId,
      supplierId,
      year: 2026,
      figuresHash,
      viewedId: revisions[0]?.id ?? null,
      overallRating: 'approaching-target',
    },
    ratings: figureKeys.map((figure) => ({ figure, rating: figure === 'prices' ? 'inadequate' : 'good' })),
    reason: 'Én rapport kom for sent, men vi var varslet.',
    ...change,
  };
};

describe('a proposed performance statement', () => {
  it('has the figures of the pages they come from', async () => {
    const { figures, proposed, basis } = await proposal();
    const overview = (await manager.get(`/suppliers/${supplierId}/overview`).expect(200)).body;
    const { lateReports, excused, inYear, ...punctuality } = figures.punctuality;
    expect(punctuality).toEqual(overview.punctuality);
    expect(lateReports).toHaveLength(punctuality.late + punctuality.missing);
    const { requiredShare, currentItems, ...declarations } = figures.declarations;
    expect(declarations).toEqual(overview.declarations);
    expect(requiredShare).toBeNull();
    const { checks, levels: _levels, level, ...quality } = figures.quality;
    expect({ ...quality, checks: Math.min(checks.length, 5) }).toEqual({
      ...overview.quality,
      checks: overview.quality.checks.length,
    });
    const ranking = (await manager.get('/data-quality?from=2026-01&to=2026-12').expect(200)).body;
    expect(ranking.items).toMatchObject([{ supplier: { id: supplierId }, level }]);
    const [row] = (await manager.get(`/price-deviations?agreementId=${agreementId}&supplierId=${supplierId}`)).body;
    expect(figures.prices).toMatchObject([
      { basis: 'reported', openAmount: row.openAmount, chargedAmount: row.chargedAmount },
    ]);
    expect(row.openAmount).toBe('175.00');
    const uncompared = [row.unknown, row.other, row.otherCurrency, row.vatUnknown, row.offAssortment];
    expect(basis).toEqual([
      { figure: 'punctuality', counted: punctuality.due, total: inYear, priceBasis: null },
      {
        figure: 'data-quality',
        counted: punctuality.onTime + punctuality.late,
        total: punctuality.due,
        priceBasis: null,
      },
      { figure: 'coverage', counted: 0, total: figures.coverage.ledgerMonths.expected, priceBasis: null },
      {
        figure: 'prices',
        counted: row.comparedCount,
        total: row.comparedCount + uncompared.reduce((lines, { count }) => lines + count, 0),
        priceBasis: 'reported',
      },
      { figure: 'declarations', counted: declarations.items, total: currentItems, priceBasis: null },
    ]);
    expect(inYear).toBeGreaterThan(punctuality.due); // the report for April is not due yet
    expect(figures.openCases).toMatchObject([{ kind: 'overcharging', status: 'waiting-for-supplier' }]);
    expect(figures.coverage).toMatchObject({ booked: '0', share: null });
    expect(proposed.ratings).toContainEqual({ figure: 'coverage', rating: 'other' });
    expect(excused).toBe(lateReports.filter((each: { isExcused: boolean }) => each.isExcused).length);
  });

  it('counts lateness as the penalties do', async () => {
    const { figures } = await proposal();
    const { items } = (await manager.get(`/penalties?supplierId=${supplierId}&agreementId=${agreementId}`).expect(200))
      .body as { items: { obligationId: string; isFailure: boolean }[] };
    const failures = items.filter(({ isFailure }) => isFailure).map(({ obligationId }) => obligationId);
    const counting = figures.punctuality.lateReports.filter((each: { isExcused: boolean }) => !each.isExcused);
    expect(counting.map((each: { obligationId: string }) => each.obligationId).toSorted()).toEqual(failures.toSorted());
    expect(failures).toContain(made.made.obligations['2026-03'] ?? failures[0]);
  });

  it('exists for a supplier that was in the agreement in that year only', async () => {
    const path = '/performance-statements/proposal';
    await manager.get(`${path}?agreementId=${agreementId}&supplierId=${supplierId}&year=2005`).expect(404);
    const future = await manager
      .get(`${path}?agreementId=${agreementId}&supplierId=${supplierId}&year=2027`)
      .expect(422);
    expect(future.body.code).toBe('statement-year-in-future');
    await supplier.get(`${path}?${scope}`).expect(403);
  });
});

describe('a decided performance statement', () => {
  it('is seen by the supplier once a person has decided, with a comment of its own', async () => {
    expect((await supplier.get('/performance-statements?year=2026').expect(200)).body).toEqual([]);
    const all = (await manager.get('/performance-statements?year=2026').expect(200)).body;
    expect(all).toContainEqual(
      expect.objectContaining({ supplier: expect.objectContaining({ id: supplierId }), statement: null }),
    );

    const { id } = (await manager.post('/performance-statements', await decision()).expect(201)).body;
    await runSubscribers(made.stand, NotifyOfStatement);
    const [mine] = (await supplier.get('/performance-statements?year=2026').expect(200)).body;
    expect(mine).toMatchObject({
      statement: { id, revision: 1, overallRating: 'approaching-target' },
      commentCount: 0,
    });
    await supplier.post(`/performance-statements/${id}/comments`, { text: 'Prisen er rettet i april.' }).expect(201);
    await runSubscribers(made.stand, NotifyOfStatementComment);

    const statement = (await manager.get(`/performance-statements/${id}`).expect(200)).body;
    expect(statement).toMatchObject({
      reason: 'Én rapport kom for sent, men vi var varslet.',
      comments: [{ text: 'Prisen er rettet i april.' }],
    });
    expect(statement.decidedBy).not.toBeNull();
    expect(statement.ratings).toContainEqual({ figure: 'prices', rating: 'inadequate' });
    const notices = await made.stand.asOwner<{ kind: string; audience: string }>(
      `select kind, audience from follow_up.notification where subject_id = $1 order by kind`,
      [id],
    );
    expect(notices).toContainEqual({ kind: 'statement-decided', audience: 'supplier' });
    expect(notices).toContainEqual({ kind: 'statement-commented', audience: 'cooperative' });
    const acts = await made.stand.asOwner<{ act: string }>(
      `select act from platform.audit_entry where subject_id = $1 order by act`,
      [id],
    );
    expect(acts.map(({ act }) => act)).toEqual(['performance-statement.commented', 'performance-statement.decided']);
  });

  it('is replaced by a new revision, and neither can be changed', async () => {
    const { id } = (
      await manager.post('/performance-statements', await decision({ overallRating: 'good' })).expect(201)
    ).body;
    const { revision, revisions, number } = (await supplier.get(`/performance-statements/${id}`).expect(200)).body;
    expect(revision).toBe(2);
    expect(revisions).toMatchObject([
      { id, number },
      { revision: 1, overallRating: 'approaching-target' },
    ]);
    await expect(
      made.stand
        .get(UnitOfWork)
        .run({ ...made.parties.manager.actor }, () =>
          made.stand.get(Database).query(`update follow_up.performance_statement set reason = 'x' where id = $1`, [id]),
        ),
    ).rejects.toThrow(/can only be erased/);
  });

  it('is refused when the figures or the newest revision are others than the person saw', async () => {
    const viewed = await decision();
    await manager.post('/performance-statements', viewed).expect(201);
    expect((await manager.post('/performance-statements', viewed).expect(409)).body.code).toBe('statement-changed');
    const outdated = await decision({ figuresHash: 'a'.repeat(64) });
    expect((await manager.post('/performance-statements', outdated).expect(409)).body.code).toBe('statement-changed');
    const some = { ratings: [{ figure: 'prices', rating: 'good' }] };
    expect((await manager.post('/performance-statements', await decision(some)).expect(422)).body.code).toBe(
      'statement-ratings-invalid',
    );
    await manager.post('/performance-statements', await decision({ reason: '' })).expect(400);
    await supplier.post('/performance-statements', viewed).expect(403);
  });

  it.each([
    ['nb', 'nb-NO', 'Leverandørvurdering 2026', 'Prisavvik'],
    ['nn', 'nn-NO', 'Leverandørvurdering 2026', 'Punktlegheit'],
    ['en', 'en', 'Performance statement 2026', 'Price deviations'],
  ])('is a tagged PDF (%s)', async (language, tag, ...parts) => {
    const [{ statement }] = (await supplier.get('/performance-statements?year=2026')).body;
    const path = `/performance-statements/${statement.id}/pdf?language=${language}`;
    const first = (await supplier.get(path).responseType('blob').expect(200)).body as Buffer;
    const pdf = readPdf(first);
    expect(pdf).toMatchObject({ isTagged: true, uaPart: '1' });
    expect(pdf.language).toContain(tag);
    const text = pdf.text.replaceAll('\u00a0', ' ');
    for (const part of [...parts, statement.number, '175,00'.replace(',', language === 'en' ? '.' : ',')])
      expect(text).toContain(part);
    expect(text).not.toContain('Internt notat');
    expect((await supplier.get(path).responseType('blob')).body).toEqual(first);
  });

  it('is not seen by another supplier', async () => {
    const [{ statement }] = (await supplier.get('/performance-statements?year=2026')).body;
    const other = await signIn(made.stand, made.parties.suppliers[1]!.email);
    await other.get(`/performance-statements/${statement.id}`).expect(404);
    await other.post(`/performance-statements/${statement.id}/comments`, { text: 'x' }).expect(404);
    expect((await other.get('/performance-statements?year=2026').expect(200)).body).toEqual([]);
  });
});
