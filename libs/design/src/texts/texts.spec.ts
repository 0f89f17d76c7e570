import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, RouterLink, UrlSerializer, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { queryState } from '../url/query-state.ts';
import { designTexts } from './design-texts.ts';
import { LanguageInUrl, followLanguage } from './language-in-url.ts';
import { LanguageSwitch } from './language-switch.ts';
import { openTexts } from './open-texts.ts';
import { TextLibrary, texts } from './text-library.ts';
import { Wording } from './wording.ts';

@Component({
  imports: [LanguageSwitch, RouterLink],
  template: `<tg-language-switch />
    <p>{{ t().tryAgain }}</p>
    <a routerLink="/other">x</a>`,
})
class Page {
  protected readonly t = texts(designTexts);
  readonly period = queryState('period');
}

describe('texts', () => {
  beforeEach(() => {
    localStorage.clear();
    const routes = [
      {
        path: '',
        canActivate: [followLanguage, openTexts(designTexts)],
        runGuardsAndResolvers: 'paramsOrQueryParamsChange' as const,
        children: [{ path: '**', component: Page }],
      },
    ];
    TestBed.configureTestingModule({
      providers: [provideRouter(routes), { provide: UrlSerializer, useExisting: LanguageInUrl }],
    });
  });

  it('use the language of the address, which every link contains', async () => {
    const harness = await RouterTestingHarness.create('/page?lang=nn');
    const element = harness.routeNativeElement as HTMLElement;
    expect(element.querySelector('p')?.textContent).toBe('Prøv igjen');
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/other?lang=nn');
    await TestBed.inject(Router).navigateByUrl('/page?lang=en');
    await harness.fixture.whenStable();
    expect(element.querySelector('p')?.textContent).toBe('Try again');
    expect(element.querySelector('a')?.getAttribute('href')).toBe('/other?lang=en');
  });

  it('switch language without changing the rest of the address', async () => {
    const harness = await RouterTestingHarness.create('/page?period=2026-03');
    const select = harness.routeNativeElement?.querySelector('select') as HTMLSelectElement;
    select.value = 'en';
    select.dispatchEvent(new Event('change'));
    await harness.fixture.whenStable();
    expect(TestBed.inject(Location).path()).toBe('/page?period=2026-03&lang=en');
    expect(localStorage.getItem('tallgrunn.language')).toBe('en');
  });

  it('leave page state in the address', async () => {
    const harness = await RouterTestingHarness.create();
    const page = await harness.navigateByUrl('/page?period=2026-03', Page);
    expect(page.period()).toBe('2026-03');
    page.period.set('');
    await harness.fixture.whenStable();
    expect(TestBed.inject(Location).path()).toBe('/page?lang=nb');
  });

  it('format numbers in the language', async () => {
    const wording = TestBed.inject(Wording);
    const plain = (text: string) => text.replace(/\s/g, ' ');
    expect(wording.date('2026-07-16T22:00:00Z', 'short')).toBe('17.07.2026'); // midnight in Oslo
    expect(plain(wording.money('318204.5'))).toBe('318 204,50 kr');
    expect(plain(wording.size(256 * 1024 * 1024))).toBe('256 MB');
    expect(plain(wording.size(1500))).toBe('1 kB');
    await TestBed.inject(TextLibrary).switchTo('en');
    expect(wording.share(0.125)).toBe('12.5%');
  });
});
