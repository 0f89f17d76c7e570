import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView, supplierMembership } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { identityTexts } from '../texts/identity-texts.ts';
import { ApiKeysPage } from './api-keys-page.ts';

const KEY = `tg_0a1b2c3d4e_${'x'.repeat(43)}`;
const listed = {
  id: 'k1',
  name: 'Visma',
  prefix: '0a1b2c3d4e',
  scopes: ['report:check'],
  madeBy: 'Kari Nordmann',
  createdAt: '2026-04-01T08:00:00Z',
  expiresAt: '2026-12-31T23:00:00Z',
  lastUsedAt: null,
  revokedAt: null,
  state: 'active',
};

let fixture: ComponentFixture<ApiKeysPage>;
let http: HttpTestingController;
const page = (): HTMLElement => fixture.nativeElement;
const button = (name: string) =>
  [...page().querySelectorAll('button')].find((each) => each.textContent?.trim() === name)!;
const type = (id: string, text: string) => {
  const field = page().querySelector<HTMLInputElement>(`#${id}`)!;
  field.value = text;
  field.dispatchEvent(new Event('input'));
};

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  fixture = await startRendering(ApiKeysPage, {}, identityTexts);
  http = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(Session).refresh();
  http.expectOne('/api/v1/session').flush(
    sessionView({
      memberships: [{ ...supplierMembership, role: 'supplier-administrator' }],
      permissions: ['api-key.manage'],
    }),
  );
  await session;
  http
    .expectOne('/api/v1/api-keys')
    .flush([listed, { ...listed, id: 'k2', name: 'Gammel', state: 'revoked', revokedAt: '2026-04-02T08:00:00Z' }]);
  await fixture.whenStable();
});

it('lists keys by prefix, and asks before revoking one', async () => {
  expect(page().textContent).toContain('tg_0a1b2c3d4e…');
  expect(page().textContent).toContain('Til og med 31. desember 2026');
  expect(await accessibilityViolations(page())).toEqual([]);
  button('Trekk tilbake').click();
  await fixture.whenStable();
  http.expectNone(({ method }) => method === 'DELETE');
  button('Ja, trekk tilbake Visma').click();
  await Promise.resolve();
  http.expectOne({ method: 'POST', url: '/api/v1/api-keys/k1/revoke' }).flush(null);
  await new Promise((done) => setTimeout(done));
  http.expectOne('/api/v1/api-keys').flush([{ ...listed, state: 'revoked', revokedAt: '2026-04-14T08:00:00Z' }]);
  await fixture.whenStable();
  expect(page().querySelector('.said')?.textContent).toBe('«Visma» er trukket tilbake og virker ikke lenger.');
  expect(button('Trekk tilbake')).toBeUndefined();
});

it('reports all missing fields at once, and the allowed dates', async () => {
  button('Opprett nøkkelen').click();
  await fixture.whenStable();
  for (const sentence of ['Skriv et navn på nøkkelen', 'Kryss av for minst én ting', 'Velg den siste dagen'])
    expect(page().querySelector('tg-error-summary')?.textContent).toContain(sentence);
  type('key-expires', '2031-01-01');
  button('Opprett nøkkelen').click();
  await fixture.whenStable();
  expect(page().querySelector('tg-error-summary')?.textContent).toContain(
    'Velg en dag fra 14. april 2026 til 14. april 2027',
  );
});

it('shows the key once and removes it when hidden', async () => {
  type('key-name', 'Visma');
  page().querySelector<HTMLInputElement>('[id="scope-report:submit"]')!.click();
  type('key-expires', '2026-12-31');
  button('Opprett nøkkelen').click();
  await Promise.resolve();
  const call = http.expectOne({ method: 'POST', url: '/api/v1/api-keys' });
  expect(call.request.body).toEqual({ name: 'Visma', scopes: ['report:submit'], expiresOn: '2026-12-31' });
  call.flush({ id: 'k3', prefix: '0a1b2c3d4e', expiresAt: '2026-12-31T23:00:00Z', key: KEY });
  await new Promise((done) => setTimeout(done));
  http.expectOne('/api/v1/api-keys').flush([listed]);
  await fixture.whenStable();
  expect(page().querySelector<HTMLInputElement>('#new-key')?.value).toBe(KEY);
  expect(await accessibilityViolations(page())).toEqual([]);
  button('Jeg har lagret den').click();
  await fixture.whenStable();
  expect(page().innerHTML).not.toContain(KEY);
});
