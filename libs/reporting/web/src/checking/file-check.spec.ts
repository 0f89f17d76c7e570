import { checkHere, context, dearRow, fileOf, heading, reportFile, rightRow, terms, wordyRow } from '../testing.ts';
import type { CheckedFile, FileAsked, Said } from './check-messages.ts';

const nothingSettled = { mapping: [], patches: [] };
const asked = (changes: Partial<FileAsked> = {}): FileAsked => ({ file: reportFile(rightRow, dearRow, wordyRow), terms, context, answers: nothingSettled, ...changes });

async function checked(changes: Partial<FileAsked> = {}) {
  const { check, said } = checkHere();
  await check.hear({ ask: 'check', ...asked(changes) });
  const last = said.find((each): each is Extract<Said, { said: 'checked' }> => each.said === 'checked');
  if (!last) throw new Error(`no verdict: ${JSON.stringify(said)}`);
  return { check, said, verdict: last.checked as CheckedFile };
}

describe('checking a file in the browser', () => {
  it('tells how it was opened, then what it came to, and keeps the findings to itself', async () => {
    const { said, verdict } = await checked();
    expect(said[0]).toMatchObject({ said: 'opened', file: { format: 'csv', delimiter: ';' } });
    expect(verdict).toMatchObject({ rows: 3, accepted: 2, quarantined: 1, totals: { amount: '382.00' } });
    expect(verdict.groups.filter(({ severity }) => severity !== 'info').map(({ code }) => code)).toEqual(['not-a-number', 'price-above-agreed']);
    expect(verdict).not.toHaveProperty('findings');
    expect(verdict.samples[0]?.rows[1]?.cells).toContain('120,00');
  });

  it('gives the findings of one cause, and the changes that settle them', async () => {
    const { check, said, verdict } = await checked();
    const dear = verdict.groups.find(({ code }) => code === 'price-above-agreed');
    const name = { code: 'price-above-agreed', severity: 'confirm', cause: dear?.example.cause ?? '' };
    await check.hear({ ask: 'findings', id: 1, group: name, from: 0 });
    await check.hear({ ask: 'patches', id: 2, group: name });
    expect(said.at(-2)).toMatchObject({ said: 'findings', id: 1, findings: [{ place: { row: 3, column: 'Pris' }, found: '142,00' }] });
    const patches = said.at(-1);
    if (patches?.said !== 'patches') throw new Error('no patches');
    const again = await checked({ answers: { mapping: [], patches: patches.patches } });
    expect(again.verdict.groups.map(({ code }) => code)).not.toContain('price-above-agreed');
    expect(again.verdict.totals.amount).toBe('360.00');
  });

  it('says so when there is no file to write what it found in', async () => {
    const none = await checked({ file: fileOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'bilde.xlsx') });
    await none.check.hear({ ask: 'annotated', id: 4, language: 'nb' });
    expect(none.said.at(-1)).toEqual({ said: 'annotated', id: 4, bytes: null });
  });

  it('tells of a column about persons, and sends the file without it and with word of it', async () => {
    const text = [`${heading};Ansattnavn`, `${rightRow};Kari Nordmann`].join('\r\n');
    const { check, said, verdict } = await checked({ file: fileOf(new TextEncoder().encode(text), 'mars.csv') });
    expect(verdict.groups.find(({ code }) => code === 'personal-column')?.example).toMatchObject({ severity: 'info', place: { row: 1, column: 'Ansattnavn' } });
    await check.hear({ ask: 'to-send', id: 3 });
    const sent = said.at(-1);
    if (sent?.said !== 'to-send' || !sent.toSend) throw new Error('nothing to send');
    expect(sent.toSend.file.size).toBeLessThan(text.length);
    expect(sent.toSend.cut.columns).toMatchObject([{ sheet: '', heading: 'Ansattnavn', row: 1 }]);
  });

  it('looks at structure and types alone when no context is given', async () => {
    const { verdict } = await checked({ context: null });
    expect(verdict.groups.filter(({ severity }) => severity !== 'info').map(({ code }) => code)).toEqual(['not-a-number']);
  });

  it('says in a verdict why a file cannot be read', async () => {
    const { verdict } = await checked({ file: fileOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'bilde.xlsx') });
    expect(verdict.groups).toMatchObject([{ code: 'file-unreadable', severity: 'blocksFile' }]);
  });

  it('falls audibly when the bytes cannot be had', async () => {
    const { check, said } = checkHere();
    const gone = Object.assign(reportFile(rightRow), { slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) });
    await check.hear({ ask: 'check', ...asked({ file: gone }) });
    expect(said.at(-1)).toEqual({ said: 'fell' });
  });
});
