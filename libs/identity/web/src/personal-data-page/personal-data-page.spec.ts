import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { EndedAccessPage } from '../ended-access-page/ended-access-page.ts';
import { identityTexts } from '../texts/identity-texts.ts';
import { PersonalDataPage } from './personal-data-page.ts';

const tick = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] }));

describe('personal data page', () => {
  it('requires a name, and offers the data as files', async () => {
    const fixture = await startRendering(PersonalDataPage, {}, identityTexts);
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
    expect(page.textContent).toContain('Skriv inn navnet ditt.');
    expect([...page.querySelectorAll('a[download]')].map((link) => link.getAttribute('href'))).toEqual([
      '/api/v1/personal-data/text',
      '/api/v1/personal-data',
    ]);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

describe('ended access page', () => {
  it('asks for confirmation, then erases the person', async () => {
    const fixture = await startRendering(EndedAccessPage, {}, identityTexts);
    const http = TestBed.inject(HttpTestingController);
    http
      .expectOne('/api/v1/memberships/ended')
      .flush([
        { id: 'm1', name: 'Kari Nordmann', email: 'kari@example.no', role: 'buyer', endedAt: '2026-04-14T08:00:00Z' },
      ]);
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    const press = (name: string) =>
      [...page.querySelectorAll('button')]
        .find((button) => (button.getAttribute('aria-label') ?? button.textContent ?? '').trim() === name)
        ?.click();
    press('Slett personen Kari Nordmann');
    await fixture.whenStable();
    expect(page.textContent).toContain('Det kan ikke angres.');
    expect(await accessibilityViolations(page)).toEqual([]);
    press('Ja, slett Kari Nordmann');
    await tick();
    http.expectOne('/api/v1/session').flush(sessionView());
    await tick();
    http.expectOne('/api/v1/memberships/m1/erase-person').flush(null);
    await tick();
    fixture.detectChanges();
    await tick();
    http.expectOne('/api/v1/memberships/ended').flush([]);
    await fixture.whenStable();
    expect(page.textContent).toContain('Kari Nordmann er slettet.');
  });
});
