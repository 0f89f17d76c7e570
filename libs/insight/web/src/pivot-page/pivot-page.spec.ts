import { accessibilityViolations } from '@tallgrunn/design/testing';
import type { PivotDto, PivotSumsDto } from '@tallgrunn/api-client/shapes';
import { categories, choices, openPage } from '../testing.ts';
import { PivotPage } from './pivot-page.ts';
import { linesOf, shareOf, valueOf } from './pivot-view.ts';

const sums = (booked: string, changes: Partial<PivotSumsDto> = {}): PivotSumsDto => ({
  booked,
  bookedWithFactor: booked,
  bookedByItem: '0.00',
  reportedOnly: '0.00',
  kgCo2e: '1000.000000',
  lineCount: 4,
  ...changes,
});
const answer: PivotDto = {
  rows: [
    { key: 'ict', label: null, ...sums('7500.00') },
    { key: null, label: null, ...sums('2500.00', { kgCo2e: null }) },
  ],
  columns: [{ key: '2026', label: null, ...sums('10000.00') }],
  cells: [{ row: 'ict', column: '2026', ...sums('7500.00') }],
  total: sums('10000.00'),
  others: sums('0.00'),
  rowCount: 3,
  currency: 'NOK',
};
const answers = { '/combined/filter-options': choices, '/categories': categories, '/combined/pivot': answer };

describe('pivot page', () => {
  it('sums by the dimensions in the address, names the largest, and links to the lines', async () => {
    const { element, asked } = await openPage(PivotPage, '/?rows=category&columns=year&from=2026-01', answers);
    expect(asked.find((each) => each.includes('/combined/pivot'))).toMatch(
      /rows=category.*columns=year|columns=year.*rows=category/,
    );
    expect(element.textContent).toMatch(/står for 75(?:,0)?\s% av innkjøpene/);
    const link = element.querySelector('tbody a');
    expect(link?.getAttribute('href')).toBe('/combined?category=ict&from=2026-01');
    expect(element.textContent).toContain('Uten kategori');
    expect(element.textContent).toContain('Én rad til er ikke vist');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows that emissions are not calculated, and never zero instead', async () => {
    const { element } = await openPage(PivotPage, '/?measure=emissions', answers);
    const cells = [...element.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(cells.some((text) => text?.includes('Ikke beregnet') || text?.includes('ikke beregnet'))).toBe(true);
  });

  it('shows a notice when no rows remain', async () => {
    const empty = { ...answer, rows: [], columns: [], cells: [], rowCount: 0 };
    const { element } = await openPage(PivotPage, '/?text=x', { ...answers, '/combined/pivot': empty });
    expect(element.textContent).toContain('Ingen innkjøp i dette utvalget');
  });
});

describe('pivot figures', () => {
  it('have no share for negative amounts or ratios, and no ratio of zero', () => {
    expect(shareOf(sums('25'), sums('100'), 'booked')).toBe(0.25);
    expect(shareOf(sums('-25'), sums('100'), 'booked')).toBeNull();
    expect(shareOf(sums('25'), sums('100'), 'by-item')).toBeNull();
    expect(valueOf(sums('0.00'), 'with-factor')).toBeNull();
  });

  it('link to the lines of a row when a filter selects exactly these', () => {
    expect(linesOf('quarter', '2026-Q2')).toEqual({ from: '2026-04', to: '2026-06' });
    expect(linesOf('item', 's1/005/12')).toEqual({ supplier: 's1', text: '005/12' });
    expect(linesOf('account', 'kostra 115')).toBeNull();
    expect(linesOf('category', null)).toBeNull();
  });
});
