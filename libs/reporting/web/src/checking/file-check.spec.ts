import { customerHash } from '@tallgrunn/checks';
import { blobSource, openTable } from '@tallgrunn/tabular';
import { checkHere, context, dearRow, fileOf, heading, reportFile, rightRow, terms, wordyRow } from '../testing.ts';
import type { CheckedFile, FileAsked, FileToSend, Said } from './check-messages.ts';

const nothingSettled = { mapping: [], patches: [] };
const asked = (changes: Partial<FileAsked> = {}): FileAsked => ({
  file: reportFile(rightRow, dearRow, wordyRow),
  terms,
  context,
  answers: nothingSettled,
  ...changes,
});

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
    expect(verdict.groups.filter(({ severity }) => severity !== 'info').map(({ code }) => code)).toEqual([
      'not-a-number',
      'price-above-agreed',
    ]);
    expect(verdict).not.toHaveProperty('findings');
    expect(verdict.samples[0]?.rows[1]?.cells).toContain('120,00');
  });

  it('gives the findings of one cause, and the changes that settle them', async () => {
    const { check, said, verdict } = await checked();
    const dear = verdict.groups.find(({ code }) => code === 'price-above-agreed');
    const name = { code: 'price-above-agreed', severity: 'confirm', cause: dear?.example.cause ?? '' };
    await check.hear({ ask: 'findings', id: 1, group: name, from: 0 });
    await check.hear({ ask: 'patches', id: 2, group: name });
    expect(said.at(-2)).toMatchObject({
      said: 'findings',
      id: 1,
      findings: [{ place: { row: 3, column: 'Pris' }, found: '142,00' }],
    });
    const patches = said.at(-1);
    if (patches?.said !== 'patches') throw new Error('no patches');
    const again = await checked({ answers: { mapping: [], patches: patches.patches } });
    expect(again.verdict.groups.map(({ code }) => code)).not.toContain('price-above-agreed');
    expect(again.verdict.totals.amount).toBe('360.00');
  });

  it('says so when there is no file to write what it found in', async () => {
    const none = await checked({
      file: fileOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'bilde.xlsx'),
    });
    await none.check.hear({ ask: 'annotated', id: 4, language: 'nb' });
    expect(none.said.at(-1)).toEqual({ said: 'annotated', id: 4, bytes: null });
  });

  it('tells of a column about persons, and sends the file without it and with word of it', async () => {
    const text = [`${heading};Ansattnavn`, `${rightRow};Kari Nordmann`].join('\r\n');
    const { check, said, verdict } = await checked({ file: fileOf(new TextEncoder().encode(text), 'mars.csv') });
    expect(verdict.groups.find(({ code }) => code === 'personal-column')?.example).toMatchObject({
      severity: 'info',
      place: { row: 1, column: 'Ansattnavn' },
    });
    await check.hear({ ask: 'to-send', id: 3, leaveOut: false });
    const sent = said.at(-1);
    if (sent?.said !== 'to-send' || !sent.toSend) throw new Error('nothing to send');
    expect(sent.toSend.file.size).toBeLessThan(text.length);
    expect(sent.toSend.cut.columns).toMatchObject([{ sheet: '', heading: 'Ansattnavn', row: 1 }]);
  });

  it('looks at structure and types alone when no context is given', async () => {
    const { verdict } = await checked({ context: null });
    expect(verdict.groups.filter(({ severity }) => severity !== 'info').map(({ code }) => code)).toEqual([
      'not-a-number',
    ]);
  });

  it('says in a verdict why a file cannot be read', async () => {
    const { verdict } = await checked({
      file: fileOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'bilde.xlsx'),
    });
    expect(verdict.groups).toMatchObject([{ code: 'file-unreadable', severity: 'blocksFile' }]);
  });

  it('falls audibly when the bytes cannot be had', async () => {
    const { check, said } = checkHere();
    const gone = Object.assign(reportFile(rightRow), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
    });
    await check.hear({ ask: 'check', ...asked({ file: gone }) });
    expect(said.at(-1)).toEqual({ said: 'fell' });
  });
});

