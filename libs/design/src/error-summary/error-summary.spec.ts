import { accessibilityViolations, show } from '../testing.ts';
import { ErrorSummary } from './error-summary.ts';

describe('error summary', () => {
  const faults = [
    { field: 'email', sentence: 'Skriv e-postadressen din' },
    { field: '', sentence: 'Vent et minutt' },
  ];

  it('counts the errors and takes focus', async () => {
    const fixture = await show(ErrorSummary, { faults: [] });
    expect(fixture.nativeElement.textContent.trim()).toBe('');
    fixture.componentRef.setInput('faults', faults);
    await fixture.whenStable();
    await new Promise((done) => setTimeout(done, 50));
    expect(fixture.nativeElement.querySelector('h2').textContent).toBe('Rett 2 ting før du går videre');
    expect(document.activeElement?.tagName).toBe('DS-ERROR-SUMMARY');
    expect(await accessibilityViolations(fixture.nativeElement)).toEqual([]);
  });

  it('distinguishes a rejection from an error to correct', async () => {
    const fixture = await show(ErrorSummary, { faults: [{ field: '', sentence: 'Vent et minutt' }] });
    expect(fixture.nativeElement.querySelector('h2').textContent).toBe('Noe må rettes');
  });

  it('focuses the field', async () => {
    const input = document.body.appendChild(Object.assign(document.createElement('input'), { id: 'email' }));
    const fixture = await show(ErrorSummary, { faults });
    fixture.nativeElement.querySelector('a').click();
    expect(document.activeElement).toBe(input);
    input.remove();
  });
});
