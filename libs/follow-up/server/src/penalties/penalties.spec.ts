import { strFromU8, unzipSync } from 'fflate';
import { ExtendObligation } from '@tallgrunn/agreements-server';
import { signIn, type SignedIn } from '@tallgrunn/identity-server/testing';
import { UnitOfWork } from '@tallgrunn/platform';
import { ReturnVersion, SubmitVersion } from '@tallgrunn/reporting-server';
import { marchLines, receivedReport, reportCsv } from '@tallgrunn/reporting-server/testing';
import { agreeOnSanction, setUpFollowUp, type FollowUpTestApp } from '../testing.ts';

let made: FollowUpTestApp;
let obligations: Record<string, string>;
let manager: SignedIn;

const at = (day: string) => made.stand.clock.runFrom(new Date(`${day}T10:00:00Z`));
const penaltyOf = async (obligationId: string) =>
  (await manager.get(`/obligations/${obligationId}/penalty`).expect(200)).body;

/** Submits a report with a price above the agreed one, so that it awaits a decision. */
async function submit(obligationId: string): Promise<string> {
  const { stand, parties } = made;
  const supplier = parties.suppliers[0]!.actor;
  const lines = [{ ...marchLines[0]!, unitPrice: '330,00', amount: '3300,00' }];
  const version = await receivedReport(stand, supplier, obligationId, reportCsv(lines));
  const confirmations = (version.verdict?.groups ?? [])
    .filter(({ severity }) => severity === 'confirm')
    .map(({ code, example }) => ({ code, cause: example.cause ?? '', reason: 'Riktig' }));
  await stand.get(UnitOfWork).run({ ...supplier }, () =>
    stand.get(SubmitVersion).run(version.id, {
      confirmations,
      leaveOutRows: false,
      ...(version.correction && { correction: { code: 'wrong-price' as const } }),
    }),
  );
  return version.id;
}

beforeAll(async () => {
  made = await setUpFollowUp('2026-02-02');
  // Due on Friday 17 April: 2, 3 and 6 April are holidays.
  obligations = await agreeOnSanction(made, {
    kind: 'day-fine',
    amount: 1000,
    per: 'working-day',
    failures: { count: 2, months: 6 },
  });
  at('2026-04-22');
  manager = await signIn(made.stand, made.parties.manager.email);
});
afterAll(() => made.stand.close());

