import { accessibilityFaults } from '@tallgrunn/design/testing';
import { categories, choices, openPage, pictures, totals } from '../testing.ts';
import { BoughtPage } from './bought-page.ts';

const summary = { run: null, totals: null, rows: [], beside: [] };

describe('what we bought', () => {
  it('says how well the kroner are known, and never shows kroner without a factor as zero', async () => {
    const { element, asked } = await openPage(BoughtPage, '/?period=2026-Q1', { '/combined/choices': choices, '/combined/pictures': pictures, '/combined/totals': totals, '/emissions/summary': summary, '/categories': categories });
    expect(asked).toContain('/api/v1/combined/pictures?from=2026-01&to=2026-03');
    expect(element.textContent).toMatch(/Vi vet hva som er kjøpt, for 0\s% av kronene/);
    const food = [...element.querySelectorAll('.bars li')].find((row) => row.textContent?.includes('Mat og drikke'));
    expect(food?.textContent).toContain('ingen faktor');
    expect(food?.textContent).not.toMatch(/\b0 t\b/);
    expect(element.querySelector<HTMLAnchorElement>('tg-coverage-bar a')?.getAttribute('href')).toContain('/combined?from=2026-01&to=2026-03&basis=item');
    expect(await accessibilityFaults(element)).toEqual([]);
  });

  it('shows no zero for what has been read in and not reckoned yet', async () => {
    const { element } = await openPage(BoughtPage, '/', { '/combined/choices': choices, '/combined/pictures': pictures, '/combined/totals': { ...totals, kg: '0', kgFromKroner: '0', bookedWithoutFactor: '0' }, '/emissions/summary': summary, '/categories': categories });
    const figures = element.querySelector('.figures')?.textContent ?? '';
    expect(figures).toContain('ikke regnet ennå');
    expect(figures).not.toMatch(/0 t CO₂e|100\s%|Uten utslippstall/);
    expect(await accessibilityFaults(element)).toEqual([]);
  });

  it('says what to do when nothing has been loaded', async () => {
    const { element } = await openPage(BoughtPage, '/', { '/combined/choices': { ...choices, months: [] }, '/combined/pictures': { basis: [], categories: [] }, '/combined/totals': totals, '/emissions/summary': summary, '/categories': [] });
    expect(element.querySelector('tg-empty')?.textContent).toContain('Ingen innkjøp å vise ennå');
    expect(await accessibilityFaults(element)).toEqual([]);
  });
});
