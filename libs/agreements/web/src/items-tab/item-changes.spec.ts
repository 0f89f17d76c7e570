import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import type { ItemChangeDto } from '@tallgrunn/api-client/shapes';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { pricesTexts } from '../texts/prices-texts.ts';
import { ItemChanges } from './item-changes.ts';

const own: ItemChangeDto = {
  id: 'c1',
  supplierId: 's1',
  oldNumber: '8801',
  newNumber: '00512',
  name: 'Lettmelk',
  onDate: '2026-02-01',
  origin: 'decided',
  reportedIn: null,
  undoneAt: null,
  inheritedFrom: null,
  alsoIn: [],
};
const former: ItemChangeDto = {
  ...own,
  id: 'c2',
  oldNumber: 'K-77',
  origin: 'reported',
  reportedIn: 'R-2025-00007',
  inheritedFrom: { id: 'a0', number: 'A-1', title: 'Mat og drikke' },
};
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

it('shows the origin of an inherited item number change, and revokes it for this agreement only', async () => {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(
    ItemChanges,
    { agreementId: 'a1', suppliers: [{ id: 's1', name: 'Granli Engros AS' }], mayWrite: true },
    agreementsTexts,
    pricesTexts,
  );
  TestBed.inject(Session).begin({ ...sessionView({ permissions: ['agreement.write'] }) } as Parameters<
    Session['begin']
  >[0]);
  const server = TestBed.inject(HttpTestingController);
  server.expectOne('/api/v1/agreements/a1/item-number-changes').flush([{ ...own, alsoIn: ['A-9 Mat'] }, former]);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  expect(page.textContent).toContain('Besluttet, også i A-9 Mat');
  expect(page.textContent).toContain('Rapport R-2025-00007, arvet fra A-1 Mat og drikke');
  expect(await accessibilityViolations(page)).toEqual([]);
  page.querySelector<HTMLButtonElement>('[aria-label="Angre koblingen fra K-77 til 00512"]')?.click();
  await aMoment();
  server.expectOne({ method: 'POST', url: '/api/v1/agreements/a1/item-number-changes/c2/revoke' }).flush(null);
  await aMoment();
  TestBed.tick();
  server
    .expectOne('/api/v1/agreements/a1/item-number-changes')
    .flush([own, { ...former, id: 'c3', inheritedFrom: null, undoneAt: '2026-03-01T10:00:00Z' }]);
  await fixture.whenStable();
  expect(page.querySelector('[role="status"]')?.textContent).toBe(
    'Koblingen er angret for denne avtalen. Den gjelder fortsatt i A-1 Mat og drikke.',
  );
  expect(page.querySelectorAll('[aria-label^="Angre koblingen"]')).toHaveLength(1);
});
