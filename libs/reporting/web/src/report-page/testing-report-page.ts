import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApiClient, Session } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { FileDrop } from '@tallgrunn/design';
import { startRendering } from '@tallgrunn/design/testing';
import { By } from '@angular/platform-browser';
import { startCheckWorker } from '../checking/start-worker.ts';
import { context, obligationDetail, reportFile, terms, workerInTest } from '../testing.ts';
import { branchTexts } from '../texts/branches/branch-texts.ts';
import { invoicedTexts } from '../texts/invoice-prefill/invoiced-texts.ts';
import { reportingTexts } from '../texts/reporting-texts.ts';
import { typedTexts } from '../texts/manual-entry/typed-texts.ts';
import { ReportPage } from './report-page.ts';

export const readAsText = (file: File) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(file);
  });

export const standing = {
  id: 'v1',
  number: 'R-2026-00001/1',
  state: 'accepted',
  kind: 'lines',
  lines: 1,
  amount: '300.00',
  currency: 'NOK',
  needsDecision: false,
  rowsWaiting: 0,
  receivedAt: null,
  submittedAt: '2026-04-02T10:00:00Z',
  acceptedAt: null,
  daysInQueue: null,
  returnReason: null,
} as const;

export const noOffer = {
  lines: 0,
  more: false,
  invoices: 0,
  buyers: 0,
  amount: '0',
  lastInvoicedOn: null,
  ready: 0,
  taken: 0,
  missing: [],
  rowsMax: 250,
};

export interface OpenedReport {
  readonly page: HTMLElement;
  readonly http: HttpTestingController;
  settle(): Promise<void>;
  dropFile(file: File): Promise<void>;
  /** Drops a report of these rows on the page, and responds to the requests of its check. */
  drop(...rows: string[]): Promise<void>;
  /** Returns the summary of a step as shown. */
  summary(step: string): string | undefined;
  press(label: string): Promise<void>;
}

/** Opens the page of one report and responds to its initial requests. */
export async function openReport(
  view = sessionView(),
  detail = obligationDetail(),
  offer = noOffer as object,
): Promise<OpenedReport> {
  TestBed.configureTestingModule({
    providers: [provideApiClient(), provideHttpClientTesting(), { provide: startCheckWorker, useValue: workerInTest }],
  });
  const fixture = await startRendering(
    ReportPage,
    { obligation: 'd1' },
    reportingTexts,
    typedTexts,
    invoicedTexts,
    branchTexts,
  );
  TestBed.inject(Session).begin(view as never);
  if (!view.person) TestBed.inject(Session).invitation.set('token');
  const http = TestBed.inject(HttpTestingController);
  const settle = async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      await new Promise((done) => setTimeout(done, 10));
      http.match('/api/v1/obligations/d1/remembered-answers').forEach((asked) => asked.flush([]));
      fixture.detectChanges();
    }
  };
  await settle();
  const page: HTMLElement = fixture.nativeElement;
  http.expectOne('/api/v1/obligations/d1').flush(detail);
  await settle();
  http.match('/api/v1/obligations/d1/invoice-prefill?language=nb').forEach((asked) => asked.flush(offer));
  await settle();
  const dropFile = async (file: File) => {
    fixture.debugElement.query(By.directive(FileDrop)).componentInstance.taken.emit([file]);
    await settle();
  };
  const drop = async (...rows: string[]) => {
    await dropFile(reportFile(...rows));
    for (const [what, body] of [
      ['terms', terms],
      ['context', context],
    ] as const)
      http.match(`/api/v1/obligations/d1/${what}`).forEach((asked) => asked.flush(body));
    await settle();
  };
  const summary = (step: string) =>
    page
      .querySelector(`tg-${step}-step .summary`)
      ?.textContent?.replace(/\u00a0/g, ' ')
      .trim();
  const press = async (words: string) => {
    const button = [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(words));
    if (!button) throw new Error(`no button "${words}" in: ${page.textContent}`);
    button.click();
    await settle();
  };
  return { page, http, settle, dropFile, drop, summary, press };
}
