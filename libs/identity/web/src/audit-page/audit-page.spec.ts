import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApiClient } from '@tallgrunn/api-client';
import { accessibilityFaults, begin } from '@tallgrunn/design/testing';
import { identityTexts } from '../texts/identity-texts.ts';
import { AuditPage } from './audit-page.ts';

describe('audit page', () => {
  it('says in words who did what for whom', async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await begin(AuditPage, {}, identityTexts);
    const entry = { id: 'a1', at: '2026-04-14T08:00:00Z', person: 'Kari Nordmann', organisation: 'Finnskog', side: 'supplier', via: 'web', act: 'report.submitted', subjectKind: 'report', subjectId: 's1', apiKey: null, details: { number: 'R-2026-00123/2' } };
    TestBed.inject(HttpTestingController)
      .expectOne('/api/v1/audit')
      .flush([{ ...entry, id: 'a3', via: 'key', apiKey: { name: 'Visma', prefix: '0a1b2c3d4e' } }, entry, { ...entry, id: 'a2', person: null, act: 'room.act-without-words', details: {} }]);
    await fixture.whenStable();
    const page: HTMLElement = fixture.nativeElement;
    expect(page.textContent).toContain('sendte inn en rapport');
    expect(page.textContent).toContain('R-2026-00123/2');
    expect(page.textContent).toContain('room.act-without-words');
    expect(page.textContent).toContain('Tjenesten');
    expect(page.textContent).toContain('Maskinnøkkel «Visma» (tg_0a1b2c3d4e…)');
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
