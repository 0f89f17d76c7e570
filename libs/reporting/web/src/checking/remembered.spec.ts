import { customerHash } from '@tallgrunn/checks';
import { fileCheckInTest, context, fileOf, heading, validRow, terms } from '../testing.ts';
import type { CheckOptions, WorkerResponse } from './check-messages.ts';
import { TextOccurrences } from './texts-met.ts';

/** Returns the result of a check with answers to earlier files. */
async function checked(rows: readonly string[], answers: Partial<CheckOptions>, excluded: readonly string[] = []) {
  const { check, said } = fileCheckInTest();
  const known = {
    ...context,
    supplier: { key: 's', name: 'Finnskog' },
    ...(excluded.length > 0 && {
      excludedCustomers: {
        hash: excluded.map((name) => customerHash({ ...context, supplier: { key: 's', name: 'Finnskog' } }, name)),
      },
    }),
  };
  const file = fileOf(new TextEncoder().encode([heading, ...rows].join('\r\n')), 'mars.csv');
  await check.hear({ ask: 'check', file, terms, context: known, answers: { mapping: [], patches: [], ...answers } });
  const last = said.find((each): each is Extract<WorkerResponse, { said: 'checked' }> => each.said === 'checked');
  return { checked: last!.checked, hash: (name: string) => customerHash(known, name) };
}
const of = (customer: string) => validRow.replace('Kongsvinger', customer);

describe('stored answers in a file check', () => {
  it('includes a customer declared to be a buyer, and lists the answer by name', async () => {
    const rows = [validRow, of('Elverum kommune'), of('Kongsvnger'), of('Kongsvnger')];
    const asked = await checked(rows, {});
    expect(asked.checked.cut.doubtful.map(({ name }) => name)).toEqual(['Kongsvnger']);
    const known = await checked(rows, { ours: [asked.hash('Kongsvnger')] });
    expect(known.checked.cut).toMatchObject({
      doubtful: [],
      remembered: [{ name: 'Kongsvnger', rows: 2 }],
      facts: { rows: 1 },
    });
    // An answer about this file overrides the remembered one, and the question is asked.
    const key = asked.checked.cut.doubtful[0]!.key;
    const other = await checked(rows, { ours: [asked.hash('Kongsvnger')], customers: [[key, 'others']] });
    expect(other.checked.cut.facts.rows).toBe(3);
    expect(other.checked.cut.doubtful).toHaveLength(1);
  });

  it('excludes a customer declared not to be a buyer, and lists the answer by name without storing the name', async () => {
    const { checked: verdict } = await checked([validRow, of('Kongsvinger Sanitetsforening')], {}, [
      'Kongsvinger Sanitetsforening',
    ]);
    expect(verdict.cut).toMatchObject({
      remembered: [{ name: 'Kongsvinger Sanitetsforening', rows: 1 }],
      facts: { rows: 1 },
    });
  });

  it('separates answers that concern the file from the others', async () => {
    const patches = [
      { set: 'unit', text: 'SPN', unit: 'stk' },
      { set: 'unit', text: 'pall', unit: 'stk' },
      { set: 'column', field: 'quantity', heading: 'Antall' },
    ] as const;
    const { checked: verdict } = await checked([validRow.replace(';stk;', ';spn;')], { patches });
    expect([...verdict.met].sort()).toEqual(['antall', 'spn']);
  });

  it('returns the original value of each edited cell; the last of two edits to one cell counts', () => {
    const change = (value: string) => ({ set: 'cell', sheet: '', row: 2, column: 1, value }) as const;
    const met = new TextOccurrences([change('3'), change('4')]);
    met.row({
      sheet: '',
      row: 2,
      hidden: false,
      cells: [
        { kind: 'text', text: 'Grue' },
        { kind: 'text', text: 'ca 4' },
      ],
    });
    met.row({
      sheet: '',
      row: 3,
      hidden: false,
      cells: [
        { kind: 'text', text: 'Grue' },
        { kind: 'text', text: '7' },
      ],
    });
    expect(met.corrected()).toEqual([{ sheet: '', row: 2, column: 1, value: '4', was: 'ca 4' }]);
  });
});
