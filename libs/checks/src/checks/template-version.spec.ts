import { monthlyFood } from '../examples/monthly-food.ts';
import { checkSheets, headingCells, lineCells, findingsOf } from '../testing.ts';

const terms = monthlyFood({ template: { version: '2026' } });
const under = (title: string) => checkSheets([{ rows: [[title], headingCells, lineCells()] }], { terms });

describe('template-version', () => {
  it('accepts the right version, and files without one', async () => {
    expect(findingsOf(await under('Malversjon: 2026'), 'template-version')).toEqual([]);
    expect(findingsOf(await under('Rapport for mars 2025'), 'template-version')).toEqual([]);
  });

  it('blocks an older template', async () => {
    expect(findingsOf(await under('Malversjon 2023'), 'template-version')).toMatchObject([
      { class: 1, severity: 'blocksFile', found: '2023', expected: '2026', place: { row: 1 } },
    ]);
  });

  it('reports nothing when the terms state no version', async () => {
    expect(
      findingsOf(await checkSheets([{ rows: [['Malversjon 2023'], headingCells, lineCells()] }]), 'template-version'),
    ).toEqual([]);
  });
});
