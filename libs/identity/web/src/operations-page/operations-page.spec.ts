import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView, supplierMembership } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { identityTexts } from '../texts/identity-texts.ts';
import { OperationsPage } from './operations-page.ts';
import { operationsTexts } from './texts/operations-texts.ts';

const shown = {
  status: 'degraded',
  version: '0.1.0',
  parts: [
    { part: 'database', state: 'ok', reason: null },
    { part: 'scanner', state: 'degraded', reason: 'scanner-unreachable' },
  ],
  processes: [
    {
      program: 'work',
      host: 'vertsmaskin',
      pid: 17,
      version: '0.1.0',
      startedAt: '2026-04-14T08:00:00Z',
      lastBeatAt: '2026-04-14T09:00:00Z',
      isAlive: false,
      parts: [],
    },
  ],
  queues: [
    {
      queue: 'reporting.check',
      waiting: 4,
      retrying: 0,
      deferred: 0,
      active: 1,
      failed: 0,
      failedLately: 0,
      oldestSeconds: 130,
    },
    {
      queue: 'platform.deliver-mail',
      waiting: 2,
      retrying: 2,
      deferred: 0,
      active: 0,
      failed: 1,
      failedLately: 1,
      oldestSeconds: 10,
    },
    { queue: 'idle', waiting: 0, retrying: 0, deferred: 0, active: 0, failed: 0, failedLately: 0, oldestSeconds: null },
  ],
  alerts: [
    { name: 'scanner-unreachable', subject: 'serve@vertsmaskin', since: '2026-04-14T08:55:00Z', isNotified: true },
  ],
  disk: { freeBytes: 5_000_000_000, totalBytes: 50_000_000_000 },
  growth: {
    months: [
      { measuredOn: '2026-03-01', databaseBytes: 4_000_000_000, fileBytes: 1_000_000_000 },
      { measuredOn: '2026-04-14', databaseBytes: 5_000_000_000, fileBytes: 2_000_000_000 },
    ],
    bytesPerMonth: 1_400_000_000,
    fullOn: '2026-07-19',
  },
  diskFreeMinBytes: 500_000_000,
  securityEvents: [{ event: 'sign-in-failed', outcome: 'failure', count: 7 }],
};
const job = {
  id: 'j1',
  queue: 'reporting.check',
  state: 'failed',
  createdAt: '2026-04-14T08:00:00Z',
  failedAt: '2026-04-14T08:30:00Z',
  nextAttemptAt: null,
  attemptCount: 6,
  reason: 'ENOSPC: no space left on device',
  subjectId: null,
};

let fixture: ComponentFixture<OperationsPage>;
let http: HttpTestingController;
const page = (): HTMLElement => fixture.nativeElement;
const button = (name: string) =>
  [...page().querySelectorAll('button')].find((each) => each.textContent?.trim() === name)!;
const answer = (state: object, jobs: object[]) => {
  http.expectOne('/api/v1/operations').flush(state);
  http.expectOne('/api/v1/operations/jobs').flush(jobs);
  return fixture.whenStable();
};

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  fixture = await startRendering(OperationsPage, {}, identityTexts, operationsTexts);
  http = TestBed.inject(HttpTestingController);
  const session = TestBed.inject(Session).refresh();
  http
    .expectOne('/api/v1/session')
    .flush(sessionView({ memberships: [supplierMembership], permissions: ['operations.read', 'operations.manage'] }));
  await session;
});

describe('operations page', () => {
  it('shows the state of each part and what to do', async () => {
    await answer(shown, [job]);
    const text = page().textContent ?? '';
    for (const sentence of [
      'Tjenesten er oppe, men noe svikter.',
      'Start clamd på nytt.',
      'Ingen livstegn på 90 sekunder',
      'ENOSPC: no space left on device',
      'E-post: 2 venter, 1 er ikke sendt på grunn av feil.',
      '2 minutter',
      'mislyktes med innlogging',
      'på 30 dager, målt de siste tre månedene',
      'ikke plass til flere filer fra 19. juli 2026',
      '1. mars 2026',
    ])
      expect(text).toContain(sentence);
    expect(text).not.toContain('idle');
    expect(await accessibilityViolations(page())).toEqual([]);
  });

  it('retries a job, and asks before discarding one', async () => {
    await answer(shown, [job]);
    button('Kjør på nytt').click();
    await Promise.resolve();
    http.expectOne({ method: 'POST', url: '/api/v1/operations/jobs/j1/retry' }).flush(null);
    await new Promise((done) => setTimeout(done));
    await answer(shown, [job]);
    expect(page().textContent).toContain('Jobben er lagt i køen');
    button('Forkast').click();
    await fixture.whenStable();
    http.expectNone(({ method }) => method === 'POST');
    button('Ja, forkast').click();
    await Promise.resolve();
    http.expectOne({ method: 'POST', url: '/api/v1/operations/jobs/j1/discard' }).flush(null);
    await new Promise((done) => setTimeout(done));
    await answer({ ...shown, queues: [], alerts: [], securityEvents: [], disk: null }, []);
    const text = page().textContent ?? '';
    for (const sentence of [
      'Køene er tomme',
      'Ingen jobber har mislyktes',
      'Ledig lagringsplass er ukjent',
      'Jobben er forkastet',
    ])
      expect(text).toContain(sentence);
    expect(await accessibilityViolations(page())).toEqual([]);
  });
});
