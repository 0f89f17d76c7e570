import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView, supplierMembership } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { accountTexts } from '../account/texts/account-texts.ts';
import { accessTexts } from '../texts/access-texts.ts';
import { identityTexts } from '../texts/identity-texts.ts';
import { ColleaguesPage } from './colleagues-page.ts';

const member = {
  id: 'm1',
  name: 'Kari Nordmann',
  email: 'kari@example.no',
  role: 'supplier-administrator',
  state: 'member',
  since: '2026-03-01T08:00:00Z',
  expiresAt: null,
  endsAt: null,
  invitedBy: null,
  admission: null,
};
const letter = {
  ...member,
  id: 'i1',
  name: '',
  email: 'ny@example.no',
  role: 'supplier-clerk',
  state: 'invited',
  expiresAt: '2026-05-01T08:00:00Z',
};

let fixture: ComponentFixture<ColleaguesPage>;
let http: HttpTestingController;
const page = (): HTMLElement => fixture.nativeElement;
const button = (name: string) =>
  [...page().querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === name,
  )!;
const press = async (name: string) => {
  button(name).click();
  await fixture.whenStable();
};

async function open(permissions: string[], colleagues: object[] = [member, letter]): Promise<void> {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  fixture = await startRendering(ColleaguesPage, {}, identityTexts, accessTexts, accountTexts);
  http = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(Session).refresh();
  http
    .expectOne('/api/v1/session')
    .flush(sessionView({ memberships: [{ ...supplierMembership, role: 'supplier-administrator' }], permissions }));
  await session;
  http.expectOne('/api/v1/colleagues').flush(colleagues);
  await fixture.whenStable();
}

async function answered(url: string, answer: () => { body: object | null; status?: number }): Promise<void> {
  await Promise.resolve();
  const { body, status = 204 } = answer();
  http.expectOne({ method: 'POST', url }).flush(body, { status, statusText: 'x' });
  await new Promise((done) => setTimeout(done));
}

it('ends an access after confirmation and reports the result', async () => {
  await open(['colleague.invite']);
  await press('Avslutt tilgangen til Kari Nordmann');
  http.expectNone(({ method }) => method === 'POST');
  expect(page().textContent).toContain('mister tilgangen med en gang');
  expect(await accessibilityViolations(page())).toEqual([]);
  expect(document.activeElement?.textContent).toContain('mister tilgangen med en gang');
  await press('Behold');
  expect(document.activeElement).toBe(button('Avslutt tilgangen til Kari Nordmann'));
  await press('Avslutt tilgangen til Kari Nordmann');
  button('Ja, avslutt for Kari Nordmann').click();
  await answered('/api/v1/memberships/m1/end', () => ({
    body: { code: 'last-administrator', status: 409, params: {}, issues: [] },
    status: 409,
  }));
  await fixture.whenStable();
  expect(page().querySelector('.said')?.textContent).toContain('den siste administratoren');
  await press('Avslutt tilgangen til Kari Nordmann');
  button('Ja, avslutt for Kari Nordmann').click();
  await answered('/api/v1/memberships/m1/end', () => ({ body: null }));
  http.expectOne('/api/v1/colleagues').flush([letter]);
  await fixture.whenStable();
  expect(page().querySelector('.said')?.textContent).toBe('Kari Nordmann har ikke tilgang lenger.');
  expect(document.activeElement).toBe(button('Trekk tilbake invitasjonen til ny@example.no'));
});

it('withdraws an invitation', async () => {
  await open(['colleague.invite']);
  await press('Trekk tilbake invitasjonen til ny@example.no');
  button('Ja, trekk tilbake').click();
  await answered('/api/v1/invitations/i1/withdraw', () => ({ body: null }));
  http.expectOne('/api/v1/colleagues').flush([member]);
  await fixture.whenStable();
  expect(page().querySelector('.said')?.textContent).toBe('Invitasjonen til ny@example.no er trukket tilbake.');
});

it('offers no actions to users who may not invite', async () => {
  await open([]);
  expect([...page().querySelectorAll('th')].map((head) => head.textContent?.trim())).not.toContain('Avslutt');
  expect(button('Avslutt tilgangen til Kari Nordmann')).toBeUndefined();
});

