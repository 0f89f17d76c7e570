import { sampleCatalogue } from '@tallgrunn/formats/testing';
import { writeXlsx } from '@tallgrunn/tabular';

export interface PriceFile {
  readonly name: string;
  readonly buffer: Buffer;
}

const units = ['stk', 'pk', 'kg', 'eske'];
const number = (n: number) => String(n).padStart(7, '0');
const name = (n: number) =>
  `Vare nummer ${n}, ${['økologisk', 'fryst', 'kjølt', 'tørr'][n % 4] ?? ''} ${(n % 37) + 1} stk`;
const kroner = (n: number) => (n % 997) + 10;
const ore = (n: number) => String(n % 100).padStart(2, '0');

/** A supplier's export: semicolons and decimal commas. */
export function csvForm(items: number): PriceFile {
  const rows = Array.from(
    { length: items },
    (_, at) => `${number(at + 1)};${name(at + 1)};${units[at % 4] ?? ''};${kroner(at)},${ore(at)};${(at % 24) + 1}`,
  );
  return {
    name: 'priser.csv',
    buffer: Buffer.from(`Varenummer;Varenavn;Enhet;Pris eks. mva;Antall i kartong\n${rows.join('\n')}\n`),
  };
}

/** A tender's price form: sender and subject above the headings, and group names between the items. */
export async function xlsxForm(items: number): Promise<PriceFile> {
  function* rows() {
    for (let at = 0; at < items; at += 1) {
      if (at % 500 === 0) yield [`Varegruppe ${at / 500 + 1}`, null, null, null, null];
      yield [number(at + 1), name(at + 1), units[at % 4] ?? '', `${kroner(at)}.${ore(at)}`, String((at % 12) + 1)];
    }
  }
  const columns = ['Varenr.', 'Varenavn', 'Enhet', 'Pris eks. mva', 'Antall i pakning'].map((header) => ({ header }));
  const parts: Uint8Array[] = [];
  for await (const part of writeXlsx([
    {
      name: 'Prisskjema',
      titles: [
        'Prisskjema, vedlegg 3',
        'Leverandør: se tilbudsbrev',
        'Alle priser er i norske kroner uten merverdiavgift',
      ],
      columns,
      rows: rows(),
    },
  ]))
    parts.push(part);
  return { name: 'prisskjema.xlsx', buffer: Buffer.concat(parts) };
}

/** An EHF catalogue. */
export function ehfCatalogue(items: number): PriceFile {
  const lines = Array.from({ length: items }, (_, at) => ({
    number: number(at + 1),
    name: name(at + 1),
    price: `${kroner(at)}.${ore(at)}`,
    lineXml: '<cbc:OrderableUnit>EA</cbc:OrderableUnit>',
  }));
  return { name: 'katalog.xml', buffer: Buffer.from(sampleCatalogue(lines)) };
}
