import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import {
  UrlSerializer,
  Router,
  provideRouter,
  withComponentInputBinding,
  withNavigationErrorHandler,
} from '@angular/router';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideApiClient } from '@tallgrunn/api-client';
import type { SessionView } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { LanguageInUrl } from '@tallgrunn/design';
import { accessibilityViolations } from '@tallgrunn/design/testing';
import { routes } from '../app.routes.ts';
import { showUnavailable } from '../unavailable-page/show-unavailable.ts';
import { Shell } from './shell.ts';

describe('shell', () => {
  let fixture: ComponentFixture<Shell>;
  let page: HTMLElement;
  const http = () => TestBed.inject(HttpTestingController);
  const settle = async () => {
    for (let round = 0; round < 5; round += 1) await new Promise((done) => setTimeout(done, 5));
    fixture.detectChanges();
  };

  const open = async (url: string, view: SessionView | null) => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideApiClient(),
        provideHttpClientTesting(),
        provideRouter(routes, withComponentInputBinding(), withNavigationErrorHandler(showUnavailable)),
        { provide: UrlSerializer, useExisting: LanguageInUrl },
      ],
    });
    fixture = TestBed.createComponent(Shell);
    page = fixture.nativeElement;
    document.body.append(page);
    void TestBed.inject(Router).navigateByUrl(url);
    await settle();
    for (const request of http().match('/api/v1/session')) {
      if (view) request.flush(view);
      else request.error(new ProgressEvent('error'));
    }
    await settle();
  };

  afterEach(() => page.remove());

  it('shows the active organisation, and the fictitious data and date of a demo', async () => {
    await open('/help', sessionView());
    expect(page.querySelector('tg-organisation-switch')?.textContent).toContain('Finnskog Storkjøkken Engros');
    expect(page.querySelector('tg-demo-banner')?.textContent).toContain('oppdiktet');
    expect(page.querySelector('tg-demo-banner')?.textContent).toContain('14. april 2026');
    expect(page.querySelector('nav a')?.getAttribute('href')).toMatch(/\?lang=nb$/);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('prints the same line on every sheet, with the organisation that prints', async () => {
    await open('/help', sessionView());
    const sheet = page.querySelector<HTMLElement>('.sheet');
    expect(sheet?.dataset['demo']).toContain('oppdiktet');
    expect(sheet?.dataset['sheet']).toBe('Tallgrunn · Finnskog Storkjøkken Engros · 14. april 2026');
    expect(sheet?.textContent).toBe('');
  });

  it('opens and closes a menu of all permitted pages by group', async () => {
    await open(
      '/help',
      sessionView({ permissions: ['report.submit', 'declaration.read', 'agreement.read', 'colleague.read'] }),
    );
    const button = page.querySelector<HTMLElement>('nav button')!;
    const panel = page.querySelector<HTMLElement>('#all-pages')!;
    expect([button.getAttribute('aria-expanded'), panel.hidden]).toEqual(['false', true]);
    button.click();
    fixture.detectChanges();
    expect([button.getAttribute('aria-expanded'), panel.hidden]).toEqual(['true', false]);
    const named = [...panel.querySelectorAll('ul')].map((list) => [
      document.getElementById(list.getAttribute('aria-labelledby') ?? '')?.textContent,
      [...list.querySelectorAll('a')].map((link) => link.textContent?.trim()),
    ]);
    expect(named).toContainEqual(['Rapportering og oppfølging', ['Rapporter', 'Én fil for flere rapporter']]);
    expect(named.map(([group]) => group)).not.toContain('Utslippsfaktorer');
    expect(await accessibilityViolations(page)).toEqual([]);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    fixture.detectChanges();
    expect(panel.hidden).toBe(true);
    expect(document.activeElement).toBe(button);
  });

  it('uses the language of the address, also for screen readers', async () => {
    await open('/help?lang=en', sessionView());
    expect(document.documentElement.lang).toBe('en');
    expect(page.querySelector('h1')?.textContent).toBe('Help');
  });

  it('lets keyboard users skip to the content', async () => {
    await open('/help', sessionView());
    page.querySelector<HTMLElement>('.ds-skip-link')?.click();
    expect(document.activeElement?.id).toBe('main');
  });

  it('shows a page of its own for an unknown address', async () => {
    await open('/nowhere?lang=nn', sessionView());
    expect(page.querySelector('h1')?.textContent).toBe('Vi finn ikkje sida');
  });

  it('redirects users who are not signed in', async () => {
    await open('/colleagues', sessionView({ person: null, memberships: [], acting: null }));
    expect(TestBed.inject(Router).url).toBe('/sign-in?next=%2Fcolleagues&lang=nb');
  });

  it('shows that the server is unreachable, at the requested address', async () => {
    await open('/colleagues', null);
    for (const request of http().match('/api/v1/session')) request.error(new ProgressEvent('error'));
    await settle();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Vi får ikke kontakt med tjenesten');
  });

  it('requests sign-in after the session has ended, and returns to the page', async () => {
    await open('/colleagues', sessionView());
    http()
      .expectOne('/api/v1/colleagues')
      .flush({ code: 'not-authenticated' }, { status: 401, statusText: 'Unauthorized' });
    await settle();
    expect(TestBed.inject(Router).url).toContain('/sign-in?next=%2Fcolleagues');
  });
});
