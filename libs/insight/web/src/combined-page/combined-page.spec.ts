import { TestBed } from '@angular/core/testing';
import { accessibilityViolations, normalisedText } from '@tallgrunn/design/testing';
import { categories, choices, combinedRow, openPage, pictures, waitForUpdate, totals } from '../testing.ts';
import { CombinedPage } from './combined-page.ts';

const answers = (rows: object) => ({
  '/combined/filter-options': choices,
  '/combined/charts': pictures,
  '/combined/totals': totals,
  '/categories': categories,
  '/combined/goods': goods,
  '/combined': rows,
});
const goods = {
  goods: [
    {
      supplier: 'Finnskog',
      supplierId: 's1',
      number: '00512',
      name: 'Kjøttdeig',
      quantities: [
        { quantity: '12', unit: 'pk' },
        { quantity: '3', unit: 'kg' },
      ],
      booked: '2000.00',
      kg: '27200.000000',
      kgFromKroner: '0',
      bookedWithoutFactor: '150.00',
      reportedOnly: '0',
    },
  ],
  items: 1,
};

describe('combined table page', () => {
  it('shows the rows and sums of the filter in the address, and exports the same', async () => {
    const { element, asked } = await openPage(
      CombinedPage,
      '/?category=ict&text=skjerm',
      answers({
        rows: [combinedRow(), combinedRow({ key: 'sb:2', itemName: 'Mat', method: 'no-factor', kg: null })],
        next: null,
      }),
    );
    expect(asked).toContain('/api/v1/combined?category=ict&text=skjerm&scope=purchases&order=-amount');
    expect(element.querySelector('a[download]')?.getAttribute('href')).toBe(
      '/api/v1/combined/export.csv?category=ict&scope=purchases&text=skjerm&language=nb',
    );
    const rows = [...element.querySelectorAll('tbody tr')]
      .filter((row) => !row.closest('tg-items-table'))
      .map((row) => row.textContent);
    expect(rows[0]).toContain('27,2');
    expect(rows[1]).toContain('ingen faktor');
    // The kilograms of a line open the panel that explains them; a text instead of a figure has no explanation.
    expect(
      [...element.querySelectorAll('tbody button[aria-label^="Hvorfor"]')].map((button) =>
        button.getAttribute('aria-label'),
      ),
    ).toEqual(['Hvorfor er tallet 27,2 kg?']);
    expect(element.querySelector('tg-totals')?.textContent).toContain('er ikke innkjøp');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows no share of a booked amount when nothing is booked', async () => {
    const notesWith = async (booked: string) => {
      const { element } = await openPage(CombinedPage, '/', {
        ...answers({ rows: [combinedRow()], next: null }),
        '/combined/totals': { ...totals, booked, bookedWithoutFactor: booked === '0' ? '0' : '1000.00' },
      });
      const notes = [...element.querySelectorAll('tg-totals dd.note')].map(normalisedText);
      TestBed.resetTestingModule();
      return notes.filter((note) => note.includes('%')).length;
    };
    expect([await notesWith('2000.00'), await notesWith('0')]).toEqual([2, 0]);
  });

  it('lists the items of a search with quantity, amount and tonnes, and those without a figure', async () => {
    const { element, asked } = await openPage(
      CombinedPage,
      '/?text=kj%C3%B8ttdeig',
      answers({ rows: [combinedRow()], next: null }),
    );
    expect(asked).toContain('/api/v1/combined/goods?text=kj%C3%B8ttdeig&scope=purchases');
    const cells = [...element.querySelectorAll('tg-items-table tbody tr :is(th, td)')].map((cell) =>
      cell.textContent?.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(cells).toEqual([
      '00512 Kjøttdeig',
      'Finnskog',
      '12 pk + 3 kg',
      '2 000,00',
      '27,2',
      '0,00',
      '150 kr uten utslippstall',
    ]);
    expect(element.querySelector('tg-items-table a')?.getAttribute('href')).toBe('/?text=00512&supplier=s1');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('requests no list of items without a search', async () => {
    const { element, asked } = await openPage(
      CombinedPage,
      '/?category=ict',
      answers({ rows: [combinedRow()], next: null }),
    );
    expect(asked.some((address) => address.includes('/combined/goods'))).toBe(false);
    expect(element.querySelector('tg-items-table')).toBeNull();
  });

  it('loads more from the end of the page', async () => {
    const { element, fixture, again } = await openPage(
      CombinedPage,
      '/',
      answers({ rows: [combinedRow()], next: { value: '1000', key: 'sb:1' } }),
    );
    const more = [...element.querySelectorAll('button')].find((button) => button.textContent?.includes('Vis flere'));
    more?.click();
    await waitForUpdate();
    const asked = await again(answers({ rows: [combinedRow({ key: 'sb:2', itemName: 'Tastatur' })], next: null }));
    expect(asked).toContain('/api/v1/combined?scope=purchases&order=-amount&afterValue=1000&afterKey=sb%3A1');
    fixture.detectChanges();
    expect([...element.querySelectorAll('tbody tr')]).toHaveLength(2);
    expect(element.textContent).not.toContain('Vis flere');
  });

  it('shows that the first figures are being calculated, without blaming a filter', async () => {
    const none = { ...choices, months: [], making: { files: 2, read: 1, late: false } };
    const { element, fixture } = await openPage(CombinedPage, '/?text=skjerm', {
      ...answers({ rows: [], next: null }),
      '/combined/filter-options': none,
    });
    expect(element.querySelector('tg-empty')).toBeNull();
    expect(element.querySelector('tg-calculation-status')?.textContent).toMatch(/Leser de importerte filene\s*1 av 2/);
    fixture.destroy();
  });

  it('offers to clear the filter when nothing matches', async () => {
    const { element } = await openPage(CombinedPage, '/?text=finnesikke', answers({ rows: [], next: null }));
    expect(element.querySelector('tg-empty')?.textContent).toContain('Ingen linjer passer til filteret');
  });
});
