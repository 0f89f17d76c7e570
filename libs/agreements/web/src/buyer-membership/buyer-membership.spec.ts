import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { partyTexts } from '../texts/party-texts.ts';
import { BuyerMembership } from './buyer-membership.ts';

const agreements = [
  { id: 'a1', number: 'A-1', title: 'Mat', lastDay: '2027-12-31' },
  { id: 'a2', number: 'A-2', title: 'Drivstoff', lastDay: null },
];
const settle = () => new Promise((resolve) => setTimeout(resolve, 10));
const answerLeft = (http: HttpTestingController, left: readonly object[]) =>
  http.expectOne('/api/v1/buyers/b1/left-agreements').flush(left);

describe('buyer membership form', () => {
  it('adds the buyer to the agreements that remain selected', async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(BuyerMembership, { buyerId: 'b1', name: 'Grue kommune' }, partyTexts);
    TestBed.inject(Session).begin({ ...sessionView({ permissions: ['agreement.write'] }) } as Parameters<
      Session['begin']
    >[0]);
    const http = TestBed.inject(HttpTestingController);
    const page = fixture.nativeElement as HTMLElement;
    page.querySelectorAll('button')[0]?.click();
    TestBed.tick();
    await settle();
    answerLeft(http, []);
    http
      .expectOne((request) => request.url.endsWith('/buyers/b1/join-preview'))
      .flush({ agreements, later: [], users: [] });
    await fixture.whenStable();
    page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[1]?.click();
    await fixture.whenStable();
    expect(await accessibilityViolations(page)).toEqual([]);
    page.querySelector<HTMLButtonElement>('.tg-row > button')?.click();
    await settle();
    const { request } = http.expectOne('/api/v1/buyers/b1/join');
    expect(request.body).toMatchObject({ agreementIds: ['a1'] });
  });

  it('shows the last day of a buyer that leaves, and undoes it', async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(BuyerMembership, { buyerId: 'b1', name: 'Grue kommune' }, partyTexts);
    TestBed.inject(Session).begin({ ...sessionView({ permissions: ['agreement.write'] }) } as Parameters<
      Session['begin']
    >[0]);
    const http = TestBed.inject(HttpTestingController);
    const page = fixture.nativeElement as HTMLElement;
    TestBed.tick();
    await settle();
    answerLeft(http, [{ id: 'a1', number: 'A-1', title: 'Mat', lastDay: '2026-06-30', endsOn: '2027-12-31' }]);
    await fixture.whenStable();
    expect(page.textContent).toContain('Siste dag i samarbeidet: 30. juni 2026');
    expect(await accessibilityViolations(page)).toEqual([]);
    page.querySelector<HTMLButtonElement>('.ds-alert button')?.click();
    await settle();
    expect(http.expectOne('/api/v1/buyers/b1/undo-leave').request.body).toEqual({ day: '2026-06-30' });
  });

  it('shows who retains access when the buyer leaves', async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(BuyerMembership, { buyerId: 'b1', name: 'Grue kommune' }, partyTexts);
    TestBed.inject(Session).begin({ ...sessionView({ permissions: ['agreement.write'] }) } as Parameters<
      Session['begin']
    >[0]);
    const http = TestBed.inject(HttpTestingController);
    const page = fixture.nativeElement as HTMLElement;
    page.querySelectorAll('button')[1]?.click();
    TestBed.tick();
    await settle();
    answerLeft(http, []);
    http
      .expectOne((request) => request.url.endsWith('/buyers/b1/leave-preview'))
      .flush({ agreements, later: [], users: ['Kari Nes'] });
    await fixture.whenStable();
    expect(page.textContent).toContain('Kunden går ut av 2 avtaler');
    expect(page.textContent).toContain('Kari Nes har tilgang til en administrator avslutter den');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
