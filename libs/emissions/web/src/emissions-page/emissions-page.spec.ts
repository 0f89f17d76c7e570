import { TestBed } from '@angular/core/testing';
import { supplierMembership } from '@tallgrunn/api-client/testing';
import { accessibilityViolations } from '@tallgrunn/design/testing';
import { run, totals, rows, wholeScope, openPage } from './testing-emissions-page.ts';

describe('EmissionsPage', () => {
  it('links each total of a category, method and run to an explanation of exactly its lines', async () => {
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
      '/api/v1/emissions/explanations/totals': why,
    });
    const buttons = [...element.querySelectorAll<HTMLButtonElement>('tg-sum-explanation > tg-why > button')];
    expect(buttons.map((button) => button.getAttribute('aria-label')?.replaceAll(/\s/g, ' '))).toEqual([
      'Hvorfor er tallet 27 t CO₂e?',
      'Hvorfor er tallet 5 t CO₂e?',
      'Hvorfor er tallet 27 t for IKT og telefoni?',
      'Hvorfor er tallet 27 t for Kostnadsbasert, konto?',
      'Hvorfor er tallet 27 t for Beregning 2?',
      'Hvorfor er tallet 27 t for Beregning 1?',
    ]);
    for (const button of buttons) button.click();
    await answer();
    expect(
      asked
        .filter((address) => address.includes('/explanations/totals'))
        .map((address) => new URLSearchParams(address.split('?')[1]))
        .map(
          (query) => `${query.get('run')} ${query.get('of') ?? query.get('category') ?? query.get('method') ?? 'all'}`,
        )
        .toSorted(),
    ).toEqual(['1 all', '2 all', '2 all', '2 burning', '2 ict', '2 spend-account']);
    // The line itself is linked, here in the combined table.
    expect(
      element.querySelector('tg-hotspots tg-sum-explanation dialog a[href^="/combined?line"]')?.getAttribute('href'),
    ).toBe('/combined?line=sb1:7');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows the largest category and the uncalculated amounts with reasons, with links to the lines', async () => {
    const { element } = await openPage('/', { run, totals, rows, beside: [] });
    expect(element.querySelector('tg-bar-chart')?.textContent).toMatch(
      /IKT og telefoni står for 100\s?,?0?\s% av det beregnede utslippet/,
    );
    expect(element.querySelector('tg-hotspots tg-data-table')?.textContent).toMatch(/Mat og drikke\s*ikke beregnet/);
    expect(element.textContent).toContain('ingen faktor brukes før det er avklart hva som er kjøpt');
    const links = [...element.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links).toEqual(
      expect.arrayContaining(['/combined?category=food', '/combined?method=ask', '/combined?method=no-factor']),
    );
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows an earlier run by its address, with a notice', async () => {
    const { element, asked } = await openPage('/?run=1', { run: { ...run, number: 1 }, totals, rows, beside: [] });
    expect(asked).toContain('/api/v1/emissions/summary?run=1');
    expect(element.querySelector('.ds-alert')?.textContent).toContain('tidligere beregning');
  });

  it('draws the bridge from the published run to the latest, with calculation changes in grey', async () => {
    const publication = {
      id: 'p1',
      run: 1,
      caseNumber: '26/118',
      scope: 'Alt',
      ...wholeScope,
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
      '/api/v1/emissions/explanations/totals': told,
      '/api/v1/emissions/explanations/bridge-steps': told,
    });
    expect(asked).toContain('/api/v1/emissions/bridge?from=1&to=2&publication=p1');
    expect(element.querySelector('tg-bridge')?.textContent).toContain(
      'Gjelder alle måneder; alle kommunene; alle kategorier.',
    );
    const bars = [...element.querySelectorAll('tg-waterfall svg[role=img] > rect')].map((bar) =>
      bar.getAttribute('data-kind'),
    );
    expect(bars).toEqual(['total', 'grey', 'total']);
    expect(element.querySelector('tg-bridge')?.textContent).toContain('Publisert (beregning 1)');
    // Each total and each step with a change has an explanation within the scope of the publication.
    const why = [...element.querySelectorAll<HTMLButtonElement>('tg-bridge tg-sum-explanation > tg-why > button')];
    expect(why.map((button) => button.getAttribute('aria-label')?.replaceAll(/\s/g, ' '))).toEqual([
      'Hvorfor er tallet 20 t for Publisert (beregning 1)?',
      'Hvorfor er tallet +7,2 t for Linjer lagt til eller fjernet?',
      'Hvorfor er tallet 27,2 t for Nå?',
    ]);
    for (const button of why) button.click();
    await answer();
    expect(
      asked
        .filter((address) => address.includes('/emissions/explanations/'))
        .map((address) => address.replace(/&?language=nb/, ''))
        .toSorted(),
    ).toEqual([
      '/api/v1/emissions/explanations/bridge-steps?from=1&to=2&publication=p1&step=data',
      '/api/v1/emissions/explanations/totals?run=1&publication=p1',
      '/api/v1/emissions/explanations/totals?run=2&publication=p1',
    ]);
    expect(element.querySelector('tg-published-comparison')?.textContent).toContain('sak 26/118');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows external figures with a label, and the result of the nightly verification', async () => {
    const { element } = await openPage('/', { run, totals, rows, beside: [] });
    expect(element.querySelector('tg-external-figures')?.textContent).toMatch(
      /2019.*1\s?250 t.*kan ikke beregnes på nytt/s,
    );
    // The explanation names who calculated the figure, and the hash with which its content can be verified.
    expect(element.querySelector('tg-external-figures tg-why')?.textContent?.replaceAll(/\s/g, ' ')).toMatch(
      /Et selskap har beregnet tallet: 1 250 000 kg CO₂e\..*Metode: Kroner.*2019 \| \* \| \*.*kan ikke beregnes på nytt her.*Sak 22\/1.*Låst av *Kari.*a1b2/,
    );
    expect(await accessibilityViolations(element)).toEqual([]);
    expect(element.querySelector('tg-run-verification')?.textContent).toContain('alle 3 linjer ga samme resultat');
  });

  it('shows the price index and exchange rates of each run', async () => {
    const { element } = await openPage('/', { run, totals, rows, beside: [] });
    expect(element.querySelector('tg-run-table')?.textContent).toContain('prisindeks og kurser: kpi-no-2026-2');
  });

  it('shows a buyer which columns of a run are its own and which are shared', async () => {
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
      'Beregning',
      'Ferdig',
      'Årsak',
      'Grunnlag i hele samarbeidet',
      'Endret i hele samarbeidet',
      'Deres tonn CO₂e',
      'Deres beløp med faktor',
      'Deres beløp uten tall',
    ]);
    TestBed.resetTestingModule();
    const manager = {
      ...buyer,
      organisation: { ...buyer.organisation, kind: 'cooperative' },
      role: 'contract-manager',
    };
    expect(await heads({ memberships: [manager] })).toEqual([
      'Beregning',
      'Ferdig',
      'Årsak',
      'Grunnlag',
      'Endret',
      'Tonn CO₂e',
      'Beløp med faktor',
      'Beløp uten tall',
    ]);
  });

  it('shows that a nightly verification used a sample, and its content', async () => {
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
      '/api/v1/emissions/nightly-verifications': [night],
    });
    expect(element.querySelector('tg-run-verification')?.textContent).toMatch(
      /210\s000 av 900\s000 linjer, hos 9 av 40 kunder/,
    );
  });

  it('verifies a run on request', async () => {
    const { element, answer } = await openPage('/', { run, totals, rows, beside: [] });
    element.querySelector<HTMLButtonElement>('tg-run-verification button')?.click();
    await answer();
    expect(element.querySelector('tg-run-verification [role=status]')?.textContent).toBe(
      'Bekreftet: alle 3 linjer ga samme resultat.',
    );
  });

  it('gives instructions when nothing has been calculated', async () => {
    const { element } = await openPage('/', { run: null, totals: null, rows: [], beside: [] });
    expect(element.querySelector('tg-empty')?.textContent).toContain('Ingen beregning ennå');
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
