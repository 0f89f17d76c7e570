import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { identityTexts } from '../texts/identity-texts.ts';
import { AccountPage } from './account-page.ts';
import { SecondFactorStep } from './second-factor-step.ts';
import { accountTexts } from './texts/account-texts.ts';

const session = { network: '127.0.…', startedAt: '2026-04-14T08:00:00Z', lastSeenAt: '2026-04-14T09:00:00Z' };
const account = {
  passwordChangedAt: null,
  passkeys: [],
  totpAddedAt: null,
  recoveryCodesLeft: 0,
  sessions: [
    { ...session, id: 's1', isCurrent: true, device: { browser: 'Firefox', system: 'Linux' } },
    { ...session, id: 's2', isCurrent: false, device: { browser: null, system: null } },
  ],
};

let http: HttpTestingController;
let page: () => HTMLElement;
let settle: () => Promise<void>;

function prepare(fixture: ComponentFixture<unknown>): void {
  http = TestBed.inject(HttpTestingController);
  page = () => fixture.nativeElement as HTMLElement;
  settle = async () => {
    for (let round = 0; round < 4; round += 1) await new Promise((done) => setTimeout(done, 5));
    fixture.detectChanges();
  };
}
const button = (name: string) =>
  [...page().querySelectorAll('button')].find((each) => each.textContent?.trim() === name)!;
const type = (id: string, text: string) => {
  const input = page().querySelector<HTMLInputElement>(`#${id}`)!;
  input.value = text;
  input.dispatchEvent(new Event('input'));
};

beforeEach(() => TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] }));

describe('AccountPage', () => {
  beforeEach(async () => {
    prepare(await startRendering(AccountPage, {}, identityTexts, accountTexts));
    TestBed.inject(Session).begin(sessionView({ requiresSecondFactor: true }) as never);
    http.expectOne('/api/v1/account').flush(account);
    await settle();
  });

  it('states that a factor is required, and is accessible', async () => {
    expect(page().textContent).toContain('Rollen din krever en ekstra faktor');
    expect(page().querySelectorAll('tg-sessions-section tbody tr')).toHaveLength(2);
    expect(await accessibilityViolations(page())).toEqual([]);
  });

  it('adds an app by a QR code and a code, and shows the recovery codes once', async () => {
    button('Legg til app').click();
    await settle();
    http
      .expectOne('/api/v1/account/totp')
      .flush({ secret: 'ABCD', uri: 'otpauth://totp/x', qrSvg: '<svg xmlns="http://www.w3.org/2000/svg"></svg>' });
    await settle();
    expect(page().querySelector('img')?.getAttribute('src')).toMatch(/^data:image\/svg\+xml,/);
    expect(await accessibilityViolations(page())).toEqual([]);
    button('Bekreft koden').click();
    await settle();
    expect(page().querySelector('ds-error-summary')?.textContent).toContain('Skriv koden på seks sifre');
    page().querySelector<HTMLInputElement>('#totp-code')!.value = '123 456';
    button('Bekreft koden').click();
    await settle();
    http
      .expectOne({ method: 'POST', url: '/api/v1/account/totp/confirm' })
      .flush({ codes: ['AAAA-BBBB-CCCC-DDDD', 'EEEE-FFFF-GGGG-HHHH'] });
    await settle();
    http.expectOne('/api/v1/session').flush(sessionView({ requiresSecondFactor: false }));
    await settle();
    http.expectOne('/api/v1/account').flush({ ...account, totpAddedAt: '2026-04-14T09:00:00Z', recoveryCodesLeft: 10 });
    await settle();
    expect(page().textContent).toContain('AAAA-BBBB-CCCC-DDDD');
    expect(page().textContent).toContain('Du har full tilgang');
    expect(await accessibilityViolations(page())).toEqual([]);
    button('Jeg har tatt vare på kodene').click();
    await settle();
    expect(page().textContent).not.toContain('AAAA-BBBB-CCCC-DDDD');
  });

  it('explains at the field why a new password is rejected', async () => {
    type('current-password', 'a long enough password');
    type('new-password', 'Sommer2026!!');
    button('Endre passordet').click();
    await settle();
    http
      .expectOne('/api/v1/account/password')
      .flush({ code: 'password-weak', params: { reason: 'dated' } }, { status: 422, statusText: 'Unprocessable' });
    await settle();
    expect(page().querySelector('ds-error-summary')?.textContent).toContain(
      'det er et ord med et årstall eller en dato',
    );
  });

  it('ends another session', async () => {
    button('Avslutt').click();
    await settle();
    http.expectOne({ method: 'POST', url: '/api/v1/account/sessions/s2/end' }).flush(null);
    await settle();
    http.expectOne('/api/v1/session').flush(sessionView());
    await settle();
    http.expectOne('/api/v1/account').flush({ ...account, sessions: account.sessions.slice(0, 1) });
    await settle();
    expect(page().textContent).toContain('Økten er avsluttet.');
    expect(page().querySelectorAll('tg-sessions-section tbody tr')).toHaveLength(1);
  });
});

describe('SecondFactorStep', () => {
  it('accepts a code of the app or a recovery code, reports a wrong one, and signs in', async () => {
    const fixture = await startRendering(
      SecondFactorStep,
      { factors: ['totp', 'recovery-code'] },
      identityTexts,
      accountTexts,
    );
    prepare(fixture);
    TestBed.inject(Session).begin(
      sessionView({ person: null, acting: null, awaitedFactors: ['totp', 'recovery-code'] }) as never,
    );
    let isDone = false;
    fixture.componentInstance.done.subscribe(() => (isDone = true));
    await settle();
    expect(await accessibilityViolations(page())).toEqual([]);
    const use = async (code: string) => {
      page().querySelector<HTMLInputElement>('#second-factor-code')!.value = code;
      button('Bekreft').click();
      await settle();
    };
    await use('000000');
    http
      .expectOne('/api/v1/session/totp')
      .flush({ code: 'code-wrong', params: {} }, { status: 422, statusText: 'Unprocessable' });
    await settle();
    expect(page().querySelector('ds-error-summary')?.textContent).toContain('Koden er feil');
    button('Bruk gjenopprettingskode').click();
    await settle();
    await use('AAAA-BBBB-CCCC-DDDD');
    http.expectOne('/api/v1/session/recovery-code').flush(sessionView());
    await settle();
    expect([isDone, TestBed.inject(Session).person()?.name]).toEqual([true, 'Kari Nordmann']);
  });
});
