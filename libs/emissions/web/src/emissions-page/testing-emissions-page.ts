import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { startRendering } from '@tallgrunn/design/testing';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { comparisonTexts } from '../texts/comparison-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import { EmissionsPage } from './emissions-page.ts';

export const run = {
  number: 2,
  finishedAt: '2026-08-10T07:00:00Z',
  engine: 'emissions/1',
  factorSet: 'dfo',
  ruleSet: 'accounts',
  currency: 'NOK',
  attributions: ['DFØ'],
  licence: 'CC BY 4.0',
};
export const totals = {
  lines: 3,
  spend: '1000.00',
  withFactor: '600.00',
  ask: '150.00',
  noFactor: '250.00',
  notSpend: '0',
  fromKroner: '600.00',
  notDeflated: '0',
  notAtPurchaserPrice: '0',
  overReported: '0',
  kg: '27200.000000',
  kgFromKroner: '27200.000000',
  directKg: '0.000000',
  shareKnown: '0.600000',
  qualityBySpend: '5.00',
  qualityByKg: '5.00',
};
export const rows = [
  {
    category: 'ict',
    method: 'spend-account',
    currency: 'NOK',
    lines: 1,
    amount: '600.00',
    ownAmount: '600.00',
    kg: '27200.000000',
    directKg: null,
    share: '0.6',
  },
  {
    category: 'ict',
    method: 'ask',
    currency: 'NOK',
    lines: 1,
    amount: '150.00',
    ownAmount: '150.00',
    kg: null,
    share: '0.15',
  },
  {
    category: 'food',
    method: 'no-factor',
    currency: 'NOK',
    lines: 1,
    amount: '250.00',
    ownAmount: '250.00',
    kg: null,
    share: '0.25',
  },
];
export const uncertainty = {
  run: 2,
  kg: '27200.000',
  low: '6100.000',
  high: '89000.000',
  level: 'high',
  naiveLow: '27000.000',
  naiveHigh: '27400.000',
  groups: 1,
};
export const wholeScope = { scoped: true, from: null, to: null, buyers: null, categories: null, supersededBy: null };
export const bridge = {
  from: 1,
  to: 2,
  before: '20000.000000',
  after: '27200.000000',
  steps: [
    { step: 'data', kg: '7200.000000', lines: 1 },
    { step: 'factor', kg: '0', lines: 0 },
  ],
};
export const runRow = (number: number) => ({
  number,
  engine: 'emissions/1',
  factorSet: 'dfo',
  ruleSet: 'accounts',
  currency: 'NOK',
  cause: 'spend.batch-posted',
  startedAt: run.finishedAt,
  finishedAt: run.finishedAt,
  opened: 3,
  closed: 0,
  batches: 1,
  versions: 0,
  footprints: 0,
  series: ['kpi-no-2026-2'],
  amountWithFactor: '600.00',
  amountWithout: '400.00',
  kg: '27200.000000',
});
export const categories = [
  { code: 'ict', name: { nb: 'IKT og telefoni', nn: 'IKT og telefoni', en: 'ICT' }, cpvPrefixes: [], accounts: [] },
  { code: 'food', name: { nb: 'Mat og drikke', nn: 'Mat og drikke', en: 'Food' }, cpvPrefixes: [], accounts: [] },
];

/** Opens the page at a URL and responds to its requests by path. */
export async function openPage(
  address: string,
  summary: object,
  published: readonly object[] = [],
  others: Readonly<Record<string, unknown>> = {},
  permissions: readonly string[] = ['combined.read'],
  session: object = {},
) {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true; // jsdom has the element, but not its methods
  };
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(EmissionsPage, {}, comparisonTexts, emissionsTexts, publishedTexts);
  TestBed.inject(Session).begin({ ...sessionView({ permissions: [...permissions] }), ...session } as never);
  await TestBed.inject(Router).navigateByUrl(address);
  const answers: Readonly<Record<string, unknown>> = {
    '/api/v1/emissions/summary': summary,
    '/api/v1/emissions/runs': [runRow(2), runRow(1)],
    '/api/v1/emissions/uncertainty': uncertainty,
    '/api/v1/emissions/publications': published,
    '/api/v1/emissions/nightly-verifications': [
      {
        run: 2,
        lines: 3,
        linesTried: 3,
        sample: null,
        differing: 0,
        madeRun: null,
        overtaken: false,
        at: '2026-08-10T01:00:00Z',
      },
    ],
    '/api/v1/emissions/external-figures': [
      {
        id: 's1',
        year: 2019,
        buyerId: null,
        buyer: null,
        category: null,
        kg: '1250000.000000',
        madeBy: 'Et selskap',
        method: 'Kroner',
        source: 'Sak 22/1',
        by: 'Kari',
        at: '2026-08-10T01:00:00Z',
        sealed: '2019 | * | *',
        sha256: 'a1b2',
      },
    ],
    '/api/v1/emissions/bridge': bridge,
    '/api/v1/emissions/years': [2026, 2025],
    '/api/v1/categories': categories,
    '/api/v1/emissions/runs/2/verification': { holds: true, lines: 3 },
    ...others,
  };
  const asked: string[] = [];
  const answer = async () => {
    for (let round = 0; round < 4; round += 1) {
      await new Promise((done) => setTimeout(done, 20));
      fixture.detectChanges();
      for (const { request, cancelled, flush } of TestBed.inject(HttpTestingController)
        .match(() => true)
        .map((each) => ({ request: each.request, cancelled: each.cancelled, flush: each.flush.bind(each) }))) {
        asked.push(request.urlWithParams);
        const said = answers[request.url];
        if (!cancelled) flush((Array.isArray(said) ? [...(said as object[])] : said) as object);
      }
    }
    fixture.detectChanges();
  };
  await answer();
  return { element: fixture.nativeElement as HTMLElement, asked, answer };
}
