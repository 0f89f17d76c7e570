import { writeXlsx } from '@tallgrunn/tabular';

/** An invoice of July 2026 as booked by a municipality, excl. VAT. */
export interface Booked {
  readonly invoice: string;
  readonly day: string;
  readonly kroner: number;
}

export interface LedgerFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const seller = { name: 'Blyant & Bind AS', orgNumber: '311120301' };
const norwegian = (day: string) => day.split('-').toReversed().join('.');
const thousands = (whole: string, separator: string) => whole.replace(/\B(?=(\d{3})+$)/g, separator);
const written = (kroner: number, point: string, separator: string) => {
  const [whole = '', ore = ''] = kroner.toFixed(2).split('.');
  return `${thousands(whole, separator)}${point}${ore}`;
};

/** Semicolons, decimal points, thousands with commas, UTF-8 with byte order mark. */
export function asAgresso(name: string, booked: readonly Booked[]): LedgerFile {
  const heads =
    'BA;Bilagsnr;Bilagsdato;År;Periode;Kontoklasse;Konto;Konto (T);Dim1;Dim1 (T);Dim2;Dim2 (T);AV;Resk.nr;Resk.nr (T);Org.nr;Fakturanr;Tekst;Beløp';
  const rows = booked.map(
    ({ invoice, day, kroner }, at) =>
      `IV;${88_000_000 + at};${norwegian(day)};2026;202607;1;100;Kontormateriell;1100;Rådhuset;120;Administrasjon;0;53001;${seller.name};${seller.orgNumber};${invoice};Kontorrekvisita;${written(kroner, '.', ',')}`,
  );
  return {
    name: `${name}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${[heads, ...rows].join('\r\n')}\r\n`, 'utf8'),
  };
}

/** Semicolons, decimal commas, thousands with spaces, Windows-1252. */
export function asVisma(name: string, booked: readonly Booked[]): LedgerFile {
  const heads =
    'Selskap;Bilagstype;Bilagsnummer;Bilagsdato;Periode;Kontoklasse;Art;Artsnavn;Ansvar;Ansvarsnavn;Funksjon;Funksjonsnavn;Leverandørnr;Leverandørnavn;Organisasjonsnummer;Fakturanummer;Fakturadato;Forfallsdato;Beløp;Bilagstekst';
  const rows = booked.map(
    ({ invoice, day, kroner }, at) =>
      `3414;Inngående faktura;${88_100_000 + at};${norwegian(day)};202607;1;100;Kontormateriell;1100;Rådhuset;120;Administrasjon;53001;${seller.name};${seller.orgNumber};${invoice};${norwegian(day)};31.08.2026;${written(kroner, ',', ' ')};Kontorrekvisita`,
  );
  return {
    name: `${name}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(`${[heads, ...rows].join('\r\n')}\r\n`, 'latin1'),
  };
}

/** A workbook with typed dates and numbers, and five-digit account codes in addition to those of KOSTRA. */
export async function asXledger(name: string, booked: readonly Booked[]): Promise<LedgerFile> {
  const heads = [
    'Bilagsnr',
    'Bilagsdato',
    'Periode',
    'Konto',
    'KOSTRA-art',
    'KOSTRA-art navn',
    'KOSTRA-funksjon',
    'Koststed',
    'Koststedsnavn',
    'Kontoklasse',
    'Leverandørnr',
    'Leverandør',
    'Orgnr',
    'Fakturanr',
    'Fakturadato',
    'Valuta',
    'Beløp',
    'Tekst',
  ];
  const dates = new Set(['Bilagsdato', 'Fakturadato']);
  const columns = heads.map((header) => ({
    header,
    ...(dates.has(header) ? { kind: 'date' as const } : header === 'Beløp' ? { kind: 'amount' as const } : {}),
  }));
  const rows = booked.map(({ invoice, day, kroner }, at) => [
    String(88_200_000 + at),
    day,
    '202607',
    '11000',
    '100',
    'Kontormateriell',
    '120',
    '1100',
    'Rådhuset',
    '1',
    '53001',
    seller.name,
    seller.orgNumber,
    invoice,
    day,
    'NOK',
    kroner.toFixed(2),
    'Kontorrekvisita',
  ]);
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx([{ name: 'Transaksjoner', columns, rows }])) parts.push(part);
  return {
    name: `${name}.xlsx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.concat(parts),
  };
}
