import { Component } from '@angular/core';
import { accessibilityViolations, show } from '../testing.ts';
import { FindingList } from './finding-list.ts';
import type { FindingGroup } from './finding-list.ts';

const place = (row: number) => ({ sheet: 'Ark1', row, column: 'Pris', found: '112,00', expected: '98,00' });
const groups: FindingGroup[] = [
  { key: 'seen', severity: 'info', sentence: 'To linjer gjelder pant', count: 2, amount: '', whatToDo: '', places: [] },
  {
    key: 'price',
    severity: 'confirm',
    sentence: '38 linjer har høyere pris enn avtalt',
    count: 38,
    amount: '4 212 kr',
    whatToDo: 'Rett prisen, eller si hvem som godkjente den.',
    places: [212, 219, 340, 1212].map(place),
  },
];

@Component({
  imports: [FindingList],
  template: `<tg-finding-list [groups]="groups"
    ><ng-template let-group
      ><button type="button">Rett {{ group.key }}</button></ng-template
    ></tg-finding-list
  >`,
})
class Page {
  readonly groups = groups;
}

describe('finding list', () => {
  it('shows the most severe cause first, with amount, locations and actions', async () => {
    const element: HTMLElement = (await show(Page)).nativeElement;
    const first = element.querySelector('ol > li');
    expect(first?.querySelector('h3')?.textContent).toContain('høyere pris');
    expect(first?.textContent).toContain('4 212 kr');
    expect(first?.textContent).toContain('Ark1 · rad 212 · Pris');
    expect(first?.querySelector('.acts button')?.textContent).toBe('Rett price');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('shows the remaining locations on request', async () => {
    const fixture = await show(Page);
    const places = () => fixture.nativeElement.querySelectorAll('ol > li:first-child .places > li').length;
    expect(places()).toBe(3);
    fixture.nativeElement.querySelector('[aria-expanded]').click();
    await fixture.whenStable();
    expect(places()).toBe(4);
  });
});
