import type { FieldRole } from '../terms.ts';

const fees =
  /(?:^|[^\p{L}])(?:frakt|fraktgebyr|fraktkostnad(?:er)?|porto|portokostnad(?:er)?|transport(?:kostnad(?:er)?|kosten|omkostninger)?|levering(?:s|skostnad)?gebyr|ekspedisjon(?:sgebyr)?|bompenger|bompengar|bompenge|vegavgift|maut|road toll|toll charge|\p{L}*(?:express|ekspress|hast|haste|helge|kveld|frakt|lever(?:ings|anse)|transport|oversize|fjern|øy|ferge|ferje|terminal)s?(?:tillegg|tillägg|tillæg|zuschlag)|freight|frakter|fragt|fragtgebyr|fracht|frachtkosten|versandkosten|versand|shipping|handling fee|delivery charge|postage|purregebyr|øresavrunding|avrunding)(?:[^\p{L}]|$)|gebyr(?:et|er|ene)?(?:[^\p{L}]|$)|(?:^|[^\p{L}])(?:fee|surcharge|charge)s?(?:[^\p{L}]|$)|(?:miljø|miljö|drivstoff|drivmedel|brændstof|diesel|kjøre|km|bom|emballasje|håndterings|hanterings|expedition|ekspedition|faktura|transport|frakt|bompenge|olje|energi|småordre|smålevering|hasteordre|utkjøring|treibstoff|energie|mindermengen)(?:s?avgift|s?tillegg|s?tillägg|s?tillæg|s?kostnad(?:er)?|s?zuschlag|s?gebühr)/iu;
/** Words made of anything and a word for a charge: "minsteordretillegg", "EE-avgift", "Bearbeitungsgebühr". */
const charges =
  /(?<!\p{L})(?!(?:fôr|kost|nærings?|mineral|vitamin|foder|protein|fiber)\p{L}*(?:tillegg|tillägg|tillæg))\p{L}{2,}-?(?:avgift(?:er)?|gebühr(?:en)?|zuschlag|zuschläge|pauschale|abgabe|tillegg|tillägg|tillæg|omkostning(?:er)?|kostnad(?:er)?|avrunding|avrundning|afrunding)(?!\p{L})/iu;
/** Names that are a service and nothing else: "Utkjøring", "Delivery". With more words they may be goods. */
const services =
  /^(?:levering|leverans|leveranse|lieferung|delivery|carriage|utkjøring|hjemkjøring|utkörning|udkørsel|gebühr(?:en)?|avgift(?:er)?|zuschlag|rounding|rundung|rundungsdifferenz)\s*\.?$/iu;
const deposits =
  /(?:^|[^\p{L}])(?:pant|pfand|leergut|returemballage|returemballasje|plastkasse(?:r)? retur|emballasje (?:plastkasse|kasse|pall|palle)|flaskepant|kassepant|boksepant|pantebeløp|pantelinje|panteemballasje|emballasjepant|deposit|returpant)(?:[^\p{L}]|$)/iu;

/** Returns whether a line's name is freight, a fee or a deposit; null for goods. */
export function feeKind(name: string): 'fee' | 'deposit' | null {
  if (deposits.test(name)) return 'deposit';
  return fees.test(name) || charges.test(name) || services.test(name.trim()) ? 'fee' : null;
}

/** Fields that are not required for freight, fees and deposits. */
export const goodsOnly: ReadonlySet<FieldRole | null> = new Set<FieldRole | null>([
  'itemNumber',
  'gtin',
  'unit',
  'quantity',
  'unitPrice',
  'category',
  'lot',
  'site',
]);
