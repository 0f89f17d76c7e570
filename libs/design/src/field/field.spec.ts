import { Component, signal } from '@angular/core';
import { accessibilityViolations, show } from '../testing.ts';
import { Field } from './field.ts';

@Component({
  imports: [Field],
  template: `<tg-field label="E-post" for="email" help="Den du bruker på jobb" [error]="error()"
    ><input id="email" class="ds-input" type="email"
  /></tg-field>`,
})
class Form {
  readonly error = signal('');
}

describe('field', () => {
  it('connects label, help and error to its control', async () => {
    const fixture = await show(Form);
    const input: HTMLInputElement = fixture.nativeElement.querySelector('input');
    expect(input.labels?.[0]?.textContent?.trim()).toBe('E-post');
    fixture.componentInstance.error.set('Skriv e-postadressen din');
    await fixture.whenStable();
    await new Promise((done) => setTimeout(done, 50));
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const described = (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toEqual(expect.arrayContaining(['Den du bruker på jobb', 'Skriv e-postadressen din']));
    expect(await accessibilityViolations(fixture.nativeElement)).toEqual([]);
  });
});
