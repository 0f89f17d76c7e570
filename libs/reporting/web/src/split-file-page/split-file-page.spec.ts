import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import type { ObligationDto } from '@tallgrunn/api-client/shapes';
import { startCheckWorker } from '../checking/start-worker.ts';
import { ChosenFiles } from '../report-session/selected-files.ts';
import { context, obligation, fileOf, reportFile, validRow, terms, workerInTest } from '../testing.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { severalTexts } from '../texts/split-file-texts.ts';
import { SplitFileStore } from './split-file-store.ts';
import { SplitFilePage } from './split-file-page.ts';

const february = { key: '2026-02', start: '2026-02-01', end: '2026-03-01' };
const obligations: ObligationDto[] = [
  obligation({ id: 'd3' }),
  obligation({ id: 'd2', period: february, dueOn: '2026-03-16', state: 'overdue' }),
  obligation({ id: 'done', state: 'accepted', period: { key: '2026-01', start: '2026-01-01', end: '2026-02-01' } }),
];
const other = (row: string, day: string) => row.replace('05.03.2026', day);
const settled = () => new Promise((done) => setTimeout(done, 30));

async function page(file: File) {
  TestBed.configureTestingModule({
    providers: [provideApiClient(), provideHttpClientTesting(), { provide: startCheckWorker, useValue: workerInTest }],
  });
  const fixture = await startRendering(SplitFilePage, {}, reportingTexts, severalTexts);
  TestBed.inject(SplitFileStore).take(file);
  TestBed.inject(Session).begin(sessionView({ permissions: ['obligation.read', 'report.submit'] }) as never);
  const http = TestBed.inject(HttpTestingController);
  await settled();
  http.expectOne('/api/v1/obligations').flush(obligations);
  await settled();
  fixture.detectChanges();
  for (const [id, period] of [
    ['d2', february],
    ['d3', context.period!],
  ] as const) {
    http.expectOne(`/api/v1/obligations/${id}/terms`).flush(terms);
    http.expectOne(`/api/v1/obligations/${id}/context`).flush({ ...context, period });
  }
  for (let tries = 0; tries < 20; tries += 1) await settled();
  fixture.detectChanges();
  return { fixture, element: fixture.nativeElement as HTMLElement };
}

describe('file for several reports', () => {
  const dump = () =>
    reportFile(validRow, other(validRow, '07.02.2026'), other(validRow, '08.02.2026'), other(validRow, '01.12.2025'));

  it('shows the lines of each report, and lists lines of none', async () => {
    const { element } = await page(dump());
    expect(element.querySelector('[role=status]')?.textContent).toContain(
      'Filen har linjer for 2 rapporter. Vi leste 4 linjer, og én linje hører ikke til noen av rapportene.',
    );
    expect(
      [...element.querySelectorAll('article')].map((card) => card.textContent?.replace(/\s+/g, ' ').trim()),
    ).toEqual([
      expect.stringMatching(/februar 2026.*2 linjer, 480/),
      expect.stringMatching(/mars 2026.*én linje, 240/),
    ]);
    const row = element.querySelector('tg-unclaimed-lines tbody tr')?.textContent ?? '';
    expect(row).toMatch(/7001.*Kongsvinger.*ikke i en periode med åpen rapport/s);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('passes the lines of one report to the report page, and flags them as submitted afterwards', async () => {
    const { fixture, element } = await page(dump());
    const went = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    element.querySelector<HTMLButtonElement>('article button')?.click();
    await settled();
    expect(went).toHaveBeenCalledWith(['/reports', 'd2']);
    expect(TestBed.inject(ChosenFiles).of('d2')?.share).toEqual({
      rows: [{ sheet: '', ranges: [[3, 4]] }],
      division: {
        elsewhere: [{ sheet: '', ranges: [[2, 2]] }],
        columns: [{ sheet: '', columns: expect.arrayContaining([0, 1, 2]) }],
      },
      together: ['d2', 'd3'],
      lines: 2,
      of: 4,
    });
    TestBed.inject(SplitFileStore).wasSent('d2');
    fixture.detectChanges();
    expect([...element.querySelectorAll('article')].map((card) => card.querySelector('button') !== null)).toEqual([
      false,
      true,
    ]);
    expect(TestBed.inject(SplitFileStore).left()).toBe(1);
  });

  it('explains why a file cannot be read', async () => {
    const { element } = await page(fileOf(new TextEncoder().encode('PK\u0003\u0004 ikke en arbeidsbok'), 'erp.xlsx'));
    expect(element.querySelector('[role=alert]')?.textContent).toContain('Arbeidsboken er skadet');
  });
});
