import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { startRendering } from '@tallgrunn/design/testing';
import { statementsTexts } from './texts/statements-texts.ts';

/** Opens a page as a member of one side with these permissions. Fake responses are chosen by the request path. */
export async function openStatements<T>(
  page: Type<T>,
  inputs: Readonly<Record<string, unknown>>,
  side: 'cooperative' | 'supplier',
  permissions: readonly string[],
  answers: Readonly<Record<string, unknown>>,
) {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(page, inputs, statementsTexts);
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
  const settle = async () => {
    for (let round = 0; round < 4; round += 1) {
      await new Promise((done) => setTimeout(done, 5));
      fixture.detectChanges();
      for (const [address, answer] of Object.entries(answers))
        for (const request of http.match(({ method, url }) => method === 'GET' && url === `/api/v1/${address}`))
          request.flush(answer as object);
    }
    fixture.detectChanges();
  };
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  return { element, http, settle, read: () => element.textContent?.replace(/\s+/g, ' ') ?? '' };
}
