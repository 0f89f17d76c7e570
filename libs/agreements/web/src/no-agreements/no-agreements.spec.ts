import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { partyAccessTexts } from '../texts/party-access-texts.ts';
import { NoAgreements } from './no-agreements.ts';

async function linksFor(permissions: readonly string[]): Promise<(string | null)[]> {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(NoAgreements, {}, agreementsTexts, partyAccessTexts);
  TestBed.inject(Session).begin({ ...sessionView({ permissions }) } as Parameters<Session['begin']>[0]);
  TestBed.tick();
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  expect(await accessibilityViolations(element)).toEqual([]);
  return [...element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
}

describe('a cooperative without agreements', () => {
  it('leads who may import agreements to the import', async () => {
    expect(await linksFor(['agreement.write', 'colleague.invite'])).toEqual(['/agreements/import']);
  });

  it('leads an administrator, who may not, to the invitation of someone who may', async () => {
    expect(await linksFor(['colleague.invite'])).toEqual(['/colleagues']);
  });

  it('leads others nowhere that would refuse them', async () => {
    expect(await linksFor([])).toEqual([]);
  });
});
