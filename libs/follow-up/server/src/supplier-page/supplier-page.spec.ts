import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import type { Parties } from '@tallgrunn/identity-server/testing';
import type { TestAgreement } from '@tallgrunn/agreements-server/testing';
import { reviewFootprints, submitFootprints } from '@tallgrunn/declarations-server/testing';
import { SubmitVersion } from '@tallgrunn/reporting-server';
import { marchLines, receivedReport, reportCsv } from '@tallgrunn/reporting-server/testing';
import { setUpFollowUp } from '../testing.ts';
import { ListAgreementDeclarations } from './list-agreement-declarations.ts';
import { ListMissingDeclarations } from './list-missing-declarations.ts';
import { punctualityOf } from './punctuality.ts';
import { ShowSupplier } from './show-supplier.ts';

let stand: TestApp;
let parties: Parties;
let made: TestAgreement;
beforeAll(async () => {
  ({ stand, parties, made } = await setUpFollowUp());
});
afterAll(() => stand.close());

describe('ShowSupplier', () => {
  it('collects agreements, reports, quality and declarations of the last twelve months', async () => {
    const supplier = parties.suppliers[0]!;
    const version = await receivedReport(stand, supplier.actor, made.obligations['2026-03']!, reportCsv(marchLines));
    await stand
      .get(UnitOfWork)
      .run(supplier.actor, () => stand.get(SubmitVersion).run(version.id, { confirmations: [], leaveOutRows: false }));
    const page = await stand
      .get(UnitOfWork)
      .run(parties.manager.actor, () => stand.get(ShowSupplier).run(supplier.organisationId));
    expect(page.agreements).toMatchObject([{ id: made.agreementId, isRunning: true, clauseStatus: 'not-stated' }]);
    expect(page.punctuality).toEqual({ due: 2, onTime: 0, late: 0, missing: 2, exempt: 0, meanDaysLate: null });
    expect(page.quality).toMatchObject({ reports: 1, lines: 2, returned: 0 });
    expect(page.declarations).toEqual({ items: 4, declared: 0, waiting: 0, expiring: 0 });
    expect(page.openObligations.map(({ periodKey }) => periodKey)).toEqual(['2026-04', '2026-02', '2026-01']);
    expect(page.people).toBe(1);
    await expect(
      stand
        .get(UnitOfWork)
        .run(parties.manager.actor, () => stand.get(ShowSupplier).run(parties.buyers[0]!.organisationId)),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('ListAgreementDeclarations', () => {
  it('counts the items of the agreement with an approved declaration, by supplier', async () => {
    const list = (agreementId: string) =>
      stand.get(UnitOfWork).run(parties.manager.actor, () => stand.get(ListAgreementDeclarations).run(agreementId));
    const supplier = parties.suppliers[0]!;
    const ofSupplier = async () =>
      (await list(made.agreementId)).filter(({ supplier: { id } }) => id === supplier.organisationId);
    expect(await ofSupplier()).toMatchObject([{ items: 4, declared: 0 }]);
    const { id } = await submitFootprints(stand, supplier.actor, supplier.organisationId, [{}]);
    expect(await ofSupplier()).toMatchObject([{ items: 4, declared: 0 }]);
    await reviewFootprints(stand, parties.manager.actor, id);
    expect(await ofSupplier()).toMatchObject([{ items: 4, declared: 1 }]);
    await expect(list('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('ListMissingDeclarations', () => {
  it('lists the items without an approved declaration, those bought most first', async () => {
    const missing = (agreementId: string, supplierId: string | null = null) =>
      stand
        .get(UnitOfWork)
        .run(parties.manager.actor, () => stand.get(ListMissingDeclarations).run(agreementId, supplierId));
    const supplier = parties.suppliers[0]!.organisationId;
    const { total, items } = await missing(made.agreementId, supplier);
    expect(total).toBe(3); // one of four is declared above
    expect(items.map(({ number }) => number)).not.toContain('00512');
    const [milk] = marchLines.filter(({ itemNumber }) => itemNumber !== '00512');
    expect(items.map(({ number, lineCount, amount }) => [number, lineCount, Number(amount)])).toEqual([
      [milk!.itemNumber, 1, Number(milk!.amount.replace(',', '.'))],
      ...items.slice(1).map(({ number }) => [number, 0, 0]),
    ]);
    expect(items.every((each) => each.supplier.id === supplier && each.currency === 'NOK')).toBe(true);
    expect(await missing(made.agreementId, parties.suppliers[1]!.organisationId)).toEqual({ total: 0, items: [] });
    await expect(missing('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('punctualityOf', () => {
  const obligation = (dueOn: string, state: string, daysLate = 0) =>
    ({ dueOn, state, daysLate }) as Parameters<typeof punctualityOf>[0][number];

  it('uses the extended due date and excludes exempt and future reports', () => {
    expect(
      punctualityOf(
        [
          obligation('2026-01-20', 'accepted'),
          obligation('2026-02-20', 'accepted', 3),
          obligation('2026-03-20', 'nil', 4),
          obligation('2026-03-21', 'overdue', 9),
          obligation('2026-03-22', 'exempt'),
          obligation('2026-05-20', 'open'),
          obligation('2024-01-20', 'overdue'),
        ],
        '2025-04-14',
        '2026-04-14',
      ),
    ).toEqual({ due: 4, onTime: 1, late: 2, missing: 1, exempt: 1, meanDaysLate: 3.5 });
  });
});
