import { accessibilityViolations, show } from '../testing.ts';
import { Progress } from './progress.ts';

describe('progress', () => {
  it('shows what is being done and how much is left', async () => {
    const fixture = await show(Progress, { what: 'Kontrollerer rader', done: 300, total: 1407, mayLeave: true });
    const bar: HTMLProgressElement = fixture.nativeElement.querySelector('progress');
    expect(bar.max).toBe(1407);
    expect(fixture.nativeElement.textContent).toContain('300 av 1\u00a0407');
    expect(fixture.nativeElement.textContent).toContain('Du kan forlate siden');
    expect(await accessibilityViolations(fixture.nativeElement)).toEqual([]);
  });

  it('is indeterminate while the total is unknown', async () => {
    const fixture = await show(Progress, { what: 'Leser' });
    expect(fixture.nativeElement.querySelector('progress').hasAttribute('value')).toBe(false);
    expect(fixture.nativeElement.textContent.trim()).toBe('Leser');
  });
});
