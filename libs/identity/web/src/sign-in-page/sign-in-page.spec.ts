import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, show } from '@tallgrunn/design/testing';
import { accountTexts } from '../account/texts/account-texts.ts';
import { accessTexts } from '../texts/access-texts.ts';
import { identityTexts } from '../texts/identity-texts.ts';
import { SignInPage } from './sign-in-page.ts';

describe('sign-in page', () => {
  let fixture: ComponentFixture<SignInPage>;
  let page: HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    fixture = await show(SignInPage, {}, identityTexts, accountTexts, accessTexts);
    page = fixture.nativeElement;
  });

  const write = (id: string, value: string) => {
    const input = page.querySelector<HTMLInputElement>(`#${id}`);
    if (!input) throw new Error(`no field ${id}`);
    input.value = value;
    input.dispatchEvent(new Event('input'));
  };
  const settle = async () => {
    await new Promise((done) => setTimeout(done, 10));
    fixture.detectChanges();
  };
  const send = () => {
    page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    return settle();
  };

  it('reports all missing fields, in the summary and at the fields', async () => {
    await send();
    expect(page.querySelector('ds-error-summary h2')?.textContent).toBe('Rett 2 ting før du går videre');
    expect(page.querySelectorAll('[data-field=validation]')).toHaveLength(2);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('explains why the server rejected the sign-in', async () => {
    const http = TestBed.inject(HttpTestingController);
    write('email', 'kari@finnskog.example');
    write('password', 'feil');
    await send();
    http.expectOne({ method: 'GET', url: '/api/v1/session' }).flush(sessionView({ person: null, acting: null }));
    await settle();
    http
      .expectOne({ method: 'POST', url: '/api/v1/session' })
      .flush({ code: 'sign-in-failed', params: {} }, { status: 401, statusText: 'Unauthorized' });
    await settle();
    expect(page.querySelector('ds-error-summary')?.textContent).toContain('E-postadressen eller passordet er feil.');
  });
});
