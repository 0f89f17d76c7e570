import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView } from '@tallgrunn/api-client/testing';
import { accessibilityViolations, startRendering } from '@tallgrunn/design/testing';
import { spendTexts } from '@tallgrunn/spend-web';
import { councilSheetTexts } from '../texts/council-sheet-texts.ts';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import { nb } from '../texts/published-nb.ts';
import { LinePage } from './line-page.ts';
import { PublishedPage } from './published-page.ts';
import { PublishedRunPage } from './published-run-page.ts';
import { formatDecision } from './format-decision.ts';

const said = (nb: string) => ({ nb, nn: nb, en: nb });
const batchId = '01a21c5e-703b-7134-97b6-2b9732424aba';
const publication = {
  id: 'p1',
  run: 7,
  caseNumber: '26/118',
  scope: 'Alle kommunene, 2026',
  scoped: true,
  from: '2026-01',
  to: '2026-12',
  buyers: null,
  categories: null,
  supersededBy: null,
  kg: '27200.000000',
  by: 'Kari',
  at: '2026-08-10T07:00:00Z',
};
const answers: Readonly<Record<string, unknown>> = {
  '/api/v1/emissions/publications': [publication],
  '/api/v1/categories': [],
  '/api/v1/combined/filter-options': {
    buyers: [
      { value: 'b1', label: 'Grue kommune' },
      { value: 'b2', label: 'Eidskog kommune' },
    ],
    suppliers: [],
    agreements: [],
    months: [],
    categories: [],
  },
  '/api/v1/emissions/nightly-verifications': [],
  '/api/v1/emissions/uncertainty': {
    run: 7,
    kg: '27200.000',
    low: '6100.000',
    high: '89000.000',
    level: 'high',
    naiveLow: '0',
    naiveHigh: '0',
    groups: 1,
  },
  '/api/v1/emissions/summary': {
    run: {
      number: 7,
      finishedAt: '2026-08-10T07:00:00Z',
      engine: 'e',
      factorSet: 'dfo',
      ruleSet: 'a',
      currency: 'NOK',
      attributions: ['DFØ'],
      licence: 'CC BY 4.0',
    },
    totals: {
      lines: 3,
      spend: '1000.00',
      withFactor: '600.00',
      ask: '0',
      noFactor: '0',
      notSpend: '0',
      fromKroner: '600.00',
      notDeflated: '0',
      notAtPurchaserPrice: '0',
      overReported: '0',
      kg: '27200.000000',
      kgFromKroner: '27200.000000',
      directKg: '0.000000',
      shareKnown: '0.6',
      qualityBySpend: '5',
      qualityByKg: '5',
    },
    rows: [
      {
        category: 'ict',
        method: 'spend-account',
        currency: 'NOK',
        lines: 1,
        amount: '600.00',
        kg: '27200.000000',
        directKg: null,
        share: '0.6',
      },
    ],
    beside: [],
  },
  '/api/v1/emissions/runs/7/sample': {
    run: 7,
    seed: 'frø',
    size: 25,
    unit: 'kroner',
    population: 63,
    total: '61595',
    interval: '2463.8',
    start: '1200.5',
    lines: [
      {
        batchId,
        lineNo: 4,
        part: 0,
        buyer: 'Kongsvinger kommune',
        seller: 'Finnskog',
        text: 'Kontormøbler',
        spentOn: '2026-03-03',
        amount: '50000',
        method: 'spend-account',
        kg: '1361.9',
        hits: 20,
        certain: true,
      },
    ],
  },
  [`/api/v1/emissions/runs/7/lines/${batchId}/4`]: {
    run: 7,
    rows: [
      {
        kind: 'posting',
        document: 'B-2026-1',
        file: 'bok.csv',
        sha256: 'a'.repeat(64),
        sheet: '',
        row: 5,
        cells: [
          { field: 'amount', heading: 'Sum', cell: null, text: '50000' },
          { field: 'account', heading: null, cell: null, text: '115' },
          { field: 'itemName', heading: null, cell: null, text: 'Papir' },
        ],
        findings: [],
      },
      {
        kind: 'report',
        document: 'R-2026-00001',
        file: 'rapport.csv',
        sha256: 'b'.repeat(64),
        sheet: 'Ark1',
        row: 2,
        cells: [{ field: 'quantity', heading: 'Antall', cell: 'D2', text: '10' }],
        findings: [{ code: 'price-above-agreed', severity: 'confirm', cell: 'F2', found: '112', expected: '98' }],
      },
    ],
    ties: [{ report: 'R-2026-00001', line: 1, step: 'invoice-item', amount: '50000', score: '1' }],
    decisions: [
      {
        kind: 'factor',
        aboutKind: 'category',
        about: 'paper',
        aboutName: said('Kontor og papir'),
        decidedKind: 'factor',
        decided: ['Papir', 'ADEME'],
        decidedName: null,
        reason: 'Nærmest norsk papir.',
        by: 'Ola',
        proposedBy: 'Kari',
        at: '2026-01-01T00:00:00Z',
      },
    ],
  },
  [`/api/v1/emissions/explanations/spend-lines/${batchId}/4`]: {
    formula: '50 000 kr × 0,027 = 1 361,9 kg CO₂e',
    steps: [],
    caveats: [],
    sources: [{ label: 'DFØ' }],
    versions: [{ label: 'Beregning', value: '7' }],
    wayDown: null,
    alternatives: [],
    figure: { kg: '1361.9', amount: '50000', currency: 'NOK', multiplier: null, method: 'spend-account', dataClass: 5 },
  },
};

