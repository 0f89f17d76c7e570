import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import type { ComponentFixture } from '@angular/core/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { startRendering } from '@tallgrunn/design/testing';
import { casesTexts } from '../texts/cases-texts.ts';

export const settle = () => new Promise((done) => setTimeout(done, 20));

/** Opens a page for a user of one side. The fake API responds by the longest matching path. */
export async function openCases<T>(
  page: Type<T>,
  side: 'cooperative' | 'supplier',
  permissions: readonly string[],
  answers: Readonly<Record<string, unknown>>,
  inputs: Readonly<Record<string, unknown>> = {},
  address = '/',
): Promise<{ fixture: ComponentFixture<T>; element: HTMLElement; http: HttpTestingController }> {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(page, inputs, casesTexts);
  await TestBed.inject(Router).navigateByUrl(address);
  const membership = {
    id: 'm1',
    organisation: { id: 'o1', name: 'RIIK', kind: side },
    cooperative: { id: 'c1', name: 'RIIK' },
    role: side === 'cooperative' ? 'contract-manager' : 'supplier-clerk',
  };
  TestBed.inject(Session).begin(
    sessionView({ memberships: [membership], permissions: [...permissions] } as never) as never,
  );
  const http = TestBed.inject(HttpTestingController);
  for (let round = 0; round < 3; round += 1) {
    await settle();
    fixture.detectChanges();
    for (const path of Object.keys(answers).sort((a, b) => b.length - a.length))
      for (const request of http.match(({ url, method }) => method === 'GET' && url === `/api/v1${path}`))
        request.flush(answers[path] as object);
  }
  await settle();
  fixture.detectChanges();
  return { fixture, element: fixture.nativeElement as HTMLElement, http };
}

/** A late case opened by the rule, as in the list. */
export const lateCase = {
  id: 's1',
  number: 'S-2026-00001',
  kind: 'late',
  title: '',
  status: 'open',
  origin: 'rule',
  isShared: false,
  supplier: { id: 'p1', name: 'Finnskog AS' },
  buyer: null,
  agreement: { id: 'a1', number: 'A-1', title: 'Mat' },
  owner: { id: 'u1', name: 'Ingrid', isMe: true },
  nextOn: '2026-04-14',
  isDue: true,
  periods: ['2026-03'],
  request: {},
  outcome: null,
  openedAt: '2026-04-13T10:00:00Z',
  changedAt: '2026-04-13T10:00:00Z',
  closedAt: null,
  days: 1,
};
