import { bytesOf, openTable } from '@tallgrunn/tabular';
import { readSupplierMaster } from './read-supplier-master.ts';

const read = async (text: string) =>
  readSupplierMaster(await openTable(bytesOf(new TextEncoder().encode(text)), 'leverandorer.csv'));

describe('supplier master', () => {
  it('returns the buyer’s numbers of organisations, whatever the other columns are', async () => {
    const master = await read(
      'Leverandørregister;;;\nLeverandørnr;Navn;Adresse;Org.nummer\n00412;Finnskog;Storgata 1;311 047 116\n77;Blyant & Bind;;NO311120301MVA\n90;Kari Nordmann;Storgata 14;\n91;Ola Hansen;;13097248022\n92;Feil;;311047117\n',
    );
    expect(master).toEqual({
      rows: 5,
      numbers: [
        ['00412', '311047116'],
        ['77', '311120301'],
      ],
      without: 2,
      wrong: 1,
      contradicting: 0,
    });
  });

  it('ignores a number that belongs to two organisations', async () => {
    expect(await read('Resk.nr,Orgnr\n1,311047116\n1,311120301\n1,311047116\n2,311120301\n2,311120301\n')).toEqual({
      rows: 5,
      numbers: [['2', '311120301']],
      without: 0,
      wrong: 0,
      contradicting: 1,
    });
  });

  it('is refused without a required column or without rows', async () => {
    await expect(read('Leverandørnr;Navn\n1;Finnskog\n')).rejects.toMatchObject({ code: 'supplier-master-no-header' });
    await expect(read('Leverandørnr;Orgnr\n')).rejects.toMatchObject({ code: 'supplier-master-empty' });
    await expect(read(`x;y\n${'1;2\n'.repeat(60)}`)).rejects.toMatchObject({ code: 'supplier-master-no-header' });
  });
});
