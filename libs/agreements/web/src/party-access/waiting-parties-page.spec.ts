import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { partyAccessTexts } from '../texts/party-access-texts.ts';
import { partyTexts } from '../texts/party-texts.ts';
import { PartiesWithoutUsersPage } from './waiting-parties-page.ts';

const row = (name: string, agreements: readonly string[], email: string | null) => ({
  id: name,
  kind: 'supplier',
  name,
  agreements,
  dueOn: null,
  contact: email === null ? null : { name, email },
  invited: null,
});

const rows = [
  row('Granli', ['Mat og drikke'], 'kari@granli.example'),
  row('Sluttet', [], 'post@sluttet.example'),
  row('Uten adresse', ['Mat og drikke'], null),
];

describe('parties without users', () => {
  it('chooses all who can be invited and take part in an agreement, and sends nothing before someone is chosen', async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(PartiesWithoutUsersPage, {}, partyAccessTexts, partyTexts);
    TestBed.inject(Session).begin(sessionView({ permissions: ['supplier.invite'] }) as never);
    TestBed.tick();
    const http = TestBed.inject(HttpTestingController);
    for (const request of http.match(({ method }) => method === 'GET'))
      request.flush(request.request.url.includes('without-users') ? rows : []);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect(element.querySelector('button[type=submit]')).toBeNull();
    expect(element.textContent).toContain('Ingen avtale gjelder nå');
    expect(await accessibilityViolations(element)).toEqual([]);

    element.querySelector<HTMLButtonElement>('button[type=button]')!.click();
    await fixture.whenStable();
    const chosen = [...element.querySelectorAll<HTMLInputElement>('input[type=checkbox]:checked')];
    expect(chosen.map(({ id }) => id)).toEqual(['choose-Granli']);
    expect(element.querySelector('button[type=submit]')?.textContent?.trim()).toBe('Send én invitasjon');
  });
});
