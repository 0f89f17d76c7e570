import { accessibilityViolations } from '@tallgrunn/design/testing';
import { overpricedRow, validRow, invalidQuantityRow } from '../testing.ts';
import { openReport } from './testing-report-page.ts';

describe('questions on the report page', () => {
  it('preserves the focus position of a keyboard user who resolves findings', async () => {
    const { page, drop, press } = await openReport();
    await drop(validRow, overpricedRow, invalidQuantityRow);
    const pressFocused = async (words: string) => {
      [...page.querySelectorAll('button')].find((each) => each.textContent?.trim().startsWith(words))?.focus();
      await press(words);
    };
    const stoodOn = () => document.activeElement?.textContent?.trim();
    await pressFocused('Rett til avtalt');
    expect(document.activeElement?.closest('article')?.textContent).toContain(stoodOn());
    expect(page.querySelector('tg-announcement')?.textContent).toContain('Kontrollen er ferdig');
    await pressFocused('Angre');
    expect(document.activeElement?.id).toBe('step-3');
  });

  it('applies a correction with one click, reverts it, and leaves the file unchanged', async () => {
    const { page, drop, summary, press } = await openReport();
    await drop(validRow, overpricedRow);
    await press('Rett til avtalt');
    expect(page.textContent).not.toContain('Pris over avtalt');
    expect(summary('send')).toContain('360,00 kr');
    await press('Angre');
    expect(page.textContent).toContain('Pris over avtalt');
    expect(summary('send')).toContain('382,00 kr');
  });

  it('shows seven questions at a time, counts the rest, and collapses answered ones', async () => {
    const { page, http, settle, drop, press } = await openReport();
    await drop(validRow);
    await press('Send inn én linje');
    http.expectOne('/api/v1/obligations/d1/versions').flush({ id: 'v1' });
    await settle();
    const codes = [
      'item-unknown',
      'price-above-agreed',
      'amount-differs',
      'duplicate-line',
      'month-missing',
      'extreme-quantity',
      'units-mixed',
      'pack-as-piece',
      'hidden-rows',
    ];
    const groups = codes.map((code, at) => ({
      code,
      severity: 'confirm',
      count: 1,
      kroner: `${at + 1}00.00`,
      rows: [2],
      class: 1,
      example: { code, severity: 'confirm', params: {}, cause: '', place: null, found: null, expected: null },
    }));
    const verdict = {
      rows: 1,
      accepted: 1,
      quarantined: 0,
      totals: { currency: 'NOK', amount: '240.00', credit: '0.00', fees: '0.00', quarantined: '0.00', byBuyer: [] },
      groups,
      columns: [],
      sheets: [],
    };
    http.expectOne('/api/v1/report-versions/v1').flush({ id: 'v1', state: 'checked', verdict, progress: null });
    await settle();
    const labels = () =>
      [...page.querySelectorAll('tg-check-step article tg-status')]
        .map((each) => each.textContent?.trim())
        .filter((text) => text?.startsWith('Spørsmål'));
    expect(labels()).toEqual(Array.from({ length: 7 }, (_, at) => `Spørsmål ${at + 1} av 9`));
    expect(page.textContent?.replace(/\s/g, ' ')).toContain('2 til etter disse, 300 kr');
    await press('Vis de neste');
    expect(labels()).toEqual(['Spørsmål 8 av 9', 'Spørsmål 9 av 9']);
    await press('Dette er ikke en feil');
    const text = page.querySelector('textarea');
    if (!text) throw new Error('no field for the reason');
    text.value = 'Godkjent i brev';
    await press('Lagre svaret');
    expect(labels()).toEqual(['Spørsmål 8 av 8']);
    expect(page.querySelector('details.settled summary')?.textContent).toBe('Avklart: 1');
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('counts questions separately from blocked rows, as in the summary', async () => {
    const { page, http, settle, drop, press } = await openReport();
    await drop(validRow);
    await press('Send inn én linje');
    http.expectOne('/api/v1/obligations/d1/versions').flush({ id: 'v1' });
    await settle();
    const asked = [
      ['item-unknown', 'confirm'],
      ['value-not-listed', 'blocksRow'],
      ['price-above-agreed', 'confirm'],
    ] as const;
    const groups = asked.map(([code, severity], at) => ({
      code,
      severity,
      count: 1,
      kroner: `${3 - at}00.00`,
      rows: [2],
      class: 1,
      example: { code, severity, params: {}, cause: '', place: null, found: null, expected: null },
    }));
    const verdict = {
      rows: 1,
      accepted: 1,
      quarantined: 0,
      totals: { currency: 'NOK', amount: '240.00', credit: '0.00', fees: '0.00', quarantined: '0.00', byBuyer: [] },
      groups,
      columns: [],
      sheets: [],
    };
    http.expectOne('/api/v1/report-versions/v1').flush({ id: 'v1', state: 'checked', verdict, progress: null });
    await settle();
    const labels = [...page.querySelectorAll('tg-check-step article tg-status')].map((each) =>
      each.textContent?.trim(),
    );
    expect(labels).toEqual(['Spørsmål 1 av 2', 'Stopper rader', 'Spørsmål 2 av 2']);
    expect(page.querySelector('tg-check-step')?.textContent).toContain('1 stopp · 2 spørsmål');
  });

  it('edits rows in a table by keyboard, with undo and redo', async () => {
    const { page, http, settle, drop, summary, press } = await openReport();
    await drop(validRow, invalidQuantityRow);
    await press('Rett radene i en tabell');
    const focused = () => document.activeElement as HTMLElement;
    const key = async (name: string, more: KeyboardEventInit = {}) => {
      focused().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
      await settle();
    };
    const grid = page.querySelector<HTMLElement>('tg-row-grid table');
    expect([...(grid?.querySelectorAll('tbody th') ?? [])].map((each) => each.textContent?.replace(/\s/g, ''))).toEqual(
      ['3✖'],
    );
    page.querySelector<HTMLElement>('tg-row-grid td[tabindex="0"]')?.focus();
    await key('ArrowRight');
    await key('ArrowRight');
    expect(focused().getAttribute('aria-invalid')).toBe('true');
    expect(page.querySelector('#grid-here')?.textContent).toContain('ca 20');
    await key('F2');
    (focused() as HTMLInputElement).value = '7';
    await key('Escape');
    expect(focused().textContent).toContain('ca 20');
    await key('Enter');
    (focused() as HTMLInputElement).value = '20';
    await key('Tab');
    await settle();
    expect(focused().textContent?.trim()).toBe('stk');
    expect(summary('send')).toBe('2 linjer · 2 640,00 kr eks. mva. · én kunde');
    expect(grid?.querySelector('tbody th')?.textContent).toContain('Rettet');
    expect(await accessibilityViolations(page)).toEqual([]);
    await key('z', { ctrlKey: true });
    await settle();
    expect(summary('send')).toContain('én linje');
    await key('y', { ctrlKey: true });
    await settle();
    expect(summary('send')).toContain('2 linjer');
    http.verify();
  });
});
