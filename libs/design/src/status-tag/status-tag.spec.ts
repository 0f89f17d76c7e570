import { Component } from '@angular/core';
import { accessibilityViolations, show } from '../testing.ts';
import { StatusTag } from './status-tag.ts';

@Component({ imports: [StatusTag], template: `<tg-status tone="stopped">Returnert</tg-status>` })
class Page {}

describe('status', () => {
  it('shows its status as text, colour and icon', async () => {
    const element: HTMLElement = (await show(Page)).nativeElement;
    expect(element.textContent).toBe('Returnert');
    expect(element.querySelector('[data-color=danger] svg')).not.toBeNull();
    expect(await accessibilityViolations(element)).toEqual([]);
  });
});
