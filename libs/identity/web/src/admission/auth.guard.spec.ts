import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { Session } from '@tallgrunn/api-client';
import type { SessionView } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { authGuard, safeNext } from './auth.guard.ts';

@Component({ template: '' })
class Page {}

describe('route guard', () => {
  const goTo = async (url: string, view: SessionView) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([
          { path: 'reports', component: Page, canActivate: [authGuard] },
          { path: '**', component: Page },
        ]),
      ],
    });
    const router = TestBed.inject(Router);
    const going = router.navigateByUrl(url);
    await new Promise((done) => setTimeout(done));
    TestBed.inject(HttpTestingController).expectOne('/api/v1/session').flush(view);
    await going;
    return router.url;
  };
  const stranger = sessionView({ person: null, memberships: [], acting: null });

  it('admits a signed-in user with an active membership', async () => {
    expect(await goTo('/reports', sessionView())).toBe('/reports');
  });

  it('redirects visitors to sign-in with their target page', async () => {
    expect(await goTo('/reports?period=2026-03&lang=nn', stranger)).toBe('/sign-in?next=%2Freports%3Fperiod%3D2026-03');
  });

  it('asks for the active membership', async () => {
    expect(await goTo('/reports', sessionView({ acting: null }))).toBe('/acting-for?next=%2Freports');
  });

  it('admits the holder of a personal link', async () => {
    expect(await goTo('/reports?invitation=abc', stranger)).toBe('/reports?invitation=abc');
    expect(TestBed.inject(Session).invitation()).toBe('abc');
  });

  it('rejects a target outside the site', () => {
    expect(safeNext('//evil.example')).toBe('/');
    expect(safeNext('https://evil.example')).toBe('/');
    expect(safeNext('/reports?a=1')).toBe('/reports?a=1');
  });
});
