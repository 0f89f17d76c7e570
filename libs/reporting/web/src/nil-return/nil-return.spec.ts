import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { obligation } from '../testing.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { NilReturn } from './nil-return.ts';

const address = '/api/v1/obligations/d1/report-nil';
const booked = {
  code: 'nil-but-booked',
  path: 'k',
  params: {
    buyer: 'Kongsvinger',
    booked: 81500.5,
    count: 2,
    until: '2026-03-31',
    invoices: 'F1|80000.00|2026-03-05; F2|1500.50|2026-03-06',
  },
};

describe('nil return form', () => {
  const open = async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(NilReturn, { obligation: obligation({ id: 'd1' }) }, reportingTexts);
    TestBed.inject(Session).begin(sessionView() as never);
    const page = fixture.nativeElement as HTMLElement;
    const dialog = page.querySelector('dialog')!;
    Object.assign(dialog, { showModal: () => (dialog.open = true), close: () => (dialog.open = false) });
    const settled = async () => {
      await new Promise((done) => setTimeout(done, 20));
      fixture.detectChanges();
    };
    const press = async (text: string) => {
      [...page.querySelectorAll('button')].find((button) => button.textContent!.trim() === text)!.click();
      await settled();
    };
    await press('Ingen leveranser i perioden');
    return { fixture, page, dialog, http: TestBed.inject(HttpTestingController), press, settled };
  };

  it('submits when there are no obstacles', async () => {
    const { fixture, dialog, http, press, settled } = await open();
    const reported: string[] = [];
    fixture.componentInstance.reported.subscribe((id) => reported.push(id));
    await press('Meld ingen leveranser');
    const asked = http.expectOne(address);
    expect(asked.request.body).toEqual({});
    asked.flush({ id: 'v1' });
    await settled();
    expect([reported, dialog.open]).toEqual([['v1'], false]);
  });

  it('shows booked spend, and submits with a reason', async () => {
    const { page, dialog, http, press, settled } = await open();
    await press('Meld ingen leveranser');
    http
      .expectOne(address)
      .flush(
        { code: 'nil-but-booked', status: 422, params: { buyers: 1 }, issues: [booked] },
        { status: 422, statusText: 'Unprocessable' },
      );
    await settled();
    const said = dialog.textContent!.replace(/\s+/g, ' ');
    expect(said).toContain(
      'Det er meldt ingen leveranser. Kongsvinger har bokført 81 500,50 som etter datoene hører til perioden.',
    );
    expect(said).toContain(
      'De største er F1 (05.03.2026: 80 000,00), F2 (06.03.2026: 1 500,50). Regnskapet er lest til og med 31. mars 2026. Det kan være at noe mangler.',
    );
    expect(await accessibilityViolations(page)).toEqual([]);
    await press('Meld ingen leveranser med forklaringen');
    http.expectNone(address);
    expect(dialog.textContent).toContain('Skriv hvorfor, eller avbryt og last opp linjene.');
    dialog.querySelector('textarea')!.value = ' Annen avtale. ';
    await press('Meld ingen leveranser med forklaringen');
    const again = http.expectOne(address);
    expect(again.request.body).toEqual({ reason: 'Annen avtale.' });
    again.flush({ id: 'v2' });
    await settled();
    expect(dialog.open).toBe(false);
  });
});
