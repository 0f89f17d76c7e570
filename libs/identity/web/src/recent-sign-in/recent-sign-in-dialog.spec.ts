import { HttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { Session, problemOf, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, show } from '@tallgrunn/design/testing';
import { firstValueFrom } from 'rxjs';
import { accountTexts } from '../account/texts/account-texts.ts';
import { identityTexts } from '../texts/identity-texts.ts';
import { RecentSignInDialog } from './recent-sign-in-dialog.ts';

describe('RecentSignInDialog', () => {
  let fixture: ComponentFixture<RecentSignInDialog>;
  let http: HttpTestingController;
  const dialog = () => (fixture.nativeElement as HTMLElement).querySelector('dialog')!;
  const required = {
    body: { code: 'recent-sign-in-required', params: { minutes: 10 } },
    options: { status: 403, statusText: 'Forbidden' },
  };

  beforeEach(async () => {
    HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
      this.open = false;
    };
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    fixture = await show(RecentSignInDialog, {}, identityTexts, accountTexts);
    http = TestBed.inject(HttpTestingController);
    TestBed.inject(Session).begin(sessionView() as never);
  });

  const settle = async () => {
    await new Promise((done) => setTimeout(done, 10));
    fixture.detectChanges();
  };
  /** Sends a request and answers it with 'recent-sign-in-required'. Returns the promise that the page awaits. */
  const sendAndRefuse = async (url: string) => {
    const answer = firstValueFrom(TestBed.inject(HttpClient).post(url, { email: 'x' }));
    answer.catch(() => undefined);
    await settle();
    http.expectOne(url).flush(required.body, required.options);
    await settle();
    return { answer };
  };
  const submit = async (password: string) => {
    const input = dialog().querySelector('input')!;
    input.value = password;
    dialog()
      .querySelector('form')!
      .dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  };

  it('asks for the password, then repeats the rejected request with the new token', async () => {
    expect(dialog().children).toHaveLength(0); // a closed dialog adds no password field to the page
    const { answer } = await sendAndRefuse('/api/v1/colleagues/invitations');
    expect(dialog().open).toBe(true);
    expect(document.activeElement).toBe(dialog().querySelector('input'));
    expect(dialog().textContent).toContain('Kari Nordmann');
    expect(await accessibilityViolations(dialog())).toEqual([]);
    await submit('a long enough password');
    const confirmed = http.expectOne('/api/v1/session/confirm');
    expect(confirmed.request.body).toEqual({ password: 'a long enough password' });
    confirmed.flush(sessionView({ csrfToken: 'fresh' }));
    await settle();
    expect(dialog().open).toBe(false);
    expect(dialog().children).toHaveLength(0);
    const repeated = http.expectOne('/api/v1/colleagues/invitations');
    expect([repeated.request.headers.get('x-csrf-token'), repeated.request.body]).toEqual(['fresh', { email: 'x' }]);
    repeated.flush({ id: 'i1' });
    expect(await answer).toEqual({ id: 'i1' });
  });

  it('stays open with an explanation when the password is wrong or missing', async () => {
    await sendAndRefuse('/api/v1/api-keys');
    await submit('');
    expect(dialog().querySelector('ds-error-summary')?.textContent).toContain('Skriv passordet ditt');
    await submit('wrong');
    http
      .expectOne('/api/v1/session/confirm')
      .flush({ code: 'password-wrong', params: {} }, { status: 403, statusText: 'Forbidden' });
    await settle();
    expect(dialog().open).toBe(true);
    expect(dialog().querySelector('ds-error-summary')?.textContent).toContain('Passordet er feil.');
    expect(await accessibilityViolations(dialog())).toEqual([]);
  });

  it('passes the problem to the page when the user cancels with Escape', async () => {
    const { answer } = await sendAndRefuse('/api/v1/api-keys');
    dialog().dispatchEvent(new Event('cancel', { cancelable: true }));
    await settle();
    expect(dialog().open).toBe(false);
    await expect(answer.catch((error: unknown) => problemOf(error).code)).resolves.toBe('recent-sign-in-required');
    http.expectNone('/api/v1/api-keys');
  });

  it('asks once for several waiting requests', async () => {
    const sent = [await sendAndRefuse('/api/v1/api-keys'), await sendAndRefuse('/api/v1/colleagues/invitations')];
    await submit('a long enough password');
    http.expectOne('/api/v1/session/confirm').flush(sessionView());
    await settle();
    http.expectOne('/api/v1/api-keys').flush(1);
    http.expectOne('/api/v1/colleagues/invitations').flush(2);
    expect(await Promise.all(sent.map(({ answer }) => answer))).toEqual([1, 2]);
  });
});
