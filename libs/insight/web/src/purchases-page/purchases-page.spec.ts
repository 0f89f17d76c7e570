import { TestBed } from '@angular/core/testing';
import { Session } from '@tallgrunn/api-client';
import { accessibilityViolations, normalisedText } from '@tallgrunn/design/testing';
import { categories, choices, openPage, pictures, totals } from '../testing.ts';
import { comparisonTexts, publishedTexts } from '@tallgrunn/emissions-web';
import { PurchasesPage } from './purchases-page.ts';

const summary = { run: null, totals: null, rows: [], beside: [] };

describe('purchases page', () => {
  it('shows the quality of the amounts, and never zero for amounts without a factor', async () => {
    const { element, asked } = await openPage(PurchasesPage, '/?period=2026-Q1', {
      '/combined/filter-options': choices,
      '/combined/charts': pictures,
      '/combined/totals': totals,
      '/emissions/summary': summary,
      '/categories': categories,
    });
    expect(asked).toContain('/api/v1/combined/charts?from=2026-01&to=2026-03');
    expect(element.textContent).toMatch(/Vi vet hva som er kjøpt, for 0\s% av innkjøpsbeløpet/);
    const food = [...element.querySelectorAll('.bars li')].find((row) => row.textContent?.includes('Mat og drikke'));
    expect(food?.textContent).toContain('ingen faktor');
    expect(food?.textContent).not.toMatch(/\b0 t\b/);
    expect(element.querySelector<HTMLAnchorElement>('tg-coverage-bar a')?.getAttribute('href')).toContain(
      '/combined?from=2026-01&to=2026-03&basis=item',
    );
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('is limited to the selected supplier, with a notice', async () => {
    const seen = { ...choices, suppliers: [{ value: 's1', label: 'Finnskog' }] };
    const { element, asked } = await openPage(PurchasesPage, '/?period=2026-Q1&supplier=s1', {
      '/combined/filter-options': seen,
      '/combined/charts': pictures,
      '/combined/totals': totals,
      '/emissions/summary': summary,
      '/categories': categories,
    });
    expect(
      asked
        .filter((address) => /pictures|totals|summary/.test(address))
        .every((address) => address.includes('supplierId=s1')),
    ).toBe(true);
    expect(element.querySelector('.figures')?.textContent).toContain('Grue kommune, fra Finnskog');
    expect(element.querySelector<HTMLAnchorElement>('.figures a')?.getAttribute('href')).toContain('supplier=s1');
  });

  it('opens on the newest complete year, with owner and period of each figure', async () => {
    const months = [2024, 2025]
      .flatMap((year) => Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`))
      .concat('2026-01');
    const seen = { ...choices, months, incomplete: [{ month: '2026-01', buyers: ['Grue kommune'], isAll: true }] };
    const rest = {
      '/combined/charts': pictures,
      '/combined/totals': totals,
      '/emissions/summary': summary,
      '/categories': categories,
    };
    const { element, asked } = await openPage(PurchasesPage, '/', { '/combined/filter-options': seen, ...rest }, {}, [
      comparisonTexts,
      publishedTexts,
    ]);
    expect(asked.filter((address) => address.includes('/combined/charts'))).toEqual([
      '/api/v1/combined/charts?from=2025-01&to=2025-12',
    ]);
    expect(element.querySelector<HTMLSelectElement>('#bought-period')?.value).toBe('2025');
    expect(
      [...element.querySelectorAll('.figures > div')].map((panel) =>
        /Grue kommune, 2025/.test(panel.textContent ?? ''),
      ),
    ).toEqual([true, true, true]);
    expect(element.querySelector('tg-category-chart')?.textContent).toContain('Grue kommune, 2025');
    expect(element.querySelector('.figures')?.textContent).not.toContain('ikke komplett');
  });

  it('marks a period as incomplete for the chosen municipality only by its own ledger', async () => {
    const buyers = [...choices.buyers, { value: 'b2', label: 'Våler kommune' }];
    const seen = { ...choices, buyers, incomplete: [{ month: '2026-03', buyers: ['Våler kommune'], isAll: false }] };
    const rest = {
      '/combined/charts': pictures,
      '/combined/totals': totals,
      '/emissions/summary': summary,
      '/categories': categories,
    };
    const quarterFor = async (query: string) => {
      const { element } = await openPage(PurchasesPage, `/?period=2026-Q1${query}`, {
        '/combined/filter-options': seen,
        ...rest,
      });
      const chosen = element.querySelector<HTMLSelectElement>('#bought-period')?.selectedOptions[0];
      TestBed.resetTestingModule();
      return chosen && normalisedText(chosen);
    };
    expect(await quarterFor('')).toBe('1. kvartal 2026 (ikke komplett)');
    expect(await quarterFor('&buyer=b1')).toBe('1. kvartal 2026');
    expect(await quarterFor('&buyer=b2')).toBe('1. kvartal 2026 (ikke komplett)');
  });

  it('does not show a period as complete when a municipality has no ledger', async () => {
    const seen = { ...choices, incomplete: [], withoutLedger: ['Grue kommune'] };
    const rest = {
      '/combined/charts': pictures,
      '/combined/totals': totals,
      '/emissions/summary': summary,
      '/categories': categories,
    };
    const { element } = await openPage(PurchasesPage, '/?period=all', { '/combined/filter-options': seen, ...rest });
    // Bars that may still grow end in thin lines, explained by the legend and the table.
    expect(element.querySelector('tg-coverage-bar ul')?.textContent).toContain('ikke komplett: mer kan komme');
    expect(element.querySelector('tg-category-chart .legend')?.textContent).toContain('ikke komplett: mer kan komme');
    expect(element.querySelectorAll('tg-category-chart .bars rect[fill$="-incomplete)"]').length).toBeGreaterThan(0);
    expect(element.querySelector('[role=note]')?.textContent).toContain(
      'Regnskapet er ikke importert for Grue kommune.',
    );
    expect(element.querySelector('.figures')?.textContent).toContain(
      'Grue kommune, januar 2026–mars 2026 (ikke komplett)',
    );
  });

  it('shows figures as complete when municipalities without purchases have no ledger, and names them', async () => {
    const months = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`).concat('2026-01');
    const seen = {
      ...choices,
      months,
      incomplete: [{ month: '2026-01', buyers: ['Grue kommune'], isAll: false }],
      withoutLedger: ['Avfall IKS', 'Brann IKS'],
    };
    const rest = {
      '/combined/charts': pictures,
      '/combined/totals': totals,
      '/emissions/summary': summary,
      '/categories': categories,
    };
    const { element } = await openPage(PurchasesPage, '/', { '/combined/filter-options': seen, ...rest }, {}, [
      comparisonTexts,
      publishedTexts,
    ]);
    expect(element.querySelector<HTMLSelectElement>('#bought-period')?.value).toBe('2025');
    expect(element.querySelector('.figures')?.textContent).not.toContain('ikke komplett');
    expect(element.querySelectorAll('rect[fill$="-incomplete)"]').length).toBe(0);
    expect(element.querySelector('[role=note]')?.textContent).toContain('Avfall IKS, Brann IKS');
  });

  it('compares a quarter with the same quarter of the previous year, or explains why not', async () => {
    const comparison = {
      standing: 'sound',
      before: { from: '2025-01', to: '2025-03' },
      after: { from: '2026-01', to: '2026-03' },
      buyers: [{ id: 'b1', name: 'Grue kommune' }],
      leftOut: [],
    };
    const change = {
      run: 1,
      comparison,
      spendBefore: '100.00',
      spendAfter: '106.60',
      before: '1000.000',
      after: '1010.000',
      difference: '10.000',
      low: '-40.000',
      high: '60.000',
      verdict: 'unclear',
    };
    const rest = {
      '/combined/filter-options': choices,
      '/combined/charts': pictures,
      '/combined/totals': totals,
      '/emissions/summary': summary,
      '/categories': categories,
    };
    const { element, asked, again } = await openPage(
      PurchasesPage,
      '/?period=2026-Q1',
      { ...rest, '/emissions/change': change },
      {},
      [comparisonTexts, publishedTexts],
    );
    asked.push(...(await again()));
    expect(asked.filter((address) => address.includes('/emissions/change'))).toEqual([
      expect.stringContaining('from=2026-01&to=2026-03'),
    ]);
    expect(asked.find((address) => address.includes('/emissions/change'))).toContain(
      'beforeFrom=2025-01&beforeTo=2025-03',
    );
    expect(element.querySelector('tg-change-summary')?.textContent?.replaceAll(/\s+/g, ' ')).toMatch(
      /Ingen sikker endring.*Innkjøpene er 6,6 % høyere/,
    );
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('opens on a complete year, and shows the change of the newest year that has one before it', async () => {
    const months = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`);
    const seen = { ...choices, months: [...months, '2026-01', '2026-02'], incomplete: [] };
    const { element, asked, again } = await openPage(
      PurchasesPage,
      '/',
      {
        '/combined/filter-options': seen,
        '/combined/charts': pictures,
        '/combined/totals': totals,
        '/emissions/summary': summary,
        '/categories': categories,
        '/emissions/change': {},
      },
      {},
      [comparisonTexts, publishedTexts],
    );
    asked.push(...(await again()));
    expect(element.querySelector<HTMLSelectElement>('#bought-period')?.value).toBe('2025');
    expect(asked.find((address) => address.includes('/emissions/change'))).toContain(
      'from=2026-01&to=2026-12&by=books&beforeFrom=2025-01&beforeTo=2025-12',
    );
    expect(element.textContent).toContain('Vi har ikke regnskap for året før 2025. Derfor vises endringen for 2026.');
  });

  it('shows no zero for imported data without a calculation', async () => {
    const { element } = await openPage(PurchasesPage, '/', {
      '/combined/filter-options': choices,
      '/combined/charts': pictures,
      '/combined/totals': { ...totals, kg: '0', kgFromKroner: '0', bookedWithoutFactor: '0' },
      '/emissions/summary': summary,
      '/categories': categories,
    });
    const figures = element.querySelector('.figures')?.textContent ?? '';
    expect(figures).toContain('ikke beregnet ennå');
    expect(figures).not.toMatch(/0 t CO₂e|100\s%|Uten utslippstall/);
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows the progress of a calculation, and then the figures', async () => {
    const none = { ...choices, months: [], making: { files: 8, read: 3, late: false } };
    const rest = {
      '/combined/charts': { basis: [], categories: [] },
      '/combined/totals': totals,
      '/emissions/summary': summary,
      '/categories': categories,
    };
    const { element, fixture, again } = await openPage(PurchasesPage, '/', {
      '/combined/filter-options': none,
      ...rest,
    });
    expect(element.querySelector('tg-empty')).toBeNull();
    expect(element.querySelector('tg-calculation-status')?.textContent).toMatch(/Leser de importerte filene\s*3 av 8/);
    expect(await accessibilityViolations(element)).toEqual([]);
    await new Promise((done) => setTimeout(done, 2100));
    await again({ '/combined/filter-options': { ...none, making: { files: 8, read: 8, late: false } }, ...rest });
    expect(element.querySelector('tg-calculation-status')?.textContent).toContain(
      'Avstemmer linjene og beregner utslipp',
    );
    await new Promise((done) => setTimeout(done, 2100));
    const asked = await again({ '/combined/filter-options': choices, ...rest, '/combined/charts': pictures });
    expect(asked).toContain('/api/v1/combined/charts?from=2026-01&to=2026-12');
    expect(element.querySelector('tg-calculation-status')).toBeNull();
    expect(element.textContent).toMatch(/Vi vet hva som er kjøpt, for 0\s% av innkjøpsbeløpet/);
    fixture.destroy();
  });

  it('shows the expected time of delayed figures, and continues polling', async () => {
    const none = { ...choices, months: [], making: { files: 8, read: 8, late: true } };
    const { element, fixture } = await openPage(PurchasesPage, '/', {
      '/combined/filter-options': none,
      '/combined/charts': { basis: [], categories: [] },
      '/combined/totals': totals,
      '/emissions/summary': summary,
      '/categories': categories,
    });
    expect(element.querySelector('tg-calculation-status')?.textContent).toContain('Noe har stoppet beregningen');
    expect(element.querySelector('tg-calculation-status tg-progress')).toBeNull();
    const session = TestBed.inject(Session);
    session.begin({
      ...session.view()!,
      instance: { ...session.instance()!, loading: { done: 1, total: 9, text: '' } },
    } as never);
    await fixture.whenStable();
    fixture.detectChanges();
    expect(element.querySelector('tg-calculation-status')?.textContent).not.toContain('Noe har stoppet beregningen'); // its files have dates of the demo world
    fixture.destroy();
  });

  it('shows that the demo is loading before any of its data exists', async () => {
    const { element, fixture } = await openPage(PurchasesPage, '/', {
      '/combined/filter-options': { ...choices, months: [] },
      '/combined/charts': { basis: [], categories: [] },
      '/combined/totals': totals,
      '/emissions/summary': summary,
      '/categories': [],
    });
    expect(element.querySelector('tg-empty')).not.toBeNull();
    const session = TestBed.inject(Session);
    session.begin({
      ...session.view()!,
      instance: { ...session.instance()!, loading: { done: 1, total: 9, text: '' } },
    } as never);
    await fixture.whenStable();
    fixture.detectChanges();
    expect(element.querySelector('tg-empty')).toBeNull();
    expect(element.querySelector('tg-calculation-status')?.textContent).toContain(
      'Regnskap og rapporter i demoen importeres',
    );
    fixture.destroy();
  });

  it('gives instructions when nothing has been loaded', async () => {
    const { element } = await openPage(PurchasesPage, '/', {
      '/combined/filter-options': { ...choices, months: [] },
      '/combined/charts': { basis: [], categories: [] },
      '/combined/totals': totals,
      '/emissions/summary': summary,
      '/categories': [],
    });
    expect(element.querySelector('tg-empty')?.textContent).toContain('Ingen innkjøp å vise ennå');
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
