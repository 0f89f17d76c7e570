import { accessibilityViolations } from '@tallgrunn/design/testing';
import { run, totals, rows, wholeScope, openPage } from './testing-emissions-page.ts';

describe('change between two years on the emissions page', () => {
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

  it('describes the certainty of the change when one run covers both years', async () => {
    const told = {
      '/api/v1/emissions/bridge/periods': {
        comparison,
        before: { run: 2, from: '2025-01', to: '2025-07', kg: '30000.000000' },
        after: { run: 2, from: '2026-01', to: '2026-07', kg: '27200.000000' },
        steps: [{ step: 'volume', kg: '-2800.000000', lines: 1 }],
      },
      '/api/v1/emissions/explanations/period-steps': moved,
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
        shifted: '-1000.000',
        verdict: 'fall',
      },
    };
    const { element, asked, answer } = await openPage(
      '/?fromYear=2025&toYear=2026',
      { run, totals, rows, beside: [] },
      [{ id: 'p2', run: 2, caseNumber: '26/2', scope: 'x', ...wholeScope, kg: '1', by: null, at: run.finishedAt }],
      told,
    );
    await answer();
    expect(element.querySelector('tg-period-bridge tg-waterfall')?.textContent).not.toContain('publisert i sak');
    // Each total and each step of the bridge has an explanation.
    const why = [...element.querySelectorAll<HTMLButtonElement>('tg-period-bridge tg-bridge-chart tg-why > button')];
    expect(why.map((button) => button.getAttribute('aria-label')?.replaceAll(/\s/g, ' '))).toEqual([
      expect.stringContaining('30 t for'),
      'Hvorfor er tallet −2,8 t for Endret innkjøpsmengde?',
      expect.stringContaining('27,2 t for'),
    ]);
    // A step states whether purchasing changed, its product groups, and their lines with before and after, each linked
    // to the line.
    why[1]?.click();
    await answer();
    const panel = why[1]?.parentElement?.querySelector('dialog');
    expect(panel?.textContent?.replaceAll(/\s/g, ' ')).toMatch(
      /Endrede innkjøp.*Møbler: Kontorstoler.*3 000,00 kr og 30 000,0 kg før, 2 720,00 kr og 27 200,0 kg etter\. Utslipp per krone før: 10,000000000001 kg CO₂e\..*30 000,027 200,0−2 800,0.*Atea2025 · 3 000,00\s?kr, 30 000,0 kg · bok\.csv · rad 8/,
    );
    expect(panel?.querySelector('a')?.getAttribute('href')).toBe('/combined?line=sb1:7');
    panel?.querySelector<HTMLButtonElement>('button.open')?.click();
    await answer();
    const steps = asked
      .filter((address) => address.includes('/explanations/period-steps'))
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
    expect(await accessibilityViolations(element)).toEqual([]);
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
    expect(note).toContain('Prisstigningen er ikke beregnet for 12 t.');
    expect(note).toContain('Etter kjøpsdato er endringen i de samme månedene −1,8 t.');
    // The figures are of operating accounts; investment is shown alongside, without a direction.
    expect(note).toContain('Tallene gjelder drift.');
    expect(note).toMatch(/Investering, til sammenligning: fra 500 kr til 9 000 kr, fra 1 t til 18 t\./);
    // By delivery date: requested with that parameter, and named in the direction.
    const by = element.querySelector<HTMLSelectElement>('#change-by');
    if (!by) throw new Error('no choice');
    by.value = 'delivery';
    by.dispatchEvent(new Event('change'));
    await answer();
    expect(changes().at(-1)).toEqual({ ...months, accountClass: 'operating', by: 'delivery' });
    expect(element.querySelector('tg-change-summary')?.textContent).toContain('Sikker nedgang etter levering.');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('gives no direction when the account class is unknown, and shows both classes together with the buyers concerned', async () => {
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
    const note = element.querySelector('tg-change-summary')?.textContent?.replaceAll(/\s+/g, ' ');
    expect(note).toContain('Tallene gjelder drift og investering sammen.');
    expect(note).toContain('Nedgang eller økning oppgis ikke');
    expect(note).toContain('Eidskog kommune: ikke kjent for 3 000 kr i den første perioden og 2 720 kr i den andre.');
    expect(note).not.toContain('Sikker nedgang');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('explains why two years cannot be compared, and draws no step between them', async () => {
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
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows no comparison when each run covers one year', async () => {
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
          ...wholeScope,
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
    // Each total is labelled as requested.
    expect(element.querySelector('tg-period-bridge tg-waterfall')?.textContent).toMatch(
      /Januar til juli 2025, publisert i sak 26\/1 \(beregning 1\).*Januar til juli 2026, nå/s,
    );
    // A publication of 2025 is offered for 2025 only.
    expect(
      ['before', 'after'].map((side) => element.querySelector(`#bridge-${side}-as`)?.textContent?.includes('sak 26/1')),
    ).toEqual([true, false]);
    expect(element.querySelector('tg-period-bridge tg-bridge-chart')).not.toBeNull();
  });
});
