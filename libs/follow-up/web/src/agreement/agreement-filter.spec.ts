import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { CasesPage } from '../cases/cases-page/cases-page.ts';
import { casesTexts } from '../cases/texts/cases-texts.ts';
import { ClaimsPage } from '../claims/claims-page.ts';
import { DataQualityPage } from '../data-quality/data-quality-page.ts';
import { PenaltiesPage } from '../penalties/penalties-page.ts';
import { DeviationsPage } from '../price-deviations/deviations-page.ts';
import { StatementsPage } from '../statements/statements-page.ts';
import { statementsTexts } from '../statements/texts/statements-texts.ts';
import { claimsTexts } from '../texts/claims/claims-texts.ts';
import { emptyResponses } from './testing.ts';
import { agreementFollowUpTexts } from './texts/agreement-follow-up-texts.ts';

async function openFiltered(page: Type<unknown>) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(page, {}, agreementFollowUpTexts, casesTexts, claimsTexts, statementsTexts);
  await TestBed.inject(Router).navigateByUrl('/?agreement=a1');
  TestBed.inject(Session).begin(sessionView({ permissions: ['case.read', 'claim.read', 'statement.read'] }) as never);
  const http = TestBed.inject(HttpTestingController);
  /** Responds to all pending requests, and returns their addresses. */
  const settle = async () => {
    const requested: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      await new Promise((done) => setTimeout(done, 5));
      fixture.detectChanges();
      for (const [path, response] of Object.entries(emptyResponses))
        for (const pending of http.match(({ url }) => url === `/api/v1${path}`)) {
          if (pending.cancelled) continue; // the address changed meanwhile
          requested.push(pending.request.urlWithParams);
          pending.flush(response);
        }
    }
    fixture.detectChanges();
    return requested;
  };
  return { element: fixture.nativeElement as HTMLElement, requested: await settle(), settle };
}

describe('AgreementFilter', () => {
  it.each([
    ['cases', CasesPage],
    ['penalties', PenaltiesPage],
    ['price-deviations', DeviationsPage],
    ['claims', ClaimsPage],
    ['data-quality', DataQualityPage],
    ['performance-statements', StatementsPage],
  ] as const)('names the agreement that the list of %s is limited to', async (path, page) => {
    const { element, requested } = await openFiltered(page);
    const [agreement, all] = element.querySelectorAll('tg-agreement-filter a');
    expect(agreement?.textContent).toBe('RIIK-24-107 Mat og drikke');
    expect(agreement?.getAttribute('href')).toBe('/agreements/a1');
    expect(all?.textContent).toBe('Vis alle avtaler');
    expect(all?.getAttribute('href')).toBe('/');
    expect(requested.some((each) => each.startsWith(`/api/v1/${path}?`) && each.includes('agreementId=a1'))).toBe(true);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('leads to all agreements and keeps the keyboard at the heading', async () => {
    const { element, settle } = await openFiltered(CasesPage);
    element.querySelector<HTMLAnchorElement>('tg-agreement-filter p > a')?.click();
    const requested = await settle();
    expect(requested).toEqual(['/api/v1/cases?status=not-closed']);
    expect(element.querySelector('tg-agreement-filter')).toBeNull();
    expect(document.activeElement?.tagName).toBe('H1');
  });
});
