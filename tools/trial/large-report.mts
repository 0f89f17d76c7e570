/** A report with its number of lines and their sum in øre, known independently of the product. */
export interface LargeReport {
  file: Blob;
  lines: number;
  sumOre: bigint;
}

const heading = 'Varenummer;Varenavn;Kunde;Antall;Enhet;Pris;Beløp;Levert dato;Fakturanummer\n';
const items = [
  { number: '00512', name: 'Kjøttdeig storfe 2,5 kg', unit: 'pk', priceOre: 31_250 },
  { number: '30118', name: 'Lettmelk 10 l', unit: 'stk', priceOre: 14_800 },
  { number: '77120', name: 'Laks 1 kg', unit: 'kg', priceOre: 18_990 },
];
const buyers = ['Kongsvinger kommune', 'Nord-Odal kommune'];
const monthOf = (month: string): string => month.split('-').reverse().join('.');
const kroner = (ore: number): string => `${Math.floor(ore / 100)},${String(ore % 100).padStart(2, '0')}`;

/**
 * Builds a correct report of any length for a month, under the agreement of a trial. `first` is the first invoice
 * number.
 */
export function largeReport(lines: number, first = 1, month = '2026-03'): LargeReport {
  const parts: string[] = [heading];
  let sumOre = 0n;
  for (let at = 0; at < lines; at += 1) {
    const { number, name, unit, priceOre } = items[at % items.length]!;
    const quantity = 1 + (at % 9);
    sumOre += BigInt(quantity * priceOre);
    parts.push(
      `${number};${name};${buyers[at % 2]};${quantity};${unit};${kroner(priceOre)};${kroner(quantity * priceOre)};${String(1 + (at % 28)).padStart(2, '0')}.${monthOf(month)};${first + at}\n`,
    );
  }
  return { file: new Blob(parts), lines, sumOre };
}

/** Forty organisation numbers with correct check digits: only postings of organisations are imported. */
export const sellerNumbers: readonly string[] = Array.from({ length: 60 }, (_, at) => String(31_100_000 + at * 7))
  .flatMap((eight) => {
    const rest = [3, 2, 7, 6, 5, 4, 3, 2].reduce((sum, weight, at) => sum + weight * Number(eight[at]), 0) % 11;
    return rest === 1 ? [] : [`${eight}${rest === 0 ? 0 : 11 - rest}`];
  })
  .slice(0, 40);

/** Builds a ledger of any length for a month, with one voucher per row. `first` is the first voucher number. */
export function largeLedger(lines: number, first = 1, month = '2026-03'): LargeReport {
  const parts = ['Bilagsnummer;Bilagsdato;Art;Organisasjonsnummer;Leverandørnavn;Fakturanummer;Beløp\n'];
  let sumOre = 0n;
  for (let at = 0; at < lines; at += 1) {
    const ore = 10_000 + (at % 977) * 13;
    sumOre += BigInt(ore);
    parts.push(
      `${first + at};${String(1 + (at % 28)).padStart(2, '0')}.${monthOf(month)};1115;${sellerNumbers[at % 40]};Leverandør ${at % 40};F${first + at};${kroner(ore)}\n`,
    );
  }
  return { file: new Blob(parts), lines, sumOre };
}