describe('what is sent of a file', () => {
  const strangers = [
    'Glåmdal Bruktbutikk',
    'Elverum',
    'Lena Ødegårdsrud',
    'lena@grossist.example',
    '912 34 567',
    'bare for oss',
    '98765',
  ];
  const wide = `${heading};Bestilt av;Kontakt;Merknad`;
  const rowOf = (row: string) => `${row};Lena Ødegårdsrud;lena@grossist.example;bare for oss`;
  const csv = [
    `Kontakt Lena Ødegårdsrud 912 34 567`,
    wide,
    rowOf(rightRow),
    rowOf(rightRow.replace('Kongsvinger', 'Glåmdal Bruktbutikk').replace('240,00', '98765,00')),
    rowOf(wordyRow),
  ].join('\r\n');
  const cross = [
    'Varenummer;Enhet;Pris;Levert;Antall Kongsvinger;Beløp Kongsvinger;Antall Elverum;Beløp Elverum',
    '7001;stk;120,00;05.03.2026;2;240,00;77;98765,00',
  ].join('\r\n');
  const fileWith = (text: string): File => fileOf(new TextEncoder().encode(text), 'mars.csv');
  const bytesOf = (file: File): Promise<Uint8Array> =>
    new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
      reader.readAsArrayBuffer(file);
    });

  /** Every text of the file that goes, and of what is told of it. */
  async function sentOf(
    file: File,
    answers: FileAsked['answers'] = nothingSettled,
  ): Promise<{ texts: string; cut: FileToSend['cut']; verdict: FileToSend['verdict'] }> {
    const { check, said } = await checked({ file, answers });
    await check.hear({ ask: 'to-send', id: 1, leaveOut: true });
    const last = said.at(-1);
    if (last?.said !== 'to-send' || !last.toSend) throw new Error('nothing to send');
    const copy = fileOf(await bytesOf(last.toSend.file), last.toSend.file.name);
    const texts: string[] = [copy.name, JSON.stringify(last.toSend.cut)];
    for await (const batch of (await openTable(blobSource(copy), copy.name)).batches())
      for (const row of batch) texts.push(...row.cells.map(({ text }) => text));
    return { texts: texts.join('\n'), cut: last.toSend.cut, verdict: last.toSend.verdict };
  }

  it.each([
    ['a list of lines', csv, 3],
    ['a table of customers', cross, 2],
  ])('holds no row, column or word of strangers: %s', async (_, text, lines) => {
    const { texts, cut, verdict } = await sentOf(fileWith(text));
    expect(texts).toContain('Kongsvinger');
    for (const never of strangers) expect(texts).not.toContain(never);
    expect(cut).toMatchObject({ leftOut: lines - 1, whole: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(verdict).toMatchObject({ rows: 1, accepted: 1, quarantined: 0 });
  });

  it('holds no customer that was said not to be ours, and a hash to remember it by', async () => {
    const answers = { ...nothingSettled, excluded: ['Glåmdal Bruktbutikk'] };
    const { texts, cut } = await sentOf(fileWith(csv), answers);
    expect(texts).not.toContain('Bruktbutikk');
    expect(cut).toMatchObject({ rows: 1, leftOut: 1, excluded: [customerHash(context, 'Glåmdal Bruktbutikk')] });
    const next = await checked({
      file: fileWith(csv),
      context: { ...context, excludedCustomers: { hash: cut.excluded! } },
    });
    expect(next.verdict.groups.map(({ code }) => code)).not.toContain('buyer-not-entitled');
    expect(next.verdict.cut.others.map(({ name }) => name)).toEqual(['Glåmdal Bruktbutikk']);
  });

  /** The answers that go along with a file, after the check of it. */
  async function answersAlong(
    file: File,
    answers: FileAsked['answers'],
    leaveOut = true,
  ): Promise<FileToSend['answers']> {
    const { check, said } = await checked({ file, answers });
    await check.hear({ ask: 'to-send', id: 1, leaveOut });
    const last = said.at(-1);
    if (last?.said !== 'to-send' || !last.toSend) throw new Error('nothing to send');
    return last.toSend.answers;
  }
  const cell = (row: number, column: number, value: string) =>
    ({ set: 'cell', sheet: '', row, column, value }) as const;

  it('drops changes to rows that are left out and to columns that stay, and keeps those to rows that go', async () => {
    const kept = cell(3, 2, '3');
    const patches = [
      kept,
      cell(4, 0, 'Elverum Bruktbutikk'),
      cell(4, 6, '98765'),
      { set: 'leave-out', sheet: '', row: 4 },
      cell(3, 10, 'Lena Ødegårdsrud'),
      cell(90, 0, 'Elverum'),
    ] as const;
    const { patches: along } = await answersAlong(fileWith(csv), { ...nothingSettled, patches });
    expect(along).toEqual([kept]);
  });

  it('drops changes to rows of customers that are not ours', async () => {
    const others = ['Rema 1000 Elverum AS', 'Elverum kommune', 'Kiwi Elverum AS'].map((name) =>
      rightRow.replace('Kongsvinger', name),
    );
    const kept = cell(2, 3, '3');
    const { patches } = await answersAlong(
      fileWith([heading, rightRow, ...others].join('\r\n')),
      { ...nothingSettled, patches: [kept, cell(3, 0, 'Rema 1000 Hamar AS'), cell(4, 3, '7')] },
      false,
    );
    expect(patches).toEqual([kept]);
  });

  it('drops changes to cells of other customers in a table of customers, and columns pointed out in sheets that stay', async () => {
    const kept = cell(2, 4, '3');
    const { patches } = await answersAlong(fileWith(cross), { ...nothingSettled, patches: [kept, cell(2, 6, '78')] });
    expect(patches).toEqual([kept]);
  });

  it('redacts persons in what was written in a cell', async () => {
    const { patches } = await answersAlong(
      reportFile(rightRow),
      { ...nothingSettled, patches: [cell(2, 2, 'Lettmelk til Kari Nordmann')] },
      false,
    );
    expect(patches).toEqual([cell(2, 2, 'Lettmelk til •••')]);
  });

  it('keeps back a row that a person took out, with its customer that is not ours, but not one of ours', async () => {
    const stranger = rightRow.replace('Kongsvinger', 'Glåmdal Bruktbutikk');
    const patches = [
      { set: 'leave-out', sheet: '', row: 4 },
      { set: 'leave-out', sheet: '', row: 3 },
    ] as const;
    const file = fileWith([heading, rightRow, rightRow, stranger].join('\r\n'));
    expect((await answersAlong(file, { ...nothingSettled, patches }, false)).patches).toEqual([patches[1]]);
    const { check, said } = await checked({ file, answers: { ...nothingSettled, patches } });
    await check.hear({ ask: 'to-send', id: 1, leaveOut: false });
    const last = said.at(-1);
    if (last?.said !== 'to-send' || !last.toSend) throw new Error('nothing to send');
    expect(Buffer.from(await bytesOf(last.toSend.file)).toString()).not.toContain('Bruktbutikk');
  });

  it('drops a reason for a cause that is not in what goes', async () => {
    const { patches } = await answersAlong(
      reportFile(rightRow),
      { ...nothingSettled, patches: [{ set: 'override', code: 'buyer-not-entitled', cause: 'Elverum Bruktbutikk' }] },
      false,
    );
    expect(patches).toEqual([]);
  });

  it('asks about every customer that is not surely ours in a file that is checked here in part, and keeps it back on a no', async () => {
    const large = { context: null, buyers: context };
    const { verdict } = await checked({ file: fileWith(csv), ...large });
    expect(verdict.cut.doubtful.map(({ name, rows }) => [name, rows])).toEqual([['Glåmdal Bruktbutikk', 1]]);
    const [stranger] = verdict.cut.doubtful;
    const { check, said } = await checked({
      file: fileWith(csv),
      ...large,
      answers: { ...nothingSettled, customers: [[stranger!.key, 'others']] },
    });
    await check.hear({ ask: 'to-send', id: 1, leaveOut: false });
    const last = said.at(-1);
    if (last?.said !== 'to-send' || !last.toSend) throw new Error('nothing to send');
    const sent = Buffer.from(await bytesOf(last.toSend.file)).toString();
    expect(sent).toContain('Kongsvinger;7001');
    for (const never of strangers) expect(sent + JSON.stringify(last.toSend.cut)).not.toContain(never);
    expect(last.toSend.cut).toMatchObject({
      rows: 1,
      unused: [{ heading: 'Bestilt av' }, { heading: 'Kontakt' }, { heading: 'Merknad' }],
    });
  });

  it('asks about no stranger in a file that is checked whole here, for the check does', async () => {
    const { verdict } = await checked({ file: fileWith(csv) });
    expect(verdict.cut.doubtful).toEqual([]);
    expect(verdict.groups.map(({ code }) => code)).toContain('buyer-not-entitled');
  });

  it('keeps the customers of others back in a file that is checked here in part', async () => {
    const others = ['Rema 1000 Elverum AS', 'Elverum kommune'].map((name) => rightRow.replace('Kongsvinger', name));
    const { check, said, verdict } = await checked({
      file: fileWith([heading, rightRow, ...others].join('\r\n')),
      context: null,
      buyers: context,
    });
    expect(verdict.cut).toMatchObject({ facts: { rows: 2 }, doubtful: [] });
    await check.hear({ ask: 'to-send', id: 1, leaveOut: false });
    const last = said.at(-1);
    if (last?.said !== 'to-send' || !last.toSend) throw new Error('nothing to send');
    expect(Buffer.from(await bytesOf(last.toSend.file)).toString()).not.toMatch(/Rema|Elverum/);
  });
});
