import { accessibilityViolations, show } from '../testing.ts';
import { WhyPanel } from './why-panel.ts';

describe('why panel', () => {
  // jsdom has the dialog element without its methods
  beforeAll(() => {
    HTMLDialogElement.prototype.showModal = function () {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function () {
      this.open = false;
    };
  });

  it('explains its figure', async () => {
    const fixture = await show(WhyPanel, { figure: '1 204 t' });
    const element: HTMLElement = fixture.nativeElement;
    const opened = jest.fn();
    fixture.componentInstance.opened.subscribe(opened);
    const button = element.querySelector('button');
    expect(button?.getAttribute('aria-label')).toBe('Hvorfor er tallet 1 204 t?');
    button?.click();
    expect(opened).toHaveBeenCalled();
    fixture.componentRef.setInput('explanation', {
      formula: 'kroner × faktor',
      sources: [{ label: 'DFØ 2025' }],
      versions: [{ label: 'Kjøring', value: '12' }],
      wayDown: { label: 'Se linjene', link: '/combined' },
    });
    await fixture.whenStable();
    expect(element.querySelector('dialog')?.open).toBe(true);
    expect(element.querySelector('.formula')?.textContent).toBe('kroner × faktor');
    expect(await accessibilityViolations(element)).toEqual([]);
  });

  it('closes when the user clicks outside', async () => {
    const fixture = await show(WhyPanel, { figure: '12 kr' });
    fixture.nativeElement.querySelector('button').click();
    fixture.nativeElement.querySelector('dialog').click();
    expect(fixture.nativeElement.querySelector('dialog').open).toBe(false);
  });
});
