import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { partyAccessTexts } from '../texts/party-access-texts.ts';
import { partyTexts } from '../texts/party-texts.ts';
import { PartiesPage } from './parties-page.ts';

const row = {
  id: 'b1',
  kind: 'buyer',
  name: 'Kongsvinger kommune',
  orgNumber: '944117784',
  body: 'municipality',
  units: 12,
  lessons: 0,
  agreements: 8,
  succeeded: false,
};
const rows = [
  row,
  { ...row, id: 'b2', name: 'GIVAS IKS', orgNumber: null, body: 'iks', units: 0 },
  { ...row, id: 's1', kind: 'supplier', name: 'Finnskog Storkjøkken', orgNumber: '311047116', body: null, lessons: 7 },
];

async function page(permissions: readonly string[], inputs = {}) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(PartiesPage, inputs, partyTexts, partyAccessTexts);
  TestBed.inject(Session).begin({ ...sessionView({ permissions }) } as Parameters<Session['begin']>[0]);
  TestBed.tick();
  for (const request of TestBed.inject(HttpTestingController).match('/api/v1/parties')) request.flush(rows);
  await fixture.whenStable();
  return { element: fixture.nativeElement as HTMLElement, settle: () => fixture.whenStable() };
}

const names = (element: HTMLElement) =>
  [...element.querySelectorAll('tbody a')].map((link) => link.textContent?.trim());

describe('parties page', () => {
  it('describes each party and links to its page', async () => {
    const { element } = await page(['party.read']);
    expect(names(element)).toEqual(['Kongsvinger kommune', 'GIVAS IKS', 'Finnskog Storkjøkken']);
    expect(element.querySelector('a[href="/parties/b1"]')).not.toBeNull();
    expect(element.textContent).toContain('Interkommunalt selskap (IKS)');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('filters by kind', async () => {
    const { element, settle } = await page(['party.read']);
    const kind = element.querySelector<HTMLSelectElement>('#party-kind');
    if (!kind) throw new Error('no choice of kind');
    kind.value = 'supplier';
    kind.dispatchEvent(new Event('change'));
    await settle();
    expect(names(element)).toEqual(['Finnskog Storkjøkken']);
  });

  it('shows other roles that they have no access, and sends no request', async () => {
    const { element } = await page([]);
    expect(element.querySelector('tg-denied')).not.toBeNull();
    expect(element.querySelector('table')).toBeNull();
  });
});