describe('penalties', () => {
  it('are calculated for late reports, with or without a clause', async () => {
    const { items } = (await manager.get('/penalties').expect(200)).body;
    const own = items.filter(
      (each: { supplier: { id: string } }) => each.supplier.id === made.parties.suppliers[0]!.organisationId,
    );
    expect(
      own.map((each: Record<string, unknown>) => [
        each['periodKey'],
        each['amount'],
        each['unitCount'],
        each['isFailure'],
      ]),
    ).toEqual([
      ['2026-03', '3000', 3, true], // 20, 21 and 22 April
      ['2026-02', null, 25, true], // due 13 March; no sanction was agreed
      ['2026-01', null, 45, true],
    ]);
    const agreement = made.made.agreementId;
    expect((await manager.get(`/penalties?agreementId=${agreement}`).expect(200)).body.items).toHaveLength(
      items.length,
    );
  });

  it('list each day with its reason, and other late reports of the supplier', async () => {
    const penalty = await penaltyOf(obligations['2026-03']!);
    expect(penalty).toMatchObject({
      dueOn: '2026-04-17',
      deliveredOn: null,
      amount: '3000',
      clauseReference: 'Bilag 3, punkt 4.2',
      failures: { count: 2, months: 6, isReached: true, amount: null },
    });
    expect(penalty.days.map((day: { on: string; reason: string }) => [day.on, day.reason])).toEqual([
      ['2026-04-18', 'weekend'],
      ['2026-04-19', 'weekend'],
      ['2026-04-20', 'late'],
      ['2026-04-21', 'late'],
      ['2026-04-22', 'late'],
    ]);
  });

  it('exclude days that a person excluded, until revoked', async () => {
    const supplierId = made.parties.suppliers[0]!.organisationId;
    const excluded = { supplierId, from: '2026-04-21', to: '2026-04-21', reason: 'Flom' };
    const { body } = await manager.post('/penalty-exclusions', excluded).expect(201);
    expect(await penaltyOf(obligations['2026-03']!)).toMatchObject({ amount: '2000' });
    const list = (await manager.get(`/penalty-exclusions?supplierId=${supplierId}`).expect(200)).body;
    expect(list).toMatchObject([{ id: body.id, reason: 'Flom', agreementId: null, revokedAt: null }]);
    await manager.post(`/penalty-exclusions/${body.id}/revoke`).expect(204);
    await manager.post(`/penalty-exclusions/${body.id}/revoke`).expect(404);
    expect(await penaltyOf(obligations['2026-03']!)).toMatchObject({ amount: '3000' });
    const reversed = { ...excluded, to: '2026-04-20' };
    expect((await manager.post('/penalty-exclusions', reversed).expect(422)).body.code).toBe('period-reversed');
  });

  it('count from the extended due date, and the letter names both dates', async () => {
    const obligation = obligations['2026-03']!;
    const { stand, parties } = made;
    const extend = (work: (extension: ExtendObligation) => Promise<unknown>) =>
      stand.get(UnitOfWork).run(parties.manager.actor, () => work(stand.get(ExtendObligation)));
    await extend((extension) => extension.run(obligation, { dueOn: '2026-04-21', reason: 'Nytt økonomisystem.' }));
    expect(await penaltyOf(obligation)).toMatchObject({ dueOn: '2026-04-21', amount: '1000', unitCount: 1 });
    const claim = { decision: 'claim', reason: 'Tredje gang', language: 'en' };
    const { id } = (await manager.post(`/obligations/${obligation}/penalty/decide`, claim).expect(201)).body;
    expect((await penaltyOf(obligation)).decisions[0].letter.text).toContain(
      'Due date: 21 April 2026 (extended from 17 April 2026)',
    );
    await manager.post(`/penalty-decisions/${id}/withdraw`, { reason: 'Feil' }).expect(204);
    await extend((extension) => extension.revoke(obligation));
    expect(await penaltyOf(obligation)).toMatchObject({ dueOn: '2026-04-17', amount: '3000' });
  });

  it('are decided by a person, with a letter from the clause', async () => {
    const obligation = obligations['2026-03']!;
    const decide = (body: object) => manager.post(`/obligations/${obligation}/penalty/decide`, body);
    const tooHigh = { decision: 'claim', reason: 'For sent', amount: '3000.01' };
    expect((await decide(tooHigh).expect(422)).body.code).toBe('penalty-amount-too-high');
    const { id } = (await decide({ decision: 'claim', reason: 'Tredje gang', language: 'en' }).expect(201)).body;
    const [decision] = (await penaltyOf(obligation)).decisions;
    expect(decision).toMatchObject({
      id,
      decision: 'claim',
      amount: '3000.00',
      unitCount: 3,
      reason: 'Tredje gang',
      isOwn: true,
    });
    expect(decision.number).toMatch(/^DM-2026-\d{5}$/);
    expect(decision.letter.text).toContain(`Our case: ${decision.number}`);
    expect(decision.letter.text).toContain('(Bilag 3, punkt 4.2)');
    expect(decision.letter.text).toContain('3 days count: 20 April 2026, 21 April 2026 and 22 April 2026');
    expect(decision.letter.text.replaceAll('\u00a0', ' ')).toContain('We claim NOK 3,000.00 for 3 working days.');
    await manager
      .put(`/penalty-decisions/${id}/letter`, { subject: 'Claim', text: 'Edited\n\nby a person' })
      .expect(204);
    const { body, headers } = await manager.get(`/penalty-decisions/${id}/letter`).responseType('blob').expect(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="${decision.number}.docx"`);
    expect(strFromU8(unzipSync(new Uint8Array(body as Buffer))['word/document.xml']!)).toContain('by a person');
    const supplier = await signIn(made.stand, made.parties.suppliers[0]!.email);
    const all = (await supplier.get('/received-penalties').expect(200)).body;
    const received = all.find((each: { id: string }) => each.id === id);
    // The other one is of an earlier test, which withdrew it.
    expect(all.filter((each: { withdrawnAt: string | null }) => each.withdrawnAt === null)).toEqual([received]);
    expect(received).toMatchObject({
      id,
      decision: 'claim',
      amount: '3000.00',
      periodKey: '2026-03',
      withdrawnAt: null,
    });
    expect(received.days.filter((day: { isCounted: boolean }) => day.isCounted)).toHaveLength(3);
    expect(JSON.stringify(received)).not.toContain('Tredje gang');
    await manager.post(`/penalty-decisions/${id}/approve`).expect(409);
    await manager.post(`/penalty-decisions/${id}/withdraw`, { reason: 'Feil' }).expect(204);
    expect((await penaltyOf(obligation)).decision).toBeNull();
  });

  it('have no letter when waived, and cannot be claimed without an amount in the clause', async () => {
    const { body } = await manager
      .post(`/obligations/${obligations['2026-03']}/penalty/decide`, { decision: 'waive', reason: 'Sykdom' })
      .expect(201);
    await manager.get(`/penalty-decisions/${body.id}/letter`).expect(404);
    const refused = await manager
      .post(`/obligations/${obligations['2026-02']}/penalty/decide`, { decision: 'claim', reason: 'For sent' })
      .expect(409);
    expect(refused.body.code).toBe('penalty-without-amount');
  });

  it('exclude the days on which a returned report was in review', async () => {
    const obligation = obligations['2026-03']!;
    at('2026-04-17');
    const first = await submit(obligation);
    at('2026-04-21');
    const { stand, parties } = made;
    await stand
      .get(UnitOfWork)
      .run({ ...parties.manager.actor }, () => stand.get(ReturnVersion).run(first, 'Prisen er ikke avtalt.'));
    at('2026-04-23');
    await submit(obligation);
    at('2026-05-20');
    manager = await signIn(made.stand, made.parties.manager.email);
    const penalty = await penaltyOf(obligation);
    expect(penalty).toMatchObject({ deliveredOn: '2026-04-23', amount: '2000' });
    expect(penalty.days.slice(2).map((day: { on: string; reason: string }) => [day.on, day.reason])).toEqual([
      ['2026-04-20', 'in-review'],
      ['2026-04-21', 'in-review'],
      ['2026-04-22', 'late'],
      ['2026-04-23', 'late'],
    ]);
    const [row] = (await manager.get('/compliance?from=2026-03-01&until=2026-04-01').expect(200)).body.rows;
    expect(row.cells.find((cell: { period: { key: string } }) => cell.period.key === '2026-03')).toMatchObject({
      state: 'submitted',
      daysLate: 2,
    });
  });

  it('are hidden from the supplier, except decided warnings and claims', async () => {
    const supplier = await signIn(made.stand, made.parties.suppliers[0]!.email);
    await supplier.get('/penalties').expect(403);
    await supplier.get(`/obligations/${obligations['2026-03']}/penalty`).expect(403);
    const received = (await supplier.get('/received-penalties').expect(200)).body;
    expect(received.map((each: { decision: string }) => each.decision)).toEqual(['claim', 'claim']);
    expect(received.map((each: { withdrawnAt: string | null }) => each.withdrawnAt)).not.toContain(null);
    const other = await signIn(made.stand, made.parties.suppliers[1]!.email);
    expect((await other.get('/received-penalties').expect(200)).body).toEqual([]);
  });
});
