import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import type { CompletenessDto, MonthCompletenessDto } from '@tallgrunn/api-client/shapes';
import { accessibilityViolations, normalisedText } from '@tallgrunn/design/testing';
import { openPage, waitForUpdate } from '../testing.ts';
import { CompletenessPage } from './completeness-page.ts';

const month = (key: string, state: MonthCompletenessDto['ledger']['state'], late = 0): MonthCompletenessDto => ({
  month: key,
  ledger: { state, postingCount: state === 'missing' ? 0 : 120, lastLoadedAt: '2026-08-02T09:00:00Z', statement: null },
  invoiceCount: state === 'missing' ? 0 : 14,
  reports: { state: late > 0 ? 'late' : 'complete', expected: 3, complete: 3 - late, waiting: 0, partial: 0, late },
});
const view: CompletenessDto = {
  today: '2026-08-10',
  isCut: false,
  buyers: [
    { buyerId: 'b1', name: 'Grue kommune', months: [month('2026-05', 'complete'), month('2026-06', 'open')] },
    { buyerId: 'b2', name: 'Våler kommune', months: [month('2026-05', 'missing', 1), month('2026-06', 'missing')] },
  ],
};

const open = (answer: CompletenessDto = view) => openPage(CompletenessPage, '/', { '/completeness': answer });

describe('CompletenessPage', () => {
  it('shows ledger, e-invoices and reports of each municipality by month, in text too', async () => {
    const { element } = await open();
    const rows = [...element.querySelectorAll('tbody')];
    expect(rows).toHaveLength(2);
    const [ledger, invoices, reports] = [...rows[1]!.querySelectorAll('tr')];
    expect(normalisedText(ledger)).toContain('mangler');
    expect(normalisedText(invoices)).toContain('ingen');
    expect(normalisedText(reports)).toContain('over fristen: 2 av 3 inne, 1 over fristen');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows a notice when nothing is loaded', async () => {
    const { element } = await open({ ...view, buyers: [] });
    expect(normalisedText(element)).toContain('Ingen data ennå');
  });

  it('lets a ledger importer set a month complete, with a reason', async () => {
    const { fixture, element, again } = await open();
    const session = TestBed.inject(Session);
    session.begin(sessionView({ permissions: ['combined.read', 'spend.import'] }) as never);
    fixture.detectChanges();
    element.querySelectorAll<HTMLButtonElement>('td button')[1]!.click();
    fixture.detectChanges();
    await waitForUpdate();
    const panel = element.querySelector('tg-side-panel')!;
    expect(normalisedText(panel)).toContain('Grue kommune, juni 2026');
    const act = panel.querySelector<HTMLButtonElement>('form button')!;
    act.click();
    fixture.detectChanges();
    expect(normalisedText(panel.querySelector('ds-error-summary'))).toContain('Skriv en begrunnelse');
    panel.querySelector('textarea')!.value = 'Avsluttet i regnskapet.';
    act.click();
    await waitForUpdate();
    const sent = TestBed.inject(HttpTestingController).expectOne('/api/v1/spend/ledger-months/2026-06/statements');
    expect(sent.request.body).toEqual({ buyerId: 'b1', isComplete: true, reason: 'Avsluttet i regnskapet.' });
    sent.flush({ id: 's1' });
    await waitForUpdate();
    await again();
    expect(element.querySelector('tg-side-panel')).toBeNull();
  });
});
