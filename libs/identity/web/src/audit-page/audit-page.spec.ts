import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { provideApiClient } from '@tallgrunn/api-client';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { identityTexts } from '../texts/identity-texts.ts';
import { AuditPage } from './audit-page.ts';

const entry = {
  id: 'a1',
  at: '2026-04-14T08:00:00Z',
  person: 'Kari Nordmann',
  organisation: 'Finnskog',
  side: 'supplier',
  via: 'web',
  act: 'report.submitted',
  subjectKind: 'report',
  subjectId: 's1',
  apiKey: null,
  details: { number: 'R-2026-00123/2' },
};
const event = {
  id: 'e1',
  at: '2026-04-14T08:00:00Z',
  event: 'sign-in-failed',
  outcome: 'failure',
  count: 7,
  person: 'Kari Nordmann',
  organisation: null,
  via: null,
  address: '203.0.113.7',
  details: { reason: 'account-locked' },
};

describe('audit page', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] }));

  it('describes who did what for which organisation', async () => {
    const fixture = await startRendering(AuditPage, {}, identityTexts);
    TestBed.inject(HttpTestingController)
      .expectOne('/api/v1/audit-entries')
      .flush([
        { ...entry, id: 'a3', via: 'key', apiKey: { name: 'Visma', prefix: '0a1b2c3d4e' } },
        entry,
        { ...entry, id: 'a2', person: null, act: 'room.act-without-words', details: {} },
      ]);
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    expect(page.textContent).toContain('sendte inn en rapport');
    expect(page.textContent).toContain('R-2026-00123/2');
    expect(page.textContent).toContain('room.act-without-words');
    expect(page.textContent).toContain('Tjenesten');
    expect(page.textContent).toContain('API-nøkkel «Visma» (tg_0a1b2c3d4e…)');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('filters by person and action, and offers the same as a file', async () => {
    const fixture = await startRendering(AuditPage, {}, identityTexts);
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/v1/audit-entries').flush([entry]);
    await fixture.whenStable();
    await TestBed.inject(Router).navigate([], {
      queryParams: { person: 'Kari', action: 'report.submitted', from: '2026-04-01' },
    });
    fixture.detectChanges();
    http
      .expectOne(
        (request) =>
          request.urlWithParams === '/api/v1/audit-entries?person=Kari&action=report.submitted&from=2026-04-01',
      )
      .flush([]);
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    expect(page.textContent).toContain('Ingen rader passer');
    expect(page.querySelector('a[download]')?.getAttribute('href')).toBe(
      '/api/v1/audit-entries/export.csv?person=Kari&action=report.submitted&from=2026-04-01&language=nb',
    );
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('describes security events with count and address', async () => {
    const fixture = await startRendering(AuditPage, {}, identityTexts);
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/v1/audit-entries').flush([]);
    await fixture.whenStable();
    await TestBed.inject(Router).navigate([], { queryParams: { log: 'security' } });
    fixture.detectChanges();
    http.expectOne('/api/v1/security-events').flush([event]);
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    for (const text of ['mislyktes med innlogging', 'Mislyktes', '7', '203.0.113.7', 'account-locked'])
      expect(page.textContent).toContain(text);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
