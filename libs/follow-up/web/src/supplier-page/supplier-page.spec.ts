import { accessibilityViolations } from '@tallgrunn/design/testing';
import { acceptedReport } from '../agreement/testing.ts';
import { lateCase, openCases } from '../cases/testing/open-cases.ts';
import { SupplierPage } from './supplier-page.ts';

const overview = {
  id: 'p1',
  name: 'Finnskog AS',
  orgNumber: '311047116',
  from: '2025-04-14',
  today: '2026-04-14',
  people: 0,
  takenOverBy: null,
  conversations: [],
  agreements: [
    {
      id: 'a1',
      number: 'A-1',
      title: 'Mat',
      fromOn: '2026-01-01',
      untilOn: null,
      isRunning: true,
      clauseStatus: 'in-contract',
      owner: null,
    },
  ],
  contacts: [{ name: 'Kari', email: 'kari@finnskog.test', phone: null, role: 'reporting', agreements: ['Mat'] }],
  openObligations: [
    {
      id: 'd1',
      periodKey: '2026-03',
      agreement: 'Mat',
      dueOn: '2026-04-06',
      state: 'overdue',
      daysLate: 5,
      versionId: null,
      isExtended: true,
    },
  ],
  punctuality: { due: 4, onTime: 1, late: 2, missing: 1, exempt: 0, meanDaysLate: 3.5 },
  quality: { reports: 3, lines: 1204, returned: 1, findingCount: 12, overriddenCount: 4, checks: [] },
  declarations: { items: 40, declared: 3, waiting: 0, expiring: 1 },
  cases: [lateCase],
};

describe('SupplierPage', () => {
  it('shows an overview of a supplier with available actions', async () => {
    const { element } = await openCases(
      SupplierPage,
      'cooperative',
      ['party.read', 'case.manage'],
      { '/suppliers/p1/overview': overview, '/obligations': [acceptedReport] },
      { supplier: 'p1' },
    );
    expect(element.querySelector('h1')?.textContent).toContain('Finnskog AS');
    for (const sentence of [
      '1 av 4 rapporter kom innen fristen',
      '2 rapporter kom etter fristen, i snitt 3,5 virkedager',
      'Utsatt frist',
      'Ingen kan logge inn for leverandøren.',
      '3 av 40 varer',
      'kari@finnskog.test',
    ])
      expect(element.textContent).toContain(sentence);
    expect(element.querySelector('a[href^="/cases/new?supplier=p1"]')).not.toBeNull();
    expect(element.querySelector('a[href="/reports/versions/v9"]')?.textContent).toBe('R-2026-00009/1');
    expect(element.querySelector('a[href="/reports/d1"]')).not.toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
