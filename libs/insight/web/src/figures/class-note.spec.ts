import { nb } from '../texts/nb.ts';
import { classNote } from './class-note.ts';

const sum = (lines: number, amount: string) => ({ lines, amount });
const classes = (operating: number, investment: number, unknown: number) => ({
  operating: sum(operating, `${operating}000`),
  investment: sum(investment, `${investment}000`),
  unknown: sum(unknown, `${unknown}000`),
});

describe('operating, investment and unknown accounts', () => {
  it('are separate, and unknown is in neither', () => {
    expect(classNote(classes(5, 2, 1), '', nb)).toMatch(/5.000.*2.000.*1.000/s);
    expect(classNote(classes(5, 2, 0), '', nb)).not.toContain('ikke kjent');
    expect(classNote(classes(0, 0, 3), '', nb)).toContain('ikke');
    expect(classNote(classes(0, 0, 0), '', nb)).toBeNull();
  });

  it('note the excluded unknown amount when one class is shown', () => {
    for (const shown of ['operating', 'investment']) {
      expect(classNote(classes(5, 2, 1), shown, nb)).toMatch(/1.000/);
      expect(classNote(classes(5, 2, 0), shown, nb)).toBeNull();
    }
    expect(classNote(classes(5, 2, 1), 'unknown', nb)).toBeNull();
  });
});
