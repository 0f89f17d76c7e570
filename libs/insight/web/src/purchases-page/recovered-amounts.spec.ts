import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { insightTexts } from '../texts/insight-texts.ts';
import { RecoveredAmounts } from './recovered-amounts.ts';

const membership = {
  id: 'm1',
  organisation: { id: 'o1', name: 'RIIK', kind: 'cooperative' as const },
  cooperative: { id: 'c1', name: 'RIIK' },
  role: 'contract-manager' as const,
};
const year = {
  year: '2026',
  currency: 'NOK',
  claimedAmount: '12000.00',
  recoveredAmount: '4500.50',
  recoveredClaimCount: 1,
  sentClaimCount: 2,
};

async function open(permissions: readonly string[], years: readonly object[]) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(RecoveredAmounts, {}, insightTexts);
  TestBed.inject(Session).begin(sessionView({ memberships: [membership], permissions: [...permissions] }) as never);
  for (let round = 0; round < 3; round += 1) {
    await new Promise((done) => setTimeout(done, 20));
    fixture.detectChanges();
    for (const request of TestBed.inject(HttpTestingController).match(() => true)) request.flush([...years]);
  }
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('recovered amounts', () => {
  it('are shown by year with a link to the claims', async () => {
    const element = await open(['claim.manage'], [year]);
    const text = element.textContent?.replaceAll(/\s+/g, ' ');
    expect(text).toContain('12 000 kr');
    expect(text).toContain('4 501 kr');
    expect(element.querySelector('a[href="/claims"]')).not.toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('say that there are none, and are not shown without access to claims', async () => {
    expect((await open(['claim.manage'], [])).textContent).toContain('Ingen krav er sendt');
    TestBed.resetTestingModule();
    expect((await open(['combined.read'], [year])).textContent?.trim()).toBe('');
  });
});
