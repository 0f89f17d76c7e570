import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { By } from '@angular/platform-browser';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { FileDrop } from '@tallgrunn/design';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { ChosenFiles } from '../report-session/selected-files.ts';
import { obligation, reportFile, validRow } from '../testing.ts';
import { branchTexts } from '../texts/branches/branch-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { typedTexts } from '../texts/manual-entry/typed-texts.ts';
import { severalTexts } from '../texts/split-file-texts.ts';
import { ObligationsPage } from './obligations-page.ts';

const head = {
  id: 'v1',
  number: 'R-2026-00007/1',
  state: 'accepted',
  kind: 'lines',
  lines: 12,
  amount: '4200.00',
  currency: 'NOK',
  needsDecision: false,
  rowsWaiting: 0,
  receivedAt: '2026-03-12T09:58:00Z',
  submittedAt: '2026-03-12T10:00:00Z',
  acceptedAt: '2026-03-12T10:00:00Z',
  daysInQueue: null,
  returnReason: null,
} as const;

describe('reports page of the supplier', () => {
  const open = async (obligations: ReturnType<typeof obligation>[]) => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(ObligationsPage, {}, reportingTexts, severalTexts, typedTexts, branchTexts);
    TestBed.inject(Session).begin(sessionView() as never);
    const http = TestBed.inject(HttpTestingController);
    await new Promise((done) => setTimeout(done, 20));
    http.expectOne('/api/v1/obligations').flush(obligations);
    await new Promise((done) => setTimeout(done, 20));
    fixture.detectChanges();
    return { fixture, http, page: fixture.nativeElement as HTMLElement };
  };

  it('lists the most urgent first, with the due date as text and a file drop area', async () => {
    const { page } = await open([
      obligation({ id: 'soon' }),
      obligation({ id: 'late', state: 'overdue', dueOn: '2026-04-01', daysLate: 3 }),
      obligation({ id: 'done', state: 'accepted', version: head }),
    ]);
    const cards = [...page.querySelectorAll('tg-obligation-card')].map((card) =>
      card.querySelector('tg-status')?.textContent?.trim(),
    );
    expect(cards).toEqual(['3 virkedager for sent', 'Om 6 dager']);
    expect(page.querySelectorAll('tg-obligation-card tg-file-drop')).toHaveLength(2);
    expect(page.querySelector('tg-split-file-drop h2')?.textContent).toBe('Slipp en fil for flere rapporter');
    expect(page.querySelector('tg-receipt-list')?.textContent).toContain('R-2026-00007/1');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('states that nothing is open, and when the next report is due', async () => {
    const { page } = await open([
      obligation({
        state: 'running',
        dueOn: '2026-05-18',
        period: { key: '2026-04', start: '2026-04-01', end: '2026-05-01' },
      }),
    ]);
    expect(page.querySelector('tg-empty')?.textContent).toContain(
      'Neste rapport er for april 2026, med frist mandag 18. mai.',
    );
  });

  it('passes a dropped file to the report page', async () => {
    const { fixture, page } = await open([obligation()]);
    expect(page.querySelector('tg-split-file-drop')).toBeNull();
    const went = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const file = reportFile(validRow);
    fixture.debugElement.query(By.directive(FileDrop)).componentInstance.taken.emit([file]);
    expect(TestBed.inject(ChosenFiles).of('d1')?.file).toBe(file);
    expect(went).toHaveBeenCalledWith(['/reports', 'd1']);
  });
});
