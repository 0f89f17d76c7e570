import { agreements } from '@tallgrunn/agreements-server';
import { identity } from '@tallgrunn/identity-server';
import { setUpParties, signIn, type Parties, type SignedIn } from '@tallgrunn/identity-server/testing';
import { setUpTestApp, type TestApp } from '@tallgrunn/platform/testing';
import { spend } from './room.ts';
import { postBatch, reverseBatch } from './testing.ts';

let stand: TestApp;
let parties: Parties;
let buyer: SignedIn;
beforeAll(async () => {
  stand = await setUpTestApp([identity, agreements, spend]);
  parties = await setUpParties(stand);
  buyer = await signIn(stand, parties.buyers[0]!.email);
});
afterAll(() => stand.close());

const state = (by: SignedIn, text: string, buyerId?: string) => {
  const asked = by.post('/spend/supplier-master');
  return (buyerId ? asked.field('buyerId', buyerId) : asked).attach('file', Buffer.from(text), 'leverandorer.csv');
};
const master =
  'Leverandørnr;Navn;Adresse;Orgnr\n00412;Finnskog;Storgata 1;311047116\n90;Kari Nordmann;Solbakken 3;\n91;Ola Hansen;;13097248022\n92;Feil;;311047117\n';
const ledger = (voucher: number, number: string, orgNumber = '') =>
  `Bilagsnummer;Bilagsdato;Art;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Beløp\n${voucher};05.03.2026;115;${number};Navn;${orgNumber};F-${voucher};10,00\n`;
const known = async () =>
  (await buyer.get('/spend/supplier-master').expect(200)).body
    .map(({ numbers }: { numbers: string[] }) => numbers)
    .flat();

describe('supplier master', () => {
  it('stores the buyer’s numbers of organisations, and no other data', async () => {
    expect((await state(buyer, master).expect(200)).body).toEqual({
      rows: 4,
      numbers: 1,
      changed: 1,
      without: 2,
      wrong: 1,
      contradicting: 0,
    });
    expect((await state(buyer, master).expect(200)).body).toMatchObject({ numbers: 1, changed: 0 });
    expect(await known()).toEqual(['00412']);
    const kept = JSON.stringify(await stand.asOwner('select to_jsonb(n) as n from spend.supplier_ledger_number n'));
    expect(kept).not.toMatch(/Nordmann|Hansen|Solbakken|13097248022/);
  });

  it('makes postings with only a ledger number importable from then on', async () => {
    expect(await postBatch(stand, parties.buyers[0]!.actor, 'a.csv', ledger(1, '00412'))).toMatchObject({
      state: 'posted',
      lines: 1,
      leftOut: [],
    });
    expect(await postBatch(stand, parties.buyers[0]!.actor, 'b.csv', ledger(2, '90'))).toMatchObject({
      lines: 0,
      leftOut: [{ reason: 'party no-number', rows: 1 }],
    });
    expect(await stand.asOwner(`select distinct seller_org_number from spend.posting`)).toEqual([
      { seller_org_number: '311047116' },
    ]);
  });

  it('remains when a ledger with the same number is reversed', async () => {
    const { id } = await postBatch(
      stand,
      parties.buyers[0]!.actor,
      'c.csv',
      ledger(3, '00412', '311047116') + '4;05.03.2026;115;77;Blyant;311120301;F-4;5,00\n',
    );
    expect(await known()).toEqual(['00412', '77']);
    await reverseBatch(stand, parties.buyers[0]!.actor, id);
    expect(await known()).toEqual(['00412']);
  });

  it('keeps a number stated by two ledgers until both are reversed', async () => {
    const first = await postBatch(stand, parties.buyers[0]!.actor, 'd.csv', ledger(5, '88', '311120301'));
    await postBatch(stand, parties.buyers[0]!.actor, 'e.csv', ledger(6, '88', '311120301'));
    await postBatch(stand, parties.buyers[0]!.actor, 'f.csv', ledger(7, '88'));
    await reverseBatch(stand, parties.buyers[0]!.actor, first.id);
    expect(await known()).toEqual(['00412', '88']);
    for (const { id } of await stand.asOwner<{ id: string }>(`select id from spend.batch where file_name = 'e.csv'`))
      await reverseBatch(stand, parties.buyers[0]!.actor, id);
    expect(await known()).toEqual(['00412']);
  });

  it('belongs to one buyer, imported by it or by the cooperative', async () => {
    const other = await signIn(stand, parties.buyers[1]!.email);
    expect((await other.get('/spend/supplier-master').expect(200)).body).toEqual([]);
    expect(
      (await state(other, 'Leverandørnr;Orgnr\n5;311120301\n', parties.buyers[0]!.organisationId).expect(200)).body,
    ).toMatchObject({ changed: 1 });
    expect(await known()).toEqual(['00412']);
    const manager = await signIn(stand, parties.manager.email);
    expect((await state(manager, master).expect(400)).body.code).toBe('body-invalid');
    await state(manager, 'Leverandørnr;Orgnr\n6;311120301\n', parties.buyers[0]!.organisationId).expect(200);
    expect(await known()).toEqual(['00412', '6']);
    await (await signIn(stand, parties.suppliers[0]!.email)).get('/spend/supplier-master').expect(403);
  });

  it('is refused with the required headings', async () => {
    expect((await state(buyer, 'Navn;Adresse\nFinnskog;Storgata 1\n').expect(422)).body).toMatchObject({
      code: 'supplier-master-no-header',
      params: { number: 'Leverandørnr', orgNumber: 'Organisasjonsnummer' },
    });
  });
});
