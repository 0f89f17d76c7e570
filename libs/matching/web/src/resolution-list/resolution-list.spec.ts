import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { matchingTexts } from '../texts/matching-texts.ts';
import { ResolutionList } from './resolution-list.ts';

const answer = {
  id: 'a1',
  side: 'booked',
  cause: 'timing',
  agreement: null,
  reason: 'Kommer i neste rapport.',
  amount: '49604.00',
  decidedAt: '2026-08-10T07:00:00.000Z',
  byYou: false,
  decidedBy: 'Ingrid Moseby',
  decidedFor: 'RIIK',
  holds: false,
  waits: true,
  fromSupplier: false,
  line: { documentId: 'b1', lineNo: 4, itemName: 'Faktura SF-25-00157', amount: '49604.00' },
  together: { lines: 3, amount: '66716.00' },
};
const settle = () => new Promise((done) => setTimeout(done, 20));

describe('answers pending second approval', () => {
  it('show the number and total of a bulk answer, and are approved with one click', async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(ResolutionList, { waiting: true }, matchingTexts);
    TestBed.inject(Session).begin(sessionView({ permissions: ['matching.resolve'] }) as never);
    const element = fixture.nativeElement as HTMLElement;
    const http = TestBed.inject(HttpTestingController);
    await settle();
    http
      .expectOne('/api/v1/matching/line-resolutions?waiting=yes')
      .flush([answer, { ...answer, id: 'a2', together: null, reason: 'Alene.' }]);
    await settle();
    fixture.detectChanges();
    const [all, alone] = [...element.querySelectorAll('li')].map(({ textContent }) =>
      textContent.replaceAll(/\s/g, ' '),
    );
    expect(all).toContain(
      'Avklaringen gjelder 3 linjer samtidig, her 66 716,00 kr til sammen. De godkjennes under ett.',
    );
    expect(alone).not.toContain('samtidig');
    expect(await accessibilityViolations(element)).toEqual([]);
    element.querySelector('button')?.click();
    await settle();
    http.expectOne('/api/v1/matching/pair-decisions/a1/approve').flush({ id: 'a1' });
  });
});
