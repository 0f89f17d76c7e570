import { Component, signal } from '@angular/core';
import { accessibilityViolations, show } from '../testing.ts';
import { Cell } from './cell.ts';
import { DataTable } from './data-table.ts';
import type { Column } from './column.ts';

interface Row {
  readonly name: string;
  readonly amount: number;
}

@Component({
  imports: [DataTable, Cell],
  template: `<tg-data-table
    caption="Leverandører"
    [rows]="rows"
    [columns]="columns"
    [(sort)]="sort"
    [(selection)]="selection"
    [nameRow]="nameRow"
    [total]="total()"
    [more]="more()"
    narrow="cards"
  >
    <ng-template tgCell="name" let-row
      ><a href="#x">{{ row.name }}</a></ng-template
    >
    <button bulk type="button">Purr</button>
  </tg-data-table>`,
})
class Page {
  readonly rows: Row[] = [
    { name: 'Åsen', amount: 10 },
    { name: 'Berg', amount: 9 },
    { name: 'Dal', amount: 200 },
  ];
  readonly columns: Column<Row>[] = [
    { key: 'name', head: 'Navn', text: (row) => row.name, order: (row) => row.name },
    { key: 'amount', head: 'Beløp', text: (row) => String(row.amount), order: (row) => row.amount, numeric: true },
    { key: 'note', head: 'Merknad', text: () => '–', choice: 'hidden' },
  ];
  readonly total = signal<number | null>(null);
  readonly more = signal(false);
  readonly sort = signal('');
  readonly selection = signal<readonly Row[]>([]);
  readonly nameRow = (row: Row) => row.name;
}

describe('data table', () => {
  const open = async () => {
    const fixture = await show(Page);
    const element: HTMLElement = fixture.nativeElement;
    const press = async (selector: string, nth = 0) => {
      (element.querySelectorAll(selector)[nth] as HTMLElement).click();
      await fixture.whenStable();
    };
    return {
      fixture,
      page: fixture.componentInstance,
      element,
      press,
      names: () => [...element.querySelectorAll('tbody a')].map((link) => link.textContent),
    };
  };

  it('is an HTML table with a name that can be scrolled with the keyboard', async () => {
    const { element } = await open();
    expect(element.querySelector('.frame')?.getAttribute('tabindex')).toBe('0');
    expect(element.querySelector('caption')?.textContent.trim()).toBe('Leverandører');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it("sorts by the language's rules: ascending, descending, given order", async () => {
    const { element, press, names, page } = await open();
    await press('th button');
    expect(names()).toEqual(['Berg', 'Dal', 'Åsen']);
    await press('th button', 1);
    expect(names()).toEqual(['Berg', 'Åsen', 'Dal']);
    await press('th button', 1);
    expect(page.sort()).toBe('-amount');
    expect(element.querySelectorAll('th[aria-sort]')[1]?.getAttribute('aria-sort')).toBe('descending');
    await press('th button', 1);
    expect(names()).toEqual(['Åsen', 'Berg', 'Dal']);
  });

  it('shows a hidden column on request', async () => {
    const { element, press } = await open();
    expect(element.textContent).not.toContain('–');
    await press('.choice input');
    expect(element.querySelectorAll('tbody td[data-head="Merknad"]')).toHaveLength(3);
  });

  it('shows the number of rows, also when only some are loaded', async () => {
    const { page, element, fixture } = await open();
    const said = () => element.querySelector('.count')?.textContent?.trim();
    expect(said()).toBe('3 rader');
    page.more.set(true);
    await fixture.whenStable();
    expect(said()).toBe('De første 3 radene');
    page.total.set(2340);
    await fixture.whenStable();
    expect(said()).toBe('3 av 2\u00a0340 rader');
  });

  it('offers bulk actions for the selection', async () => {
    const { element, press, page } = await open();
    expect(element.querySelector('.bulk')).toBeNull();
    await press('tbody input', 1);
    expect(page.selection().map((row) => row.name)).toEqual(['Berg']);
    expect(element.querySelector('.bulk button')?.textContent).toBe('Purr');
    await press('thead input');
    expect(page.selection()).toHaveLength(3);
  });

  it('downloads the displayed rows as Excel or CSV in the language of the page', async () => {
    const saved: { name: string; blob: Blob }[] = [];
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob) => {
      blobs.push(blob as Blob);
      return 'blob:x';
    };
    URL.revokeObjectURL = () => undefined;
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: blobs.at(-1)! });
    });
    const { fixture, element, press } = await open();
    await press('th button');
    await press('tg-table-download .acts button', 1);
    for (let turn = 0; turn < 50 && saved.length === 0; turn += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await fixture.whenStable();
    expect(saved[0]?.name).toMatch(/^Leverandører-\d{4}-\d\d-\d\d\.csv$/);
    const text = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.readAsText(saved[0]!.blob);
    });
    expect(
      text
        .replace(/^\ufeff/, '')
        .trim()
        .split('\r\n'),
    ).toEqual(['Navn;Beløp', 'Berg;9', 'Dal;200', 'Åsen;10']);
    expect(element.querySelector('tg-table-download [role=status]')?.textContent).toBe('Lastet ned 3 rader.');
    expect(await accessibilityViolations(element)).toEqual([]);
    jest.restoreAllMocks();
  });
});
