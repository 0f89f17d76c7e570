import type { FieldRole } from '../terms.ts';

const fees = /(?:^|[^\p{L}])(?:frakt|fraktgebyr|fraktkostnad(?:er)?|porto|portokostnad(?:er)?|transport(?:kostnad(?:er)?)?|levering(?:s|skostnad)?gebyr|ekspedisjon(?:sgebyr)?|freight|shipping|handling fee|postage|purregebyr|øresavrunding|avrunding)(?:[^\p{L}]|$)|gebyr(?:et|er|ene)?(?:[^\p{L}]|$)|(?:^|[^\p{L}])(?:fee|surcharge)s?(?:[^\p{L}]|$)|(?:miljø|drivstoff|emballasje|håndterings|transport|frakt|bompenge|olje|energi|småordre|smålevering|hasteordre|utkjøring)(?:s?avgift|s?tillegg)/iu;
const deposits = /(?:^|[^\p{L}])(?:pant|flaskepant|kassepant|boksepant|pantebeløp|pantelinje|panteemballasje|emballasjepant|deposit|returpant)(?:[^\p{L}]|$)/iu;

/** Whether a line's name says that it is freight, a fee or a deposit and not goods. */
export function feeKind(name: string): 'fee' | 'deposit' | null {
  if (deposits.test(name)) return 'deposit';
  return fees.test(name) ? 'fee' : null;
}

/** What freight and deposits need not have. */
export const goodsOnly: ReadonlySet<FieldRole | null> = new Set<FieldRole | null>(['itemNumber', 'gtin', 'unit', 'quantity', 'unitPrice', 'category', 'lot', 'site']);
