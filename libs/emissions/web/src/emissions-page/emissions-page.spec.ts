import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Session, provideApiClient } from '@tallgrunn/api-client';
import { sessionView, supplierMembership } from '@tallgrunn/api-client/testing';
import { accessibilityFaults, begin } from '@tallgrunn/design/testing';
import { emissionsTexts } from '../texts/emissions-texts.ts';
import { comparisonTexts } from '../texts/comparison-texts.ts';
import { publishedTexts } from '../texts/published-texts.ts';
import { EmissionsPage } from './emissions-page.ts';

const run = {
  number: 2,
  finishedAt: '2026-08-10T07:00:00Z',
  engine: 'emissions/1',
  factorSet: 'dfo',
  ruleSet: 'accounts',
  currency: 'NOK',
  attributions: ['DFØ'],
  licence: 'CC BY 4.0',
};
const totals = {
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
const rows = [
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
const sure = {
  run: 2,
  kg: '27200.000',
  low: '6100.000',
  high: '89000.000',
  level: 'high',
  naiveLow: '27000.000',
  naiveHigh: '27400.000',
  groups: 1,
};
const whole = { scoped: true, from: null, to: null, buyers: null, categories: null, supersededBy: null };
const bridge = {
  from: 1,
  to: 2,
  before: '20000.000000',
  after: '27200.000000',
  steps: [
    { step: 'data', kg: '7200.000000', lines: 1 },
    { step: 'factor', kg: '0', lines: 0 },
  ],
};
const ran = (number: number) => ({
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
const categories = [
  { code: 'ict', name: { nb: 'IKT og telefoni', nn: 'IKT og telefoni', en: 'ICT' }, cpvPrefixes: [], accounts: [] },
  { code: 'food', name: { nb: 'Mat og drikke', nn: 'Mat og drikke', en: 'Food' }, cpvPrefixes: [], accounts: [] },
];

/** The page at an address, its requests answered by their path. */
async function openPage(
  address: string,
  summary: object,
  published: readonly object[] = [],
  others: Readonly<Record<string, unknown>> = {},
  permissions: readonly string[] = ['combined.read'],
  session: object = {},
) {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true; // jsdom knows the element, not its acts
  };
  TestBed.configureTestingModule({ providers: [provideApiClient(), provideHttpClientTesting()] });
  const fixture = await begin(EmissionsPage, {}, comparisonTexts, emissionsTexts, publishedTexts);
  TestBed.inject(Session).begin({ ...sessionView({ permissions: [...permissions] }), ...session } as never);
  await TestBed.inject(Router).navigateByUrl(address);
  const answers: Readonly<Record<string, unknown>> = {
    '/api/v1/emissions/summary': summary,
    '/api/v1/emissions/runs': [ran(2), ran(1)],
    '/api/v1/emissions/uncertainty': sure,
    '/api/v1/emissions/publications': published,
    '/api/v1/emissions/nights': [
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
    '/api/v1/emissions/sealed': [
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
    '/api/v1/emissions/runs/2/proof': { holds: true, lines: 3 },
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

describe('the page of runs', () => {
  it('answers why beside every tonne of a category, a method and a run, each of exactly its lines', async () => {
    const burnt = { ...totals, directKg: '5000.000000' };
    const why = {
      formula: '1 linje',
      steps: [],
      caveats: [],
      sources: [],
      versions: [],
      wayDown: null,
      alternatives: [],
      figure: {},
      parts: [],
      largest: [
        {
          batchId: 'b1',
          lineNo: 7,
          method: 'spend-account',
          amount: '600',
          currency: 'NOK',
          kg: '27200',
          seller: 'Atea',
          text: null,
          spentOn: null,
          file: 'bok.csv',
          sheet: null,
          row: 8,
        },
      ],
    };
    const { element, asked, answer } = await openPage('/', { run, totals: burnt, rows, beside: [] }, [], {
      '/api/v1/emissions/why/sum': why,
    });
    const buttons = [...element.querySelectorAll<HTMLButtonElement>('tg-why-sum > tg-why > button')];
    expect(buttons.map((button) => button.getAttribute('aria-label')?.replaceAll(/\s/g, ' '))).toEqual([
      'Hvorfor er tallet 27 t CO₂e?',
      'Hvorfor er tallet 5 t CO₂e?',
      'Hvorfor er tallet 27 t for IKT og telefoni?',
      'Hvorfor er tallet 27 t for Kroner etter konto?',
      'Hvorfor er tallet 27 t for Kjøring 2?',
      'Hvorfor er tallet 27 t for Kjøring 1?',
    ]);
    for (const button of buttons) button.click();
    await answer();
    expect(
      asked
        .filter((address) => address.includes('/why/sum'))
        .map((address) => new URLSearchParams(address.split('?')[1]))
        .map(
          (query) => `${query.get('run')} ${query.get('of') ?? query.get('category') ?? query.get('method') ?? 'all'}`,
        )
        .toSorted(),
    ).toEqual(['1 all', '2 all', '2 all', '2 burning', '2 ict', '2 spend-account']);
    // The line itself is one click further: here in the combined table.
    expect(element.querySelector('tg-hotspots tg-why-sum dialog a[href^="/combined?line"]')?.getAttribute('href')).toBe(
      '/combined?line=sb1:7',
    );
    expect(await accessibilityFaults(element)).toEqual([]);
  });

  it('says what is largest, what is not reckoned and why, and leads to the lines', async () => {
    const { element } = await openPage('/', { run, totals, rows, beside: [] });
    expect(element.querySelector('tg-bar-chart')?.textContent).toMatch(
      /IKT og telefoni står for 100\s?,?0?\s% av utslippet/,
    );
    expect(element.querySelector('tg-hotspots tg-data-table')?.textContent).toMatch(/Mat og drikke\s*ikke regnet/);
    expect(element.textContent).toContain('ingen faktor velges før noen har sagt hva som ble kjøpt');
    const links = [...element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(
      expect.arrayContaining(['/combined?category=food', '/combined?method=ask', '/combined?method=no-factor']),
    );
    expect(await accessibilityFaults(element)).toEqual([]);
  });

  it('shows an earlier run by its address, and says that it is one', async () => {
    const { element, asked } = await openPage('/?run=1', { run: { ...run, number: 1 }, totals, rows, beside: [] });
    expect(asked).toContain('/api/v1/emissions/summary?run=1');
    expect(element.querySelector('.ds-alert')?.textContent).toContain('tidligere kjøring');
  });

  it('draws what lies between the published run and now, with what is reckoned otherwise in grey', async () => {
    const publication = {
      id: 'p1',
      run: 1,
      caseNumber: '26/118',
      scope: 'Alt',
      ...whole,
      kg: '20000.000000',
      by: 'Kari',
      at: run.finishedAt,
    };
    const told = {
      formula: 'x',
      steps: [],
      caveats: [],
      sources: [],
      versions: [],
      wayDown: null,
      alternatives: [],
      figure: {},
      parts: [],
      largest: [],
    };
    const { element, asked, answer } = await openPage('/', { run, totals, rows, beside: [] }, [publication], {
      '/api/v1/emissions/why/sum': told,
      '/api/v1/emissions/why/step': told,
    });
    expect(asked).toContain('/api/v1/emissions/bridge?from=1&to=2&publication=p1');
    expect(element.querySelector('tg-bridge')?.textContent).toContain(
      'Gjelder alle måneder; alle kommunene; alle kategorier.',
    );
    const bars = [...element.querySelectorAll('tg-waterfall svg[role=img] > rect')].map((bar) =>
      bar.getAttribute('data-kind'),
    );
    expect(bars).toEqual(['total', 'grey', 'total']);
    expect(element.querySelector('tg-bridge')?.textContent).toContain('Publisert (kjøring 1)');
    // Each end and each step that moved something says why: of the scope of the publication.
    const why = [...element.querySelectorAll<HTMLButtonElement>('tg-bridge tg-why-sum > tg-why > button')];
    expect(why.map((button) => button.getAttribute('aria-label')?.replaceAll(/\s/g, ' '))).toEqual([
      'Hvorfor er tallet 20 t for Publisert (kjøring 1)?',
      'Hvorfor er tallet +7,2 t for Linjer kom til eller falt bort?',
      'Hvorfor er tallet 27,2 t for Nå?',
    ]);
    for (const button of why) button.click();
    await answer();
    expect(
      asked
        .filter((address) => address.includes('/emissions/why/'))
        .map((address) => address.replace(/&?language=nb/, ''))
        .toSorted(),
    ).toEqual([
      '/api/v1/emissions/why/step?from=1&to=2&publication=p1&step=data',
      '/api/v1/emissions/why/sum?run=1&publication=p1',
      '/api/v1/emissions/why/sum?run=2&publication=p1',
    ]);
    expect(element.querySelector('tg-published-beside')?.textContent).toContain('sak 26/118');
    expect(await accessibilityFaults(element)).toEqual([]);
  });

  it('shows the case that holds beside the total as soon as a proposal is approved', async () => {
    const publication = (caseNumber: string, supersededBy: string | null) => ({
      id: caseNumber,
      run: 2,
      caseNumber,
      scope: 'Alle kommunene, 2026.',
      ...whole,
      kg: totals.kg,
      by: 'Kari',
      at: run.finishedAt,
      supersededBy,
    });
    const published: object[] = [publication('26/118', null)];
    const proposal = {
      id: 'fp1',
      kind: 'publication',
      run: 2,
      caseNumber: '26/119',
      description: 'Alle kommunene, 2026.',
      from: '2026-01',
      to: null,
      buyers: null,
      categories: ['food'],
      figures: null,
      proposedBy: 'Kari',
      proposedAt: run.finishedAt,
      isOwn: false,
      mayDecide: true,
    };
    const waiting: object[] = [
      proposal,
      { ...proposal, id: 'fp2', isOwn: true, mayDecide: false },
      { ...proposal, id: 'fp3', mayDecide: false },
    ];
    const { element, answer } = await openPage(
      '/',
      { run, totals, rows, beside: [] },
      published,
      {
        '/api/v1/emissions/runs/2/publication-proposals': null,
        '/api/v1/emissions/figure-proposals': waiting,
        '/api/v1/emissions/figure-proposals/fp1/approve': { id: 'p9' },
        '/api/v1/combined/choices': { buyers: [], suppliers: [], agreements: [], months: [], categories: [] },
      },
      ['combined.read', 'emissions.publish'],
    );
    expect(element.querySelector('tg-published-beside')?.textContent).toMatch(
      /sak 26\/118, [^()]+, kjøring 2; alle måneder; alle kommunene; alle kategorier\)\./,
    );
    expect(element.textContent).toMatch(
      /Publisert: Alle kommunene, 2026\. Gjelder alle måneder; alle kommunene; alle kategorier\. {1,2}Sak 26\/118/,
    );
    for (const [field, text] of [
      ['publish-case', '26/119'],
      ['publish-scope', 'Alle kommunene, 2026.'],
    ] as const) {
      const box = element.querySelector<HTMLInputElement>(`#${field}`);
      if (!box) throw new Error(`no field ${field}`);
      box.value = text;
      box.dispatchEvent(new Event('input'));
    }
    element.querySelector<HTMLButtonElement>('tg-publish-run button[type=submit]')?.click();
    await answer();
    expect(element.querySelector('tg-publish-run')?.textContent).toContain(
      'Forslaget om å publisere i sak 26/119 venter på at en annen godkjenner.',
    );
    expect(element.querySelector('tg-figure-proposals')?.textContent).toContain(
      'Du har foreslått dette. En annen må godkjenne det.',
    );
    expect(element.querySelector('tg-figure-proposals')?.textContent).toContain('Du kan ikke godkjenne dette');
    expect(await accessibilityFaults(element)).toEqual([]);
    published.splice(0, 1, publication('26/119', null), publication('26/118', '26/119'));
    waiting.shift();
    const approve = element.querySelector<HTMLButtonElement>('tg-figure-proposals button');
    expect(approve?.getAttribute('aria-label')).toBe(
      'Godkjenn: Publiser kjøring 2 i sak 26/119: Alle kommunene, 2026.',
    );
    approve?.click();
    await answer();
    expect(element.querySelector('tg-figure-proposals')?.textContent).toContain('Forslaget er godkjent og gjelder nå.');
    expect(element.querySelector('tg-published-beside')?.textContent).toContain('sak 26/119');
  });

  it('holds what is published up against the same scope, and says so where there is none', async () => {
    const ofYear = {
      id: 'p1',
      run: 1,
      caseNumber: '26/118',
      scope: 'Alt',
      ...whole,
      from: '2025-01',
      to: '2025-12',
      kg: '20000.000000',
      by: 'Kari',
      at: run.finishedAt,
    };
    const { element, asked } = await openPage('/', { run, totals, rows, beside: [] }, [ofYear]);
    // The page is of all months, which is more: then and now are both asked for the scope.
    expect(asked).toEqual(
      expect.arrayContaining([
        '/api/v1/emissions/summary?run=1&publication=p1',
        '/api/v1/emissions/summary?publication=p1',
      ]),
    );
    expect(element.querySelector('tg-published-beside')?.textContent).toMatch(
      /Publisert: 27 t CO₂e.*; 2025; alle kommunene; alle kategorier\).*mer enn det som er publisert/s,
    );
    TestBed.resetTestingModule();
    const ofOther = { ...ofYear, buyers: [{ id: 'another', name: 'Nord-Odal kommune' }] };
    const buyer = {
      ...supplierMembership,
      organisation: { ...supplierMembership.organisation, kind: 'buyer' },
      role: 'buyer',
    };
    const { element: own } = await openPage('/', { run, totals, rows, beside: [] }, [ofOther], {}, ['combined.read'], {
      memberships: [buyer],
    });
    expect(own.querySelector('tg-published-beside')?.textContent).toMatch(
      /Ikke publisert\..*sak 26\/118.*gjelder 2025; Nord-Odal kommune; alle kategorier/s,
    );
    expect(await accessibilityFaults(own)).toEqual([]);
  });

  it('publishes months, municipalities and categories that are chosen', async () => {
    const sent: unknown[] = [];
    const choices = {
      buyers: [{ value: 'b1', label: 'Kongsvinger kommune' }],
      suppliers: [],
      agreements: [],
      months: ['2025-12', '2026-01'],
      categories: [],
    };
    const { element, answer } = await openPage(
      '/',
      { run, totals, rows, beside: [] },
      [],
      {
        '/api/v1/emissions/runs/2/publication-proposals': null,
        '/api/v1/emissions/figure-proposals': [],
        '/api/v1/combined/choices': choices,
      },
      ['combined.read', 'emissions.publish'],
    );
    element.querySelector('tg-publish-run > details')?.dispatchEvent(new Event('toggle'));
    await answer();
    for (const [field, text, event] of [
      ['publish-case', '26/1', 'input'],
      ['publish-scope', 'Som vedtatt', 'input'],
      ['publish-from', '2026-01', 'change'],
    ] as const) {
      const box = element.querySelector<HTMLInputElement>(`#${field}`);
      if (!box) throw new Error(`no field ${field}`);
      box.value = text;
      box.dispatchEvent(new Event(event));
    }
    const boxes = [...element.querySelectorAll<HTMLInputElement>('tg-publish-run input[type=checkbox]')];
    expect(boxes).toHaveLength(3);
    for (const box of [boxes[0], boxes[2]]) box?.dispatchEvent(new Event('change'));
    expect(await accessibilityFaults(element)).toEqual([]);
    const http = TestBed.inject(HttpTestingController);
    element.querySelector<HTMLButtonElement>('tg-publish-run button[type=submit]')?.click();
    await new Promise((done) => setTimeout(done, 20));
    for (const { request } of http.match(({ method }) => method === 'POST')) sent.push(request.body);
    expect(sent.map((body) => (typeof body === 'string' ? JSON.parse(body) : body))).toEqual([
      { caseNumber: '26/1', scope: 'Som vedtatt', from: '2026-01', buyerIds: ['b1'], categories: ['food'] },
    ]);
  });

  const name = (nb: string) => ({ nb, nn: nb, en: nb });
  const comparison = {
    standing: 'sound',
    before: { from: '2025-01', to: '2025-07' },
    after: { from: '2026-01', to: '2026-07' },
    buyers: [{ id: 'b1', name: 'Grue kommune' }],
    leftOut: [{ id: 'b2', name: 'Våler kommune', missing: ['2026-04', '2026-05'] }],
  };
  const moved = {
    formula: 'Totalen før',
    steps: [],
    caveats: [],
    sources: [],
    versions: [],
    wayDown: null,
    alternatives: [],
    figure: {},
    kind: 'bought',
    kronerBefore: '3000',
    kronerAfter: '2720',
    groups: [
      {
        category: 'furniture',
        categoryName: name('Møbler'),
        product: 'office-chair',
        productName: name('Kontorstoler'),
        kronerBefore: '3000',
        kronerAfter: '2720',
        kgBefore: '30000',
        kgAfter: '27200',
        perKrone: '10.000000000001',
        before: '30000.000000',
        after: '27200.000000',
        kg: '-2800.000000',
        lines: 1,
      },
    ],
    largest: [
      {
        run: 2,
        later: false,
        batchId: 'b1',
        lineNo: 7,
        method: 'several',
        amount: '3000',
        currency: 'NOK',
        kg: '30000',
        before: '30000',
        after: '27200',
        seller: 'Atea',
        text: null,
        spentOn: null,
        file: 'bok.csv',
        sheet: null,
        row: 8,
      },
    ],
  };

  const none = { spendBefore: '0', spendAfter: '0', before: '0.000', after: '0.000' };

  it('says how sure the change between two years is, where one run tells both', async () => {
    const told = {
      '/api/v1/emissions/bridge/periods': {
        comparison,
        before: { run: 2, from: '2025-01', to: '2025-07', kg: '30000.000000' },
        after: { run: 2, from: '2026-01', to: '2026-07', kg: '27200.000000' },
        steps: [{ step: 'volume', kg: '-2800.000000', lines: 1 }],
      },
      '/api/v1/emissions/why/period-step': moved,
      '/api/v1/emissions/change': {
        run: 2,
        comparison,
        classes: {
          operating: none,
          investment: { spendBefore: '500.00', spendAfter: '9000.00', before: '1000.000', after: '18000.000' },
          unknown: none,
          unknownOf: [],
          isKnown: true,
        },
        spendBefore: '3000.00',
        spendAfter: '2720.00',
        before: '30000.000',
        after: '27200.000',
        difference: '-2800.000',
        low: '-5100.000',
        high: '-900.000',
        notDeflated: '12000.000',
        verdict: 'fall',
      },
    };
    const { element, asked, answer } = await openPage(
      '/?fromYear=2025&toYear=2026',
      { run, totals, rows, beside: [] },
      [{ id: 'p2', run: 2, caseNumber: '26/2', scope: 'x', ...whole, kg: '1', by: null, at: run.finishedAt }],
      told,
    );
    await answer();
    expect(element.querySelector('tg-period-bridge tg-waterfall')?.textContent).not.toContain('publisert i sak');
    // Each end and each step of the bridge says why.
    const why = [...element.querySelectorAll<HTMLButtonElement>('tg-period-bridge tg-bridge-picture tg-why > button')];
    expect(why.map((button) => button.getAttribute('aria-label')?.replaceAll(/\s/g, ' '))).toEqual([
      expect.stringContaining('30 t for'),
      'Hvorfor er tallet −2,8 t for Kjøpte mer eller mindre?',
      expect.stringContaining('27,2 t for'),
    ]);
    // A step tells whether anybody bought otherwise, the groups it comes from, and their lines with before and after, each a link to the line.
    why[1]?.click();
    await answer();
    const panel = why[1]?.parentElement?.querySelector('dialog');
    expect(panel?.textContent?.replaceAll(/\s/g, ' ')).toMatch(
      /Kjøpt annerledes.*Møbler: Kontorstoler.*3 000,00 kr og 30 000,0 kg før, 2 720,00 kr og 27 200,0 kg etter\. En krone veide 10,000000000001 kg før\..*30 000,027 200,0−2 800,0.*Atea2025 · 3 000,00\s?kr, 30 000,0 kg · bok\.csv · rad 8/,
    );
    expect(panel?.querySelector('a')?.getAttribute('href')).toBe('/combined?line=sb1:7');
    panel?.querySelector<HTMLButtonElement>('button.open')?.click();
    await answer();
    const steps = asked
      .filter((address) => address.includes('/why/period-step'))
      .map((address) => Object.fromEntries(new URLSearchParams(address.split('?')[1])));
    expect(steps).toMatchObject([
      {
        beforeRun: '2',
        beforeFrom: '2025-01',
        beforeTo: '2025-07',
        run: '2',
        from: '2026-01',
        to: '2026-07',
        step: 'volume',
      },
      { step: 'volume', category: 'furniture', product: 'office-chair' },
    ]);
    expect(panel?.textContent).toContain('Linjene i Møbler: Kontorstoler');
    expect(await accessibilityFaults(element)).toEqual([]);
    const changes = () =>
      asked
        .filter((address) => address.includes('/emissions/change?'))
        .map((address) => Object.fromEntries(new URLSearchParams(address.split('?')[1])));
    const months = { run: '2', from: '2026-01', to: '2026-07', beforeFrom: '2025-01', beforeTo: '2025-07' };
    expect(changes()).toEqual([{ ...months, accountClass: 'operating', by: 'books' }]);
    expect(element.querySelector('tg-period-bridge')?.textContent).toMatch(
      /Sikker nedgang etter regnskapet\..*mellom .5,1 t og .0,9\d* t\./s,
    );
    const note = element.querySelector('tg-period-bridge')?.textContent?.replaceAll(/\s+/g, ' ');
    expect(note).toMatch(/Innkjøpene er 9,3 % lavere: fra 3 000 kr til 2 720 kr, uten mva\./);
    expect(note).toContain('Sammenlignet: januar 2025 til juli 2025 med januar 2026 til juli 2026.');
    expect(note).toContain('Våler kommune er ikke med: regnskapet er ikke komplett for april 2026 til mai 2026.');
    expect(note).toContain('Prisstigningen er ikke regnet ut for 12 t.');
    // The figures are of operating accounts; investment stands beside, without a direction.
    expect(note).toContain('Tallene gjelder drift.');
    expect(note).toMatch(/Investering, ved siden av: fra 500 kr til 9 000 kr, fra 1 t til 18 t\./);
    // By when the goods came instead: it is asked, and the verdict says so.
    const by = element.querySelector<HTMLSelectElement>('#change-by');
    if (!by) throw new Error('no choice');
    by.value = 'delivery';
    by.dispatchEvent(new Event('change'));
    await answer();
    expect(changes().at(-1)).toEqual({ ...months, accountClass: 'operating', by: 'delivery' });
    expect(element.querySelector('tg-change-told')?.textContent).toContain('Sikker nedgang etter levering.');
    expect(await accessibilityFaults(element)).toEqual([]);
  });

  it('gives no direction where it is not known what is operating: both together, with whose it is', async () => {
    const told = {
      '/api/v1/emissions/bridge/periods': {
        comparison,
        before: { run: 2, from: '2025-01', to: '2025-07', kg: '30000.000000' },
        after: { run: 2, from: '2026-01', to: '2026-07', kg: '27200.000000' },
        steps: [{ step: 'volume', kg: '-2800.000000', lines: 1 }],
      },
      '/api/v1/emissions/change': {
        run: 2,
        comparison,
        classes: {
          operating: none,
          investment: none,
          unknown: none,
          unknownOf: [{ buyerId: 'b2', name: 'Eidskog kommune', spendBefore: '3000.00', spendAfter: '2720.00' }],
          isKnown: false,
        },
        spendBefore: '3000.00',
        spendAfter: '2720.00',
        before: '30000.000',
        after: '27200.000',
        difference: '-2800.000',
        low: '-5100.000',
        high: '-900.000',
        notDeflated: null,
        verdict: 'fall',
      },
    };
    const { element, asked, answer } = await openPage(
      '/?fromYear=2025&toYear=2026',
      { run, totals, rows, beside: [] },
      [],
      told,
    );
    for (let turn = 0; turn < 3; turn += 1) await answer();
    const changes = asked.filter((address) => address.includes('/emissions/change?'));
    expect(changes.map((address) => new URLSearchParams(address.split('?')[1]).get('accountClass'))).toEqual([
      'operating',
      null,
    ]);
    const note = element.querySelector('tg-change-told')?.textContent?.replaceAll(/\s+/g, ' ');
    expect(note).toContain('Tallene gjelder drift og investering sammen.');
    expect(note).toContain('Vi sier ikke om det er nedgang eller økning');
    expect(note).toContain('Eidskog kommune: ikke kjent for 3 000 kr i den første perioden og 2 720 kr i den andre.');
    expect(note).not.toContain('Sikker nedgang');
    expect(await accessibilityFaults(element)).toEqual([]);
  });

  it('says why two years cannot be compared, and draws no step between them', async () => {
    const locked = {
      comparison: { ...comparison, standing: 'incomplete', buyers: [] },
      before: { run: 2, from: '2025-01', to: '2025-12', kg: '30000.000000' },
      after: { run: 2, from: '2026-01', to: '2026-12', kg: '27200.000000' },
      steps: [],
    };
    const { element, answer } = await openPage('/?fromYear=2025&toYear=2026', { run, totals, rows, beside: [] }, [], {
      '/api/v1/emissions/bridge/periods': locked,
    });
    await answer();
    expect(element.querySelector('tg-period-bridge [role=status]')?.textContent).toMatch(
      /Kan ikke sammenlignes.*Våler kommune: ikke komplett for april 2026 til mai 2026/s,
    );
    expect(element.querySelector('tg-period-bridge tg-waterfall')).toBeNull();
    expect(element.querySelector('tg-period-bridge a[href="/completeness"]')).not.toBeNull();
    expect(await accessibilityFaults(element)).toEqual([]);
  });

  it('says nothing of it where two runs tell one year each', async () => {
    const bridge = {
      comparison,
      before: { run: 1, from: '2025-01', to: '2025-07', kg: '30000.000000' },
      after: { run: 2, from: '2026-01', to: '2026-07', kg: '27200.000000' },
      steps: [{ step: 'volume', kg: '-2800.000000', lines: 1 }],
    };
    const { element, asked, answer } = await openPage(
      '/?fromYear=2025&fromRun=1&toYear=2026',
      { run, totals, rows, beside: [] },
      [
        {
          id: 'p1',
          run: 1,
          caseNumber: '26/1',
          scope: 'x',
          ...whole,
          from: '2025-01',
          to: '2025-12',
          kg: '1',
          by: null,
          at: run.finishedAt,
        },
      ],
      { '/api/v1/emissions/bridge/periods': bridge },
    );
    await answer();
    expect(asked.filter((address) => address.includes('/emissions/change'))).toEqual([]);
    expect(asked.some((address) => address.includes('beforeRun=1&') && address.includes('run=2&'))).toBe(true);
    // Each end is called as it was asked for.
    expect(element.querySelector('tg-period-bridge tg-waterfall')?.textContent).toMatch(
      /Januar til juli 2025, publisert i sak 26\/1 \(kjøring 1\).*Januar til juli 2026, nå/s,
    );
    // What is published of 2025 is offered for 2025 alone.
    expect(
      ['before', 'after'].map((side) => element.querySelector(`#bridge-${side}-as`)?.textContent?.includes('sak 26/1')),
    ).toEqual([true, false]);
    expect(element.querySelector('tg-period-bridge tg-bridge-picture')).not.toBeNull();
  });

  it('shows figures made elsewhere, marked, and what came of the night', async () => {
    const { element } = await openPage('/', { run, totals, rows, beside: [] });
    expect(element.querySelector('tg-sealed-figures')?.textContent).toMatch(
      /2019.*1\s?250 t.*kan ikke regnes om igjen/s,
    );
    // Why each is what it is: others reckoned it, and what was sealed can be held up against its hash.
    expect(element.querySelector('tg-sealed-figures tg-why')?.textContent?.replaceAll(/\s/g, ' ')).toMatch(
      /Et selskap har regnet tallet: 1 250 000 kg CO₂e\..*Slik ble det regnet: Kroner.*2019 \| \* \| \*.*kan ikke regnes om igjen her.*Sak 22\/1.*Forseglet av *Kari.*a1b2/,
    );
    expect(await accessibilityFaults(element)).toEqual([]);
    expect(element.querySelector('tg-proof')?.textContent).toContain('alle 3 linjer ble som før');
  });

  it('tells of each run which price index and rates it read', async () => {
    const { element } = await openPage('/', { run, totals, rows, beside: [] });
    expect(element.querySelector('tg-run-table')?.textContent).toContain('prisindeks og kurser: kpi-no-2026-2');
  });

  it("tells a buyer which columns of a run are its own, and which are everybody's", async () => {
    const heads = async (session: object) =>
      [
        ...(
          await openPage('/', { run, totals, rows, beside: [] }, [], {}, ['combined.read'], session)
        ).element.querySelectorAll('tg-run-table th[scope=col]'),
      ].map((head) => head.textContent?.trim());
    const buyer = {
      ...supplierMembership,
      organisation: { ...supplierMembership.organisation, kind: 'buyer' },
      role: 'buyer',
    };
    expect(await heads({ memberships: [buyer] })).toEqual([
      'Kjøring',
      'Ferdig',
      'Fordi',
      'Leste i hele samarbeidet',
      'Endret i hele samarbeidet',
      'Deres tonn CO₂e',
      'Deres kroner med faktor',
      'Deres kroner uten tall',
    ]);
    TestBed.resetTestingModule();
    const manager = {
      ...buyer,
      organisation: { ...buyer.organisation, kind: 'cooperative' },
      role: 'contract-manager',
    };
    expect(await heads({ memberships: [manager] })).toEqual([
      'Kjøring',
      'Ferdig',
      'Fordi',
      'Leste',
      'Endret',
      'Tonn CO₂e',
      'Kroner med faktor',
      'Kroner uten tall',
    ]);
  });

  it('says that a night tried a sample, of what', async () => {
    const night = {
      run: 2,
      lines: 900000,
      linesTried: 210000,
      sample: { buyers: 40, buyersTried: 9, seed: '2026-08-10/2' },
      differing: 0,
      madeRun: null,
      overtaken: false,
      at: '2026-08-10T01:00:00Z',
    };
    const { element } = await openPage('/', { run, totals, rows, beside: [] }, [], {
      '/api/v1/emissions/nights': [night],
    });
    expect(element.querySelector('tg-proof')?.textContent).toMatch(/210\s000 av 900\s000 linjer, hos 9 av 40 kjøpere/);
  });

  it('reckons a run again when asked', async () => {
    const { element, answer } = await openPage('/', { run, totals, rows, beside: [] });
    element.querySelector<HTMLButtonElement>('tg-proof button')?.click();
    await answer();
    expect(element.querySelector('tg-proof [role=status]')?.textContent).toBe('Stemmer: alle 3 linjer ble like.');
  });

  it('says what to do when nothing has been reckoned', async () => {
    const { element } = await openPage('/', { run: null, totals: null, rows: [], beside: [] });
    expect(element.querySelector('tg-empty')?.textContent).toContain('Ingenting er regnet ennå');
    expect(await accessibilityFaults(element)).toEqual([]);
  });
});
