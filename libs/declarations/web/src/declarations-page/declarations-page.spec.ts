import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { declarationTexts } from '../texts/declaration-texts.ts';
import { DeclarationsPage } from './declarations-page.ts';

const declaration = (id: string) => ({
  id,
  number: `D-2026-${id}`,
  supplierId: 's1',
  supplier: 'Finnskog Storkjøkken',
  fileName: 'epd.xml',
  receivedAt: '2026-03-01T09:00:00Z',
  footprints: 1,
  linkedItems: 1,
  toConfirm: 0,
  undecided: 0,
});
const agreement = { id: 'a1', number: 'RIIK-24-107', title: 'Mat og drikke' };

async function openDeclarations(address: string, pages: readonly (readonly object[])[]) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(DeclarationsPage, {}, declarationTexts);
  await TestBed.inject(Router).navigateByUrl(address);
  TestBed.inject(Session).begin(sessionView({ permissions: ['declaration.read'] }) as never);
  const http = TestBed.inject(HttpTestingController);
  const left = [...pages];
  const settle = async () => {
    const requested: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      await new Promise((done) => setTimeout(done, 5));
      fixture.detectChanges();
      for (const pending of http.match(({ url }) => url.startsWith('/api/v1/'))) {
        if (pending.cancelled) continue; // the address changed meanwhile
        requested.push(pending.request.urlWithParams.replace('/api/v1', ''));
        pending.flush(pending.request.url.endsWith('/agreements/a1') ? agreement : (left.shift() ?? []));
      }
    }
    fixture.detectChanges();
    return requested;
  };
  return { element: fixture.nativeElement as HTMLElement, requested: await settle(), settle };
}

describe('DeclarationsPage', () => {
  it('names the agreement that the list is limited to, and leads to all', async () => {
    const { element, requested, settle } = await openDeclarations('/?agreement=a1', [[declaration('1')]]);
    expect(requested).toContain('/declarations?agreementId=a1');
    expect(element.querySelector('tg-agreement-filter a')?.textContent).toBe('RIIK-24-107 Mat og drikke');
    expect(element.textContent).toContain('koblet til en vare i den');
    expect(await accessibilityViolations(element)).toEqual([]);
    element.querySelector<HTMLAnchorElement>('tg-agreement-filter p > a')?.click();
    expect(await settle()).toEqual(['/declarations']);
    expect(element.querySelector('tg-agreement-filter')).toBeNull();
  });

  it('keeps the limit for older pages', async () => {
    const full = Array.from({ length: 100 }, (_, at) => declaration(String(1000 - at)));
    const { element, settle } = await openDeclarations('/?agreement=a1', [full, [declaration('5')]]);
    [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === 'Vis eldre')?.click();
    expect(await settle()).toEqual(['/declarations?before=901&agreementId=a1']);
    expect(element.querySelectorAll('tbody tr')).toHaveLength(101);
  });

  it('says why a limited list is empty', async () => {
    const { element } = await openDeclarations('/?agreement=a1', [[]]);
    expect(element.textContent).toContain('Ingen deklarasjoner er koblet til en vare i denne avtalen.');
  });
});
