import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { obligation } from '../testing.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { NilQuestion } from './nil-question.ts';

const question = {
  amount: '81500.50',
  invoices: 2,
  noticedAt: '2026-05-04T10:00:00Z',
  isOpen: true,
  reason: null,
  reasonAt: null,
};
const version = {
  id: 'v1',
  number: 'R-2026-00001/1',
  state: 'accepted',
  kind: 'nil',
  lines: 0,
  amount: '0',
  currency: 'NOK',
  needsDecision: false,
  rowsWaiting: 0,
  receivedAt: null,
  submittedAt: null,
  acceptedAt: null,
  daysInQueue: null,
  returnReason: null,
} as const;

describe('NilQuestion', () => {
  const open = async (
    changes: Partial<typeof question> | { reason: string; reasonAt: string; isOpen: boolean } = {},
    permissions?: readonly string[],
  ) => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(
      NilQuestion,
      { obligation: obligation({ id: 'd1', version: { ...version, nilQuestion: { ...question, ...changes } } }) },
      reportingTexts,
    );
    TestBed.inject(Session).begin({ ...sessionView(), ...(permissions && { permissions }) } as never);
    const page = fixture.nativeElement as HTMLElement;
    const settled = async () => {
      await new Promise((done) => setTimeout(done, 20));
      fixture.detectChanges();
    };
    await settled();
    return {
      fixture,
      page,
      settled,
      http: TestBed.inject(HttpTestingController),
      said: () => page.textContent!.replace(/\s+/g, ' '),
    };
  };

  it('shows the supplier the newly booked spend, and sends the explanation', async () => {
    const { fixture, page, settled, http, said } = await open();
    const explained = jest.fn();
    fixture.componentInstance.explained.subscribe(explained);
    expect(said()).toContain(
      'Etter at dere meldte ingen leveranser, er det kommet fakturaer fra dere i perioden. Til sammen er det bokført 81 500,50 kr uten merverdiavgift på 2 fakturaer. Det kan være',
    );
    expect(await accessibilityViolations(page)).toEqual([]);
    page.querySelector('button')!.click();
    await settled();
    http.expectNone('/api/v1/obligations/d1/report-nil/explain');
    expect(said()).toContain('Skriv en forklaring, eller send inn en rapport.');
    page.querySelector('textarea')!.value = ' Annen avtale. ';
    page.querySelector('button')!.click();
    await settled();
    const asked = http.expectOne('/api/v1/obligations/d1/report-nil/explain');
    expect(asked.request.body).toEqual({ reason: 'Annen avtale.' });
    asked.flush(null, { status: 204, statusText: 'No Content' });
    await settled();
    expect(explained).toHaveBeenCalledTimes(1);
  });

  it('shows the manager the explanation without a form', async () => {
    const { page, said } = await open({ isOpen: false, reason: 'Annen avtale.', reasonAt: '2026-05-05T10:00:00Z' }, [
      'report.read',
      'report.review',
    ]);
    expect(said()).toContain('Etter at Finnskog Storkjøkken Engros meldte ingen leveranser');
    expect(said()).toContain('Leverandøren forklarte 5. mai 2026:Annen avtale.');
    expect(page.querySelector('textarea')).toBeNull();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
