import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import type { PriceDraftDto } from '@tallgrunn/api-client/shapes';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { agreementsTexts } from '../texts/agreements-texts.ts';
import { pricesTexts } from '../texts/prices-texts.ts';
import { PriceForm } from './price-form.ts';

const draft: PriceDraftDto = {
  id: 'd1',
  supplierId: 's1',
  kind: 'agreed',
  fromOn: '2026-02-01',
  untilOn: null,
  fileName: 'priser.csv',
  lines: 1204,
  remarks: [],
  madeAt: '2026-01-20T08:00:00Z',
};
const nothing = { new: 0, gone: 0, 'price-up': 0, 'price-down': 0, renamed: 0, 'unit-changed': 0, 'number-changed': 0 };
const button = (page: HTMLElement, name: string) =>
  [...page.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent).trim() === name,
  );

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('unfinished price form import', () => {
  it('is listed later, and can be opened or discarded', async () => {
    TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
    const fixture = await startRendering(
      PriceForm,
      { agreementId: 'a1', suppliers: [{ id: 's1', name: 'Granli Engros AS' }] },
      agreementsTexts,
      pricesTexts,
    );
    TestBed.inject(Session).begin({ ...sessionView({ permissions: ['agreement.write'] }) } as Parameters<
      Session['begin']
    >[0]);
    const server = TestBed.inject(HttpTestingController);
    server.expectOne('/api/v1/agreements/a1/price-drafts').flush([draft]);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    expect(page.textContent).toMatch(
      /Avtalte priser fra Granli Engros AS, 1\s?204 linjer, gjelder fra 1\. februar 2026\. Lest 20\. januar 2026\./,
    );
    expect(await accessibilityViolations(page)).toEqual([]);
    button(page, 'Se og publiser priser.csv')?.click();
    await aMoment();
    TestBed.tick();
    server
      .expectOne('/api/v1/agreements/a1/price-drafts/d1/diff')
      .flush({ items: 1204, same: 1204, counts: nothing, comparedWith: 1, changes: [] });
    await fixture.whenStable();
    expect(page.textContent).toContain('Ingen varer eller priser er endret.');
    button(page, 'Forkast')?.click();
    await aMoment();
    server.expectOne({ method: 'DELETE', url: '/api/v1/agreements/a1/price-drafts/d1' }).flush(null);
    await aMoment();
    await fixture.whenStable();
    expect(page.textContent).toContain('Utkastet er forkastet.');
    expect(page.textContent).not.toContain('priser.csv');
  });
});
