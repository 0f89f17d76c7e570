import { readdir } from 'node:fs/promises';
import { agreements } from '@tallgrunn/agreements-server';
import { sampleDespatch, sampleSaft, sampleSaftPurchase, sampleUbl } from '@tallgrunn/formats/testing';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { FileStore } from '@tallgrunn/platform';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from './room.ts';
import { postBatch, reverseBatch } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let by: SignedIn;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
  by = await signIn(stand, parties.buyers[0]!.email);
});
afterAll(() => stand.close());

const buyer = { orgNumber: '944117784', name: 'Kongsvinger kommune' };
const heading =
  'Bilagsnummer;Bilagsdato;Periode;Art;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp;Bilagstekst\n';
const posting = (voucher: string, amount: string) =>
  `${voucher};05.03.2026;202603;115;50012;Finnskog;311047116;${voucher};${amount};Faktura\n`;
const march = heading + posting('1', '950,00') + posting('2', '40,00');
const own = () => parties.buyers[0]!.actor;

describe('batch preview', () => {
  const preview = async (name: string, text: string) =>
    (await by.post('/spend/batches/preview').attach('file', Buffer.from(text), name).expect(200)).body;

  it('returns what would be imported, and stores nothing', async () => {
    expect(await preview('mars.csv', `${march}x;;;429;;;;;5,00;\n`)).toMatchObject({
      kind: 'ledger',
      known: null,
      read: true,
      lines: 2,
      totals: { NOK: '990.00' },
      leftOut: [{ reason: 'account kostra 429', rows: 1 }],
      refusal: null,
      overlap: { lines: 0, batches: [] },
    });
    expect(await stand.asOwner('select 1 from spend.batch')).toEqual([]);
    expect(await readdir(stand.get(FileStore).spoolFolder)).toEqual([]);
  });

  it('converts amounts in thousands to kroner, with the profile that states so', async () => {
    const profile = {
      id: 'tusen',
      name: 'Regnskap i tusen',
      columns: { account: 'Art', supplierOrgNumber: 'Orgnr', amount: 'Tusen kroner' },
      account: { system: 'kostra' },
      numbers: { decimal: ',', scale: 1000 },
      sign: 'cost-positive',
      currency: 'NOK',
      vat: { amounts: 'net' },
    };
    const { id } = (await by.post('/spend/import-profiles', { profile }).expect(201)).body;
    const { body } = await by
      .post('/spend/batches/preview')
      .field({ profileId: id })
      .attach('file', Buffer.from('Art;Orgnr;Tusen kroner\n115;311047116;12,5\n115;311047116;-0,25\n'), 'tusen.csv')
      .expect(200);
    expect(body).toMatchObject({
      lines: 2,
      totals: { NOK: '12250.00' },
      profile: { id: 'tusen', name: 'Regnskap i tusen', scale: 1000 },
    });
    const refused = await by
      .post('/spend/import-profiles', { profile: { ...profile, numbers: { decimal: ',', scale: 100 } } })
      .expect(422);
    expect(refused.body).toMatchObject({
      code: 'import-profile-invalid',
      params: { detail: 'numbers.scale', expected: '1, 1000, 1000000: 1000 where amounts are in thousands' },
    });
  });

  it('detects a duplicate file, and lines that earlier batches contain', async () => {
    const batch = await postBatch(stand, own(), 'mars.csv', march);
    expect(await preview('kopi.csv', march)).toMatchObject({
      known: { id: batch.id, number: batch.number },
      read: false,
    });
    const later = `${march}${posting('3', '7,00')}`;
    expect(await preview('q1.csv', later)).toMatchObject({
      known: null,
      lines: 3,
      totals: { NOK: '997.00' },
      overlap: { documents: 0, lines: 2, batches: [{ id: batch.id, number: batch.number, lines: 2 }] },
    });
    expect(await postBatch(stand, own(), 'q1.csv', later)).toMatchObject({ lines: 3, repeated: 2 });
    await reverseBatch(stand, own(), batch.id);
    expect(await preview('mars.csv', march)).toMatchObject({ known: null, overlap: { lines: 2 } });
  });

  it('works for invoices, despatch advices and SAF-T', async () => {
    const invoice = sampleUbl({
      id: '7',
      buyer,
      lines: [{ net: '1.00' }, { net: '2.00' }],
      lineExtensionAmount: '3.00',
    });
    const posted = await postBatch(stand, own(), '7.xml', invoice);
    expect(await preview('7b.xml', invoice.replace('Vare', 'Varer'))).toMatchObject({
      kind: 'invoices',
      documents: 1,
      lines: 2,
      totals: { NOK: '3.00' },
      overlap: { documents: 1, lines: 2, batches: [{ number: posted.number }] },
    });
    const advice = sampleDespatch({ buyer, lines: [{ quantity: '1' }] });
    await postBatch(stand, own(), 'p.xml', advice);
    expect(await preview('pb.xml', `${advice}\n`)).toMatchObject({
      kind: 'deliveries',
      documents: 1,
      overlap: { documents: 1, lines: 1 },
    });
    const saft = (net: string) =>
      sampleSaft({
        company: buyer,
        transactions: [sampleSaftPurchase('1', '80.00', '20.00', '100.00'), sampleSaftPurchase('2', net, '0', net)],
      });
    await postBatch(stand, own(), 's.xml', saft('5.00'));
    expect(await preview('s2.xml', saft('6.00'))).toMatchObject({
      kind: 'ledger',
      lines: 2,
      totals: { NOK: '86.00' },
      overlap: { lines: 1 },
    });
  });

  it('returns the reason for a refusal', async () => {
    const skew = sampleSaft({ company: buyer, transactions: [sampleSaftPurchase('1', '80.00', '20.00', '101.00')] });
    expect(await preview('skjev.xml', skew)).toMatchObject({
      lines: 0,
      refusal: { code: 'saft-transaction-unbalanced', params: { transaction: '1' } },
      overlap: { lines: 0 },
    });
    expect(await preview('liste.csv', 'a;b\n1;2\n')).toMatchObject({ refusal: { code: 'ledger-no-profile' } });
    expect(
      await preview('ordre.xml', '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>'),
    ).toMatchObject({ refusal: { code: 'document-type-not-supported' } });
  });
});
