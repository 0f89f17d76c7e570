import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { registerTexts } from '../texts/register-texts.ts';
import { OptionEffect } from './option-effect.ts';

const agreement = { id: 'a1', number: 'A-1', title: 'Mat og drikke' };
const effect = {
  ...{ number: 1, noticeBy: '2026-03-31', isNoticePassed: true },
  ...{ lastDayBefore: '2026-12-31', lastDayAfter: '2027-12-31' },
  suppliers: [{ name: 'Granli Engros AS', lot: '1A', lastDay: '2026-12-31' }],
  participants: [{ name: 'Grue kommune', lot: null, lastDay: '2026-12-31' }],
  unchanged: [{ name: 'Vestby AS', lot: null, lastDay: '2026-06-30' }],
  endingPrices: [],
};

describe('option preview', () => {
  it('shows which parties are extended and which are not, warns about a missed notice date, and drafts the notice', async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(OptionEffect, { agreement, number: 1, mode: 'exercise' }, registerTexts);
    TestBed.inject(Session).begin({ ...sessionView({ permissions: ['agreement.write'] }) } as Parameters<
      Session['begin']
    >[0]);
    const http = TestBed.inject(HttpTestingController);
    const page = fixture.nativeElement as HTMLElement;
    http.expectOne('/api/v1/agreements/a1/options/1/exercise-preview').flush(effect);
    await fixture.whenStable();
    fixture.detectChanges();
    expect(page.textContent).toContain('Siste dag for å varsle var 31. mars 2026.');
    expect(page.textContent).toContain('flyttes fra 31. desember 2026 til 31. desember 2027');
    expect(page.textContent).toContain('Granli Engros AS, delkontrakt 1A');
    expect(page.textContent).toContain('Vestby AS, siste dag nå 30. juni 2026');
    const letter = page.querySelector('textarea')?.value ?? '';
    expect(letter).toContain('Til Granli Engros AS');
    expect(letter).toContain('forlenges til og med 31. desember 2027');
    expect(await accessibilityViolations(page)).toEqual([]);
    const done: boolean[] = [];
    fixture.componentInstance.closed.subscribe((isDone) => done.push(isDone));
    page.querySelector<HTMLButtonElement>('.tg-row button')?.click();
    await new Promise((resolve) => setTimeout(resolve));
    const request = http.expectOne('/api/v1/agreements/a1/options/1/exercise');
    expect(request.request.body).toEqual({ lastDayAfter: '2027-12-31' });
    request.flush(effect);
    await new Promise((resolve) => setTimeout(resolve));
    expect(done).toEqual([true]);
  });
});
