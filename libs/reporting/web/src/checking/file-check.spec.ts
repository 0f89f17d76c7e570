import { customerHash } from '@tallgrunn/checks';
import { blobSource, openTable } from '@tallgrunn/tabular';
import {
  fileCheckInTest,
  context,
  overpricedRow,
  fileOf,
  heading,
  reportFile,
  validRow,
  terms,
  invalidQuantityRow,
} from '../testing.ts';
import type { CheckedFile, CheckFileRequest, FileToSend, WorkerResponse } from './check-messages.ts';

const nothingSettled = { mapping: [], patches: [] };
const asked = (changes: Partial<CheckFileRequest> = {}): CheckFileRequest => ({
  file: reportFile(validRow, overpricedRow, invalidQuantityRow),
  terms,
  context,
  answers: nothingSettled,
  ...changes,
});

async function checked(changes: Partial<CheckFileRequest> = {}) {
  const { check, said } = fileCheckInTest();
  await check.hear({ ask: 'check', ...asked(changes) });
  const last = said.find((each): each is Extract<WorkerResponse, { said: 'checked' }> => each.said === 'checked');
  if (!last) throw new Error(`no verdict: ${JSON.stringify(said)}`);
  return { check, said, verdict: last.checked as CheckedFile };
}

describe('file check in the browser', () => {
  it('shows how the file was opened, then the result, and does not send the findings', async () => {
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

  it('returns the findings of one cause, and the edits that resolve them', async () => {
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

  it('reports that there is no file to annotate', async () => {
    const none = await checked({
      file: fileOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'bilde.xlsx'),
    });
    await none.check.hear({ ask: 'annotated', id: 4, language: 'nb' });
    expect(none.said.at(-1)).toEqual({ said: 'annotated', id: 4, bytes: null });
  });

  it('reports a column with personal data, and sends the file without it and with the redaction details', async () => {
    const text = [`${heading};Ansattnavn`, `${validRow};Kari Nordmann`].join('\r\n');
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

  it('checks structure and types only when there is no context', async () => {
    const { verdict } = await checked({ context: null });
    expect(verdict.groups.filter(({ severity }) => severity !== 'info').map(({ code }) => code)).toEqual([
      'not-a-number',
    ]);
  });

  it('explains in the result why a file cannot be read', async () => {
    const { verdict } = await checked({
      file: fileOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'bilde.xlsx'),
    });
    expect(verdict.groups).toMatchObject([{ code: 'file-unreadable', severity: 'blocksFile' }]);
  });

  it('reports a failure when the bytes cannot be read', async () => {
    const { check, said } = fileCheckInTest();
    const gone = Object.assign(reportFile(validRow), {
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }),
    });
    await check.hear({ ask: 'check', ...asked({ file: gone }) });
    expect(said.at(-1)).toEqual({ said: 'fell' });
  });
});

describe('redaction before upload', () => {
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
    rowOf(validRow),
    rowOf(validRow.replace('Kongsvinger', 'Glåmdal Bruktbutikk').replace('240,00', '98765,00')),
    rowOf(invalidQuantityRow),
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

  /** Returns every text of the uploaded file and of its redaction. */
  async function sentOf(
    file: File,
    answers: CheckFileRequest['answers'] = nothingSettled,
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
  ])('removes rows, columns and texts of other customers: %s', async (_, text, lines) => {
    const { texts, cut, verdict } = await sentOf(fileWith(text));
    expect(texts).toContain('Kongsvinger');
    for (const never of strangers) expect(texts).not.toContain(never);
    expect(cut).toMatchObject({ leftOut: lines - 1, whole: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(verdict).toMatchObject({ rows: 1, accepted: 1, quarantined: 0 });
  });

  it('removes customers declared not to be buyers, and sends a hash to remember each', async () => {
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

  /** Returns the answers uploaded with a file, after its check. */
  async function answersAlong(
    file: File,
    answers: CheckFileRequest['answers'],
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

  it('drops edits of excluded rows and removed columns, and sends edits of uploaded rows', async () => {
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

  it('drops edits of rows of excluded customers', async () => {
    const others = ['Rema 1000 Elverum AS', 'Elverum kommune', 'Kiwi Elverum AS'].map((name) =>
      validRow.replace('Kongsvinger', name),
    );
    const kept = cell(2, 3, '3');
    const { patches } = await answersAlong(
      fileWith([heading, validRow, ...others].join('\r\n')),
      { ...nothingSettled, patches: [kept, cell(3, 0, 'Rema 1000 Hamar AS'), cell(4, 3, '7')] },
      false,
    );
    expect(patches).toEqual([kept]);
  });

  it('drops edits of other customers in a customer table, and column mappings of removed sheets', async () => {
    const kept = cell(2, 4, '3');
    const { patches } = await answersAlong(fileWith(cross), { ...nothingSettled, patches: [kept, cell(2, 6, '78')] });
    expect(patches).toEqual([kept]);
  });

  it('redacts personal data in edited cells', async () => {
    const { patches } = await answersAlong(
      reportFile(validRow),
      { ...nothingSettled, patches: [cell(2, 2, 'Lettmelk til Kari Nordmann')] },
      false,
    );
    expect(patches).toEqual([cell(2, 2, 'Lettmelk til •••')]);
  });

  it('removes an excluded row of another customer, and sends the exclusion of a row of a buyer', async () => {
    const stranger = validRow.replace('Kongsvinger', 'Glåmdal Bruktbutikk');
    const patches = [
      { set: 'leave-out', sheet: '', row: 4 },
      { set: 'leave-out', sheet: '', row: 3 },
    ] as const;
    const file = fileWith([heading, validRow, validRow, stranger].join('\r\n'));
    expect((await answersAlong(file, { ...nothingSettled, patches }, false)).patches).toEqual([patches[1]]);
    const { check, said } = await checked({ file, answers: { ...nothingSettled, patches } });
    await check.hear({ ask: 'to-send', id: 1, leaveOut: false });
    const last = said.at(-1);
    if (last?.said !== 'to-send' || !last.toSend) throw new Error('nothing to send');
    expect(Buffer.from(await bytesOf(last.toSend.file)).toString()).not.toContain('Bruktbutikk');
  });

  it('drops the reason for a cause that is not in the uploaded rows', async () => {
    const { patches } = await answersAlong(
      reportFile(validRow),
      { ...nothingSettled, patches: [{ set: 'override', code: 'buyer-not-entitled', cause: 'Elverum Bruktbutikk' }] },
      false,
    );
    expect(patches).toEqual([]);
  });

  it('asks about every uncertain customer in a partly checked file, and removes its rows on a no', async () => {
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

  it('does not ask about other customers in a fully checked file, because the check asks', async () => {
    const { verdict } = await checked({ file: fileWith(csv) });
    expect(verdict.cut.doubtful).toEqual([]);
    expect(verdict.groups.map(({ code }) => code)).toContain('buyer-not-entitled');
  });

  it('removes other customers in a partly checked file', async () => {
    const others = ['Rema 1000 Elverum AS', 'Elverum kommune'].map((name) => validRow.replace('Kongsvinger', name));
    const { check, said, verdict } = await checked({
      file: fileWith([heading, validRow, ...others].join('\r\n')),
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
