import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations } from '@tallgrunn/design/testing';
import { obligationDetail, validRow } from '../testing.ts';
import { openReport, standing } from './testing-report-page.ts';

describe('correction on the report page', () => {
  it('shows the changes and their total, requires a reason, and then submits', async () => {
    const { page, http, settle, drop, press } = await openReport(
      sessionView(),
      obligationDetail({ state: 'accepted', version: standing }),
    );
    await drop(validRow);
    await press('Sammenlign med det som er levert');
    const upload = http.expectOne('/api/v1/obligations/d1/versions');
    expect((upload.request.body as FormData).get('way')).toBe('replaces');
    upload.flush({ id: 'v2' });
    await settle();
    const verdict = {
      rows: 1,
      accepted: 1,
      quarantined: 0,
      totals: { currency: 'NOK', amount: '240.00', credit: '0.00', fees: '0.00', quarantined: '0.00', byBuyer: [] },
      groups: [],
      columns: [],
      sheets: [],
    };
    const correction = {
      baseVersionId: 'v1',
      baseNumber: 'R-2026-00001/1',
      way: 'replaces',
      added: 0,
      removed: 0,
      changed: 1,
      effect: '-60.00',
      reasonCode: null,
      reason: null,
      asksManager: ['large-effect'],
    };
    http
      .expectOne('/api/v1/report-versions/v2')
      .flush({ id: 'v2', state: 'checked', verdict, correction, progress: null });
    await settle();
    const before = { row: 4, quantity: '2.5', unit: 'stk', unitPrice: '120.00', amount: '300.00' };
    const after = { ...before, row: 2, quantity: '2', amount: '240.00' };
    http.expectOne('/api/v1/report-versions/v2/diff').flush({
      lines: [
        {
          kind: 'changed',
          itemNumber: '7001',
          itemName: 'Lettmelk 10 l',
          buyer: 'Kongsvinger',
          on: '2026-03-05',
          invoiceNumber: null,
          before,
          after,
          effect: '-60.00',
        },
      ],
      next: null,
    });
    await settle();
    const shown = page.textContent?.replace(/\u00a0/g, ' ');
    expect(shown).toContain('én endret');
    expect(shown).toMatch(/Virkning på beløpet: [−-]60,00 kr/);
    expect(shown).toContain('300,00 → 240,00');
    expect(shown).toContain('Virkningen er så stor at avtaleforvalteren må godkjenne rettelsen');
    expect(await accessibilityViolations(page)).toEqual([]);
    await press('Send inn rettelsen');
    expect(page.querySelector('ds-error-summary')?.textContent).toContain('Velg hvorfor rapporten rettes');
    const reason = page.querySelector<HTMLSelectElement>('#correction-reason');
    if (!reason) throw new Error('no list of reasons');
    reason.value = 'wrong-quantity';
    reason.dispatchEvent(new Event('change'));
    await settle();
    await press('Send inn rettelsen');
    expect(http.expectOne('/api/v1/report-versions/v2/submit').request.body).toEqual({
      confirmations: [],
      leaveOutRows: false,
      correction: { code: 'wrong-quantity' },
    });
  });

  it('repeats the comparison when the mode changes', async () => {
    const { page, http, settle, drop, press } = await openReport(
      sessionView(),
      obligationDetail({ state: 'accepted', version: standing }),
    );
    await drop(validRow);
    page.querySelector<HTMLInputElement>('#way-amends')?.click();
    await settle();
    await press('Sammenlign med det som er levert');
    const upload = http.expectOne('/api/v1/obligations/d1/versions');
    expect((upload.request.body as FormData).get('way')).toBe('amends');
  });
});
