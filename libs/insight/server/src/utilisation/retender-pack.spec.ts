import { type TestAgreement } from '@tallgrunn/agreements-server/testing';
import { type SignedIn } from '@tallgrunn/identity-server/testing';
import { type TestApp } from '@tallgrunn/platform/testing';
import { openTable, bytesOf, type Row } from '@tallgrunn/tabular';
import type { Test } from 'supertest';
import { setUpUsedAgreement } from './testing-used-agreement.ts';
let stand: TestApp;
let agreement: TestAgreement;
let manager: SignedIn;
beforeAll(async () => {
  ({ stand, agreement, manager } = await setUpUsedAgreement());
}, 90_000);
afterAll(() => stand.close());

const binary = (request: Test): Test =>
  request.buffer(true).parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });

async function sheetsOf(query: string): Promise<Map<string, (string | undefined)[][]>> {
  const { body } = await binary(manager.get(`/agreements/${agreement.agreementId}/retender-pack${query}`))
    .expect(200)
    .expect('content-type', /spreadsheetml/);
  const table = await openTable(bytesOf(new Uint8Array(body as Buffer)), 'pakke.xlsx');
  const rows: Row[] = [];
  for await (const batch of table.batches()) rows.push(...batch);
  expect(rows.flatMap(({ cells }) => cells).filter(({ formula }) => formula !== undefined)).toEqual([]);
  return new Map(
    table.sheets.map(({ name }) => [
      name,
      rows.filter(({ sheet }) => sheet === name).map(({ cells }) => cells.map(({ text }) => text)),
    ]),
  );
}

describe('re-tender pack', () => {
  it('contains twelve months by item, unit and buyer, with a price column and without current prices', async () => {
    const sheets = await sheetsOf('');
    expect([...sheets.keys()]).toEqual(['Prisskjema', 'Per leveringssted', 'Utenfor sortimentet', 'Grunnlag']);
    const [title, window, , heads, ...items] = sheets.get('Prisskjema')!;
    expect(title?.[0]).toContain('A-1');
    expect(window?.[0]).toContain('1. april 2025 til og med 31. mars 2026');
    expect(heads).toEqual([
      'Delkontrakt',
      'Varenummer i dag',
      'Varenavn',
      'GTIN',
      'Enhet',
      'Innhold per enhet',
      'Innholdsenhet',
      'Kongsvinger kommune',
      'Nord-Odal kommune',
      'Sum mengde',
      'Tilbudt pris',
      'Tilbudt varenummer',
      'Merknad',
    ]);
    expect(items.map((cells) => [cells[1], cells[4], cells[7], cells[8], cells[9]])).toEqual([
      ['00512', 'pk', '30', '', '30'],
      ['30118', 'stk', '', '12', '12'],
    ]);
  });

  it('lists purchases outside the assortment as text, and the missing reports', async () => {
    const sheets = await sheetsOf('?language=en');
    expect(sheets.get('Outside the assortment')?.at(-1)?.slice(0, 2)).toEqual(['U-99', '=HYPERLINK("x")']);
    const basis = sheets.get('Basis')!;
    expect(basis.flat().join(' ')).toContain('3 of 6 reports for the period are missing');
    expect(basis.filter((cells) => cells.includes('Missing')).length).toBe(2);
  });

  it('includes prices and amounts on request', async () => {
    const sheets = await sheetsOf('?prices=shown');
    const form = sheets.get('Prisskjema')!;
    expect(form[3]?.[10]).toBe('Avtalt pris i dag');
    expect(Number(form[4]?.[10])).toBe(343.75);
    expect(sheets.get('Utenfor sortimentet')?.at(-1)?.[6]).toBe('100');
  });
});