it('lists people awaiting approval, and approves and rejects them by name', async () => {
  const puppet = {
    ...member,
    id: 'i2',
    name: 'Per Spøkelse',
    email: 'spook@example.no',
    state: 'awaiting-approval',
    invitedBy: 'Ingrid, RIIK',
  };
  await open(['colleague.invite'], [member, puppet]);
  expect(page().textContent).toContain('Invitert av Ingrid, RIIK');
  expect(await accessibilityViolations(page())).toEqual([]);
  button('Avvis Per Spøkelse').click();
  await answered('/api/v1/invitations/i2/reject', () => ({ body: null }));
  http.expectOne('/api/v1/colleagues').flush([member, puppet]);
  await fixture.whenStable();
  expect(page().querySelector('.said')?.textContent).toBe('Per Spøkelse er avvist.');
  button('Godkjenn Per Spøkelse').click();
  await answered('/api/v1/invitations/i2/approve', () => ({ body: null }));
  http.expectOne('/api/v1/colleagues').flush([member]);
  await fixture.whenStable();
  expect(page().querySelector('.said')?.textContent).toBe('Per Spøkelse har fått tilgang.');
});

it('changes a role in its row', async () => {
  await open(['colleague.invite']);
  await press('Endre rolle for Kari Nordmann');
  const select = page().querySelector<HTMLSelectElement>('#new-role')!;
  expect(document.activeElement).toBe(select);
  select.value = 'supplier-clerk';
  select.dispatchEvent(new Event('change'));
  page()
    .querySelector('tg-change-role form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }));
  await answered('/api/v1/memberships/m1/change-role', () => ({ body: { id: 'm1' }, status: 200 }));
  http.expectOne('/api/v1/colleagues').flush([{ ...member, role: 'supplier-clerk' }]);
  await fixture.whenStable();
  expect(page().querySelector('.said')?.textContent).toBe('Kari Nordmann er nå Rapportør.');
});

describe('independence', () => {
  const admission = {
    admittedBy: 'Anne Admin',
    vouchedBy: null,
    isVouchedFor: false,
    isIndependentOfReader: true,
    isReader: false,
    mayVouch: true,
  };
  const list = (colleagues: object[]) => http.expectOne('/api/v1/colleagues').flush(colleagues);

  it('shows who gave access, and lets an independent administrator vouch after confirmation', async () => {
    await open(['colleague.invite', 'colleague.vouch'], [{ ...member, admission }]);
    expect(page().textContent).toContain('Anne Admin');
    await press('Gå god for Kari Nordmann');
    expect(page().textContent).toContain('ikke en konto som Anne Admin bruker');
    expect(await accessibilityViolations(page())).toEqual([]);
    button('Ja, jeg går god for Kari Nordmann').click();
    await answered('/api/v1/memberships/m1/vouch', () => ({ body: null }));
    list([{ ...member, admission: { ...admission, vouchedBy: 'Berit', isVouchedFor: true, mayVouch: false } }]);
    await fixture.whenStable();
    expect(page().querySelector('.said')?.textContent).toContain('Du har gått god for Kari Nordmann');
    expect(page().textContent).toContain('Berit har gått god');
    expect(button('Gå god for Kari Nordmann')).toBeUndefined();
  });

  it('explains why a colleague cannot approve with the reader, and what to do', async () => {
    await open(
      ['colleague.invite', 'colleague.vouch'],
      [{ ...member, admission: { ...admission, isIndependentOfReader: false, mayVouch: false } }],
    );
    expect(page().textContent).toContain('Kan ikke godkjenne sammen med deg');
    expect(page().textContent).toContain('Be driftsansvarlig eller en administrator som er uavhengig');
    expect(button('Gå god for Kari Nordmann')).toBeUndefined();
    expect(await accessibilityViolations(page())).toEqual([]);
  });

  it('reports a rejection', async () => {
    await open(['colleague.invite', 'colleague.vouch'], [{ ...member, admission }]);
    await press('Gå god for Kari Nordmann');
    button('Ja, jeg går god for Kari Nordmann').click();
    await answered('/api/v1/memberships/m1/vouch', () => ({
      body: { code: 'voucher-not-independent', status: 422, params: { name: 'Kari Nordmann' }, issues: [] },
      status: 422,
    }));
    await fixture.whenStable();
    expect(page().querySelector('.said')?.textContent).toContain('Du kan ikke gå god for Kari Nordmann');
  });
});