/** Opens a page at its URL and responds to its requests by path. */
async function openPublished(
  page: unknown,
  params: Record<string, string>,
  address = '/',
  permissions: readonly string[] = ['emissions.export-evidence', 'emissions.audit'],
) {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true; // jsdom has the element, but not its methods
  };
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await startRendering(
    page as never,
    params,
    emissionsTexts,
    publishedTexts,
    councilSheetTexts,
    spendTexts,
  );
  TestBed.inject(Session).begin(sessionView({ permissions: [...permissions] }) as never);
  await TestBed.inject(Router).navigateByUrl(address);
  for (let round = 0; round < 5; round += 1) {
    await new Promise((done) => setTimeout(done, 20));
    fixture.detectChanges();
    for (const request of TestBed.inject(HttpTestingController).match(() => true))
      if (!request.cancelled) request.flush(answers[request.request.url] as object);
  }
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('published pages', () => {
  it('list publications with links to their runs', async () => {
    const element = await openPublished(PublishedPage, {});
    expect([...element.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toContain(
      '/published/7?publication=p1',
    );
    expect(element.querySelector('tg-data-table')?.textContent).toContain(
      'Gjelder 2026; alle kommunene; alle kategorier.',
    );
    expect(element.querySelector('tg-data-table tg-sum-explanation button')?.getAttribute('aria-label')).toContain(
      'for 26/118',
    );
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('draw a sample with seed and interval, and link each line to its evidence', async () => {
    const element = await openPublished(PublishedRunPage, { run: '7' }, '/?seed=frø');
    expect(element.querySelector('tg-sample [role=status]')?.textContent).toMatch(
      /Én linje av 63, med 20 trekk. Startverdi «frø», intervall 2\s?463,8, første trekk ved 1\s?200,5/,
    );
    expect(element.querySelector('tg-sample tg-data-table a')?.getAttribute('href')).toBe(
      `/published/7/lines/${batchId}/4`,
    );
    expect(element.querySelector('a[download]')?.getAttribute('href')).toBe(
      '/api/v1/emissions/runs/7/evidence-pack.zip?publication=p1',
    );
    // The kilograms are linked to their explanation.
    expect(element.querySelector('tg-sample tg-data-table a[aria-label^="Hvorfor"]')?.getAttribute('href')).toBe(
      `/published/7/lines/${batchId}/4`,
    );
    expect(element.querySelector('tg-sum-explanation button')?.getAttribute('aria-label')).toMatch(
      /^Hvorfor er tallet 27/,
    );
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('offer only actions that the user has permission for', async () => {
    const element = await openPublished(PublishedRunPage, { run: '7' }, '/', ['emissions.read']);
    expect([
      element.querySelector('a[download]'),
      element.querySelector('tg-sample'),
      element.querySelector('tg-method-table a'),
    ]).toEqual([null, null, null]);
    expect(element.querySelector('tg-method-table')?.textContent).toContain('Kostnadsbasert, konto');
  });

  it('offer a council sheet of all municipalities or of one, and say why there is none', async () => {
    const element = await openPublished(PublishedRunPage, { run: '7' }, '/', ['emissions.read', 'combined.read']);
    const sheet = element.querySelector('tg-download-council-sheet')!;
    expect([...sheet.querySelectorAll('option')].map((option) => option.textContent)).toEqual([
      'Alle kommunene i publiseringen',
      'Grue kommune',
      'Eidskog kommune',
    ]);
    const select = sheet.querySelector('select')!;
    select.value = 'b2';
    select.dispatchEvent(new Event('change'));
    expect([...sheet.querySelectorAll('button')].map((button) => button.textContent?.trim())).toEqual([
      'Last ned arket',
      'Last ned som lysbilde',
      'Last ned som tekst',
    ]);
    sheet.querySelectorAll('button')[1]!.click();
    const [request] = TestBed.inject(HttpTestingController).match(({ url }) => url.endsWith('/council-sheet'));
    expect(request?.request.urlWithParams).toMatch(/publications\/p1\/council-sheet\?.*buyerId=b2.*format=pptx/);
    const refusal = { type: 'about:blank', code: 'nothing-published', status: 422 };
    request?.flush(new Blob([JSON.stringify(refusal)], { type: 'application/problem+json' }), {
      status: 422,
      statusText: '',
    });
    await new Promise((done) => setTimeout(done, 20));
    await accessibilityViolations(element).then((violations) => expect(violations).toEqual([]));
    expect(sheet.querySelector('[role=status]')?.textContent).not.toBe('');
  });

  it('show the source cells of a line with findings, links and deciders', async () => {
    const element = await openPublished(LinePage, { run: '7', batchId, lineNo: '4' });
    const text = element.textContent?.replaceAll(/\s+/g, ' ') ?? '';
    for (const said of [
      '50 000 kr × 0,027',
      'B-2026-1 · bok.csv · rad 5',
      'Ark1',
      'D2',
      'F2, fant «112», ventet «98»',
      'Faktor for Kontor og papir: «Papir» (ADEME). «Nærmest norsk papir.» Foreslått av Kari. Besluttet av Ola.',
      'Avstemt etter: samme fakturanummer og samme varenummer',
      'Konto (art)',
      'Varenavn',
    ])
      expect(text).toContain(said);
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});

describe('decision text', () => {
  const one = {
    aboutName: null,
    decidedName: null,
    reason: 'Derfor.',
    by: null,
    proposedBy: null,
    hasDecider: false,
    hasProposer: false,
    at: null,
  };

  it.each([
    [
      {
        kind: 'factor',
        aboutKind: 'product',
        about: 'beef',
        aboutName: said('Storfekjøtt'),
        decidedKind: 'factor',
        decided: ['Storfe', 'SLU'],
      },
      'Faktor for Storfekjøtt: «Storfe» (SLU).',
    ],
    [
      {
        kind: 'methods',
        aboutKind: 'category',
        about: 'food',
        aboutName: said('Mat og drikke'),
        decidedKind: 'methods',
        decided: ['spend-account'],
      },
      'Beregningsmetoder i Mat og drikke: Kostnadsbasert, konto.',
    ],
    [
      {
        kind: 'account',
        aboutKind: 'account',
        about: 'kostra:115',
        decidedKind: 'category',
        decided: ['food'],
        decidedName: said('Mat og drikke'),
      },
      'Kategori for konto KOSTRA 115: Mat og drikke.',
    ],
    [
      { kind: 'item', aboutKind: 'item', about: '512', decidedKind: 'nothing', decided: [] },
      'Klassifisering av vare 512: ingenting i katalogen passer.',
    ],
    [
      {
        kind: 'declaration',
        aboutKind: 'declaration',
        about: 'D-2026-1',
        decidedKind: 'verdict',
        decided: ['accepted-with-reservation'],
      },
      'Deklarasjon D-2026-1: godkjent med forbehold.',
    ],
  ] as const)('has no code in it: %j', (decision, said) => {
    expect(
      formatDecision(
        { ...one, ...decision, decided: [...decision.decided] },
        nb,
        { 'spend-account': 'Kostnadsbasert, konto' },
        'nb',
      ),
    ).toBe(`${said} «Derfor.» `);
  });
});
