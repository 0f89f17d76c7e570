import { writeXlsx } from '@tallgrunn/tabular';
import type { Planted } from './planted-persons.ts';
import { seller, whole, type PlantedFile } from './planted-file.ts';
type Row = readonly (string | number)[];

/** Stored columns of a purchase: each may contain a person by mistake. */
const storedColumns = [0, 4, 5, 6, 9, 14, 15, 16] as const;
/** Number of other places, plus one per stored column. */
const PLACE_COUNT = 8 + storedColumns.length;

/**
 * Builds ledger rows with one person per place, in turn: as the payee, in a purchase text, in unused columns, on a
 * wage, instead of an amount or a date, and in each stored column.
 */
function ledgerRows(planted: readonly Planted[], first: number): { rows: Row[]; lines: number } {
  let lines = 0;
  const rows = planted.flatMap((person, at): Row[] => {
    const voucher = first + at;
    const bought = (
      text: string,
      extra: string,
      amount: string | number = 100 + at,
      day = '05.03.2026',
      account = '1115',
    ) => {
      if (account === '1115' && amount !== person.written) lines += 1;
      return [
        [
          voucher,
          day,
          '202603',
          account,
          '4010',
          '253',
          '50012',
          seller.name,
          seller.orgNumber,
          voucher,
          amount,
          text,
          extra,
          extra,
        ],
      ];
    };
    switch (at % PLACE_COUNT) {
      case 0:
        return [
          [
            voucher,
            '05.03.2026',
            '202603',
            '1115',
            '4010',
            '253',
            `9${voucher}`,
            person.kind === 'name' ? person.written : 'Privat',
            person.kind === 'number' ? person.written : '',
            voucher,
            100,
            'Refusjon',
            person.written,
            '',
          ],
        ];
      case 1:
        return [
          [
            voucher,
            '05.03.2026',
            '202603',
            '1115',
            '4010',
            '253',
            person.kind === 'number' ? person.trace : '',
            person.written,
            '',
            voucher,
            100,
            `Utlegg ${person.written}`,
            '',
            person.written,
          ],
        ];
      case 2:
        return bought(`Faktura ${voucher} kontormateriell til ${person.written}`, '');
      case 3:
        return bought('Faktura', person.written);
      case 4:
        return bought(`Lønn ${person.written}`, person.written, 30_000, '05.03.2026', '1010');
      case 5:
        return bought('Faktura', '', person.written);
      case 6:
        return bought(person.written, '', 100 + at, person.kind === 'name' ? person.written : '05.03.2026');
      case 7:
        return [
          [voucher, '05.03.2026', '202603', '1115', '4010', '253', '', '', person.written, voucher, 100, '', '', ''],
        ];
      default: {
        const column = storedColumns[(at % PLACE_COUNT) - 8]!;
        // A seller with a person's identity number is a person, so the row is not imported.
        if (column === 6 && person.kind === 'number') lines -= 1;
        return bought('Faktura', '').map((row) => withPerson(row, column, person, voucher));
      }
    }
  });
  return { rows, lines };
}

/** Adds the person to the normal content of the column. */
function withPerson(row: Row, column: number, { written }: Planted, voucher: number): Row {
  const beside: Readonly<Record<number, string>> = {
    0: `${voucher} ${written}`,
    4: `4010 ${written}`,
    5: `253 ${written}`,
    6: written,
    9: `Faktura ${written} ${voucher}`,
    14: `Inventar ${written}`,
    15: written,
    16: `P12 ${written}`,
  };
  return [...row, '', '', ''].map((cell, at) => (at === column ? beside[column]! : cell));
}

const headings = {
  agresso: [
    'Bilagsnr',
    'Bilagsdato',
    'Periode',
    'Konto',
    'Ansvar',
    'Funksjon',
    'Resk.nr',
    'Resk.nr (T)',
    'Orgnr',
    'Fakturanr',
    'Beløp',
    'Tekst',
    'Saksbehandler',
    'Privatadresse',
    'Konto (T)',
    'Mva-kode',
    'Prosjekt',
  ],
  visma: [
    'Bilagsnummer',
    'Bilagsdato',
    'Periode',
    'Art',
    'Ansvar',
    'Funksjon',
    'Leverandørnr',
    'Leverandørnavn',
    'Organisasjonsnummer',
    'Fakturanummer',
    'Beløp',
    'Bilagstekst',
    'Attestant',
    'Merknad',
    'Artsnavn',
    'Mva-kode',
    'Prosjekt',
  ],
  xledger: [
    'Voucher No',
    'Voucher Date',
    'Period',
    'Account',
    'Cost Centre',
    'Function',
    'Supplier No',
    'Supplier',
    'Company No',
    'Invoice No',
    'Amount',
    'Text',
    'Employee',
    'Address',
    'Account Name',
    'Tax Rule',
    'Project',
  ],
} as const;

const csv = (head: readonly string[], rows: readonly Row[], ending = '\r\n') =>
  [head, ...rows].map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(';')).join(ending) +
  ending;

/** Writes a workbook, with a person also in the sheet's name. */
async function workbook(name: string, head: readonly string[], rows: readonly Row[]): Promise<Buffer> {
  const values = async function* () {
    for (const row of rows) yield row.map(String);
  };
  return whole(
    writeXlsx([{ name, columns: head.map((header) => ({ header, kind: 'text' as const })), rows: values() }]),
  );
}

export async function plantedLedgers(planted: readonly Planted[]): Promise<PlantedFile[]> {
  const third = Math.ceil(planted.length / 3);
  const [a, b, c] = [planted.slice(0, third), planted.slice(third, 2 * third), planted.slice(2 * third)];
  const [agresso, visma, xledger] = [ledgerRows(a, 71_000), ledgerRows(b, 72_000), ledgerRows(c, 73_000)];
  const named = (beside: string, of: readonly Planted[], ending: string) =>
    `${beside}_${of
      .find(({ kind }) => kind === 'name')!
      .written.replace(' ', '_')
      .toLowerCase()}_${of.find(({ kind }) => kind === 'number')!.trace}.${ending}`;
  const sheet = c.find(({ kind }) => kind === 'name')!.written;
  return [
    {
      name: named('agresso', a, 'csv'),
      bytes: Buffer.from(`\ufeff${csv(headings.agresso, agresso.rows)}`),
      planted: a,
      lines: agresso.lines,
    },
    {
      name: named('visma', b, 'csv'),
      bytes: Buffer.from(csv(headings.visma, visma.rows)),
      planted: b,
      lines: visma.lines,
    },
    {
      name: named('Xledger', c, 'xlsx'),
      bytes: await workbook(sheet, headings.xledger, xledger.rows),
      planted: c,
      lines: xledger.lines,
    },
  ];
}
