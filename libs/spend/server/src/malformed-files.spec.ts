import { agreements } from '@tallgrunn/agreements-server';
import { sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, type Parties } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { writeZip } from '@tallgrunn/tabular';
import { spend } from './room.ts';
import { postBatch, reverseBatch } from './testing.ts';

let stand: TestApp;
let parties: Parties;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
});
afterAll(() => stand.close());

const finnskog = { orgNumber: '311047116', name: 'Finnskog Storkjøkken Engros' };
const kongsvinger = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
const invoice = (id: string, buyer = kongsvinger, name = 'Epler') =>
  sampleUbl({
    id,
    seller: finnskog,
    buyer,
    lines: [{ quantity: '1', unit: 'EA', net: '10.00', price: '10.00', name }],
    lineExtensionAmount: '10.00',
  });

async function zipped(files: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(
    Object.entries(files).map(([name, content]) => ({ name, content: [Buffer.from(content as string)] })),
  ))
    pieces.push(piece);
  return Buffer.concat(pieces);
}
const post = (name: string, content: string | Uint8Array) => postBatch(stand, parties.buyers[0]!.actor, name, content);

describe('malformed file', () => {
  it('is posted although it has characters that the database cannot store', async () => {
    const batch = await post(
      'nul.csv',
      'Bilagsnummer;Art;Organisasjonsnummer;Leverandørnavn;Fakturanummer;Beløp\n1;115;311047116;Finn\0skog;F\0-1;10,00\n',
    );
    expect(batch).toMatchObject({ state: 'posted', lines: 1, totals: { NOK: '10.00' } });
    expect(
      await stand.asOwner(`select seller_name, raw->>'supplierName' as raw from spend.posting where batch_id = $1`, [
        batch.id,
      ]),
    ).toEqual([{ seller_name: 'Finn\ufffdskog', raw: 'Finn\ufffdskog' }]);
  });

  it('is posted without implausible days', async () => {
    const batch = await post('ar.xml', invoice('Z-0').replace(/<cbc:IssueDate>[^<]*</, '<cbc:IssueDate>0999-01-01<'));
    expect(batch).toMatchObject({ state: 'posted', documents: 1, findingCounts: { 'date-not-read': 1 } });
    expect(await stand.asOwner('select issued_on from spend.invoice where batch_id = $1', [batch.id])).toEqual([
      { issued_on: null },
    ]);
  });

  it('is posted although a ledger number is too long, which is not learned', async () => {
    const letters = Array.from(
      { length: 1_900 },
      (_, at) => 'abcdefghijklmnopqrstuvwxyzæøå'[(at * at * 31 + at * 7) % 29],
    ).join('');
    const batch = await post(
      'lang.csv',
      `Bilagsnummer;Art;Leverandørnr;Organisasjonsnummer;Fakturanummer;Beløp\nL1;115;${letters};311047116;F-9;10,00\n`,
    );
    expect(batch).toMatchObject({ state: 'posted', lines: 1 });
    expect(await stand.asOwner('select 1 from spend.supplier_ledger_number where batch_id = $1', [batch.id])).toEqual(
      [],
    );
  });

  it('with a zip inside it has the rest posted, and the inner one reported by name', async () => {
    const inner = await zipped({ 'c.xml': invoice('Z-2') });
    const batch = await post(
      'mange.zip',
      await zipped({ 'a.xml': invoice('Z-1'), 'mars/resten.zip': inner, 'vedlegg.pdf': '%PDF' }),
    );
    expect(batch).toMatchObject({
      state: 'posted',
      documents: 1,
      refusedDocuments: 1,
      findings: [{ code: 'zip-in-zip', found: 'mars/resten.zip' }],
    });
    expect(await post('bare.zip', await zipped({ 'mars/resten.zip': inner, 'b.txt': '' }))).toMatchObject({
      state: 'refused',
      refusal: { code: 'zip-in-zip', params: { found: 'mars/resten.zip' } },
    });
  });

  it('of another buyer is refused for that reason, not for lack of documents', async () => {
    const batch = await post('annen.xml', invoice('Z-3', { orgNumber: '964950768', name: 'Nord-Odal kommune' }));
    expect(batch).toMatchObject({
      state: 'refused',
      refusal: { code: 'invoice-of-another-buyer', params: { found: '964950768' } },
    });
  });

  it('may have a price per hundred, stored as price per unit; with another unit none is stored', async () => {
    const priced = (id: string, base: string) =>
      invoice(id).replace(/(<cbc:PriceAmount[^>]*>)10(?:\.00)?(<\/cbc:PriceAmount>)/, `$1100$2${base}`);
    const of = async (name: string, base: string) => {
      const { id } = await post(`${name}.xml`, priced(name, base));
      return (
        await stand.asOwner<{ unit_price: string | null }>(
          'select unit_price::text from spend.invoice_line where batch_id = $1',
          [id],
        )
      )[0]!.unit_price;
    };
    expect(await of('P-1', '<cbc:BaseQuantity unitCode="EA">100</cbc:BaseQuantity>')).toBe('1');
    expect(await of('P-2', '<cbc:BaseQuantity unitCode="KGM">100</cbc:BaseQuantity>')).toBeNull();
    expect(await of('P-3', '<cbc:BaseQuantity>0</cbc:BaseQuantity>')).toBeNull();
    expect(await of('P-4', '')).toBe('100');
  });

  it('may have persons instead of numbers: equal shortened numbers are duplicates only with equal sums', async () => {
    const cared = (id: string, net: string) =>
      sampleUbl({
        id,
        seller: finnskog,
        buyer: kongsvinger,
        lines: [{ net, name: 'Dagmamma v/ Ola Hansen' }],
        lineExtensionAmount: net,
      });
    const both = { 'a.xml': cared('Kari Nordmann 1', '100.00'), 'b.xml': cared('Ola Hansen 1', '50.00') };
    const first = await post('to.zip', await zipped(both));
    expect([first.documents, first.repeated, first.totals]).toEqual([2, 0, { NOK: '150.00' }]);
    expect(
      await stand.asOwner('select number, invoice_key from spend.invoice where batch_id = $1 order by document_no', [
        first.id,
      ]),
    ).toEqual([
      { number: '1', invoice_key: '1' },
      { number: '1', invoice_key: '1' },
    ]);
    const again = await post('igjen.zip', await zipped({ ...both, 'les.txt': '' }));
    expect([again.repeated, again.totals]).toEqual([2, {}]);
    await reverseBatch(stand, parties.buyers[0]!.actor, first.id);
    expect(
      (
        await stand.asOwner<{ n: number }>(
          'select count(*)::int as n from spend.invoice where batch_id = $1 and not repeated',
          [again.id],
        )
      )[0]!.n,
    ).toBe(2);
  });

  it('that is damaged is refused with the reader’s message, without quoting the file', async () => {
    const batch = await post('to.xml', `${invoice('Z-4')}Kari Nordmann`);
    expect(batch).toMatchObject({
      state: 'refused',
      refusal: { code: 'xml-damaged', params: { damage: 'text data outside of root node' } },
    });
    expect(JSON.stringify(batch)).not.toContain('Nordmann');
  });
});
