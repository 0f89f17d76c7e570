import type { Span } from './readable-text.ts';

const LOCAL_PART_MAX = 64;
const DOMAIN_MAX = 128;

/** Finds e-mail addresses around each "@". */
export function findMail(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let from = at;
    while (from > 0 && at - from < LOCAL_PART_MAX && /[\p{L}\p{N}_.+-]/u.test(text[from - 1]!)) from -= 1;
    let to = at + 1;
    while (to < text.length && to - at < DOMAIN_MAX && /[\p{L}\p{N}.-]/u.test(text[to]!)) to += 1;
    if (from < at && /^[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]/u.test(text.slice(at + 1, to)))
      spans.push({ from, to, kind: 'mail' });
  }
  return spans;
}

const cased = (endings: string): string =>
  endings
    .split(' ')
    .flatMap((each) => [each, each.toUpperCase()])
    .join('|');
const measures = '(?!\\s{0,2}(?:stk|st|kg|g|l|m|cm|mm|pk|pkt|liter|timer?|døgn|mnd|uker?|kr)\\b)';
const number = `\\s{1,3}\\d{1,3}(?![\\d.,]{0,6}\\d)${measures}(?:\\s?[a-zA-Z](?![\\p{L}\\d]))?`;
const town = '\\s{0,2},?\\s{0,2}\\d{4}\\s{1,2}\\p{L}[\\p{L}-]{0,40}';
const start = "(?<![\\p{L}'-])";
const road = cased('veien vegen vei veg gata gaten gate allé alléen terrasse');
const land = cased(
  'plassen bakken bakke lia tunet svingen stien åsen haugen ringen jordet kroken løkka kleiva grenda toppen',
);
/** First parts of names of small roads. Goods can end like a road name but seldom begin like one. */
const natural =
  'Gran|Furu|Bjørk|Bjerke|Sol|Berg|Skog|Fjell|Dal|Myr|Eng|Hassel|Rogn|Ask|Ospe|Older|Selje|Hegg|Lønne|Kvern|Mølle|Sæter|Seter|Ny|Gammel|Nord|Sør|Øst|Vest|Øver|Øvre|Neder|Nedre|Midt|Stor|Lille|Lang|Kirke|Kyrkje|Skole|Skule|Preste|Klokker|Elve|Bekke|Vann|Vass|Strand|Sand|Stein|Grus|Leir|Hage|Frukt|Eple|Rose|Lyng|Tytte|Blåbær|Bringebær|Ekorn|Rev|Elg|Hjorte|Rype|Trost|Lerke|Svale|Ugle|Ørne|Heste|Smed|Snekker|Gruve|Tømmer|Hammer|Tangen|Lunde|Holm|Haug|Ås|Li|Bakke|Moen|Mo|Stall|Fure|Sjø|Tjern|Utsikt|Solør|Finn';
const streets = new RegExp(
  [
    `${start}(?:[\\p{L}'-]{1,40}|(?:\\p{Lu}[\\p{L}.'-]{0,30}\\s{1,2}){1,3})(?:${road})${number}(?:${town})?`,
    `${start}[\\p{L}'-]{1,40}(?:${land})${number}${town}`,
    `${start}(?:${natural}|${natural.toUpperCase()})[a-zæøåA-ZÆØÅ]{0,8}(?:${land})${number}`,
  ].join('|'),
  'gu',
);
/** Quick test for a possible street, run first because few texts have one. */
const mayBeStreet =
  /v[eE][iIgG]|gat|GAT|all[ée]|ALL|terras|TERRAS|plassen|PLASSEN|bakke|BAKKE|lia|LIA|tunet|TUNET|svingen|SVINGEN|stien|STIEN|åsen|ÅSEN|haugen|HAUGEN|ringen|RINGEN|jordet|JORDET|kroken|KROKEN|løkka|LØKKA|kleiva|KLEIVA|grenda|GRENDA|toppen|TOPPEN/;

const farm =
  /(?<![\p{L}'-])(?:[Nn]ordre|[Ss]øndre|[Ss]ønnre|[Øø]vre|[Nn]edre|[Øø]stre|[Vv]estre|[Ss]tore|[Ll]ille|[Mm]idtre|[Ii]ndre|[Yy]tre)\s{1,2}\p{Lu}[\p{L}'-]{1,30}(?:\s{1,2}(?:gård|gard|gaard|gården|garden)(?![\p{L}])|\s{1,2}\d{1,3}(?![\p{L}\d.,]))/gu;
/** Words before a home address: "bor i Storgata", "hjemme i Granlia", "adresse: Haugen". */
const living =
  /(?<!\p{L})(?:[Bb]or|[Bb]ur|[Bb]osatt|[Hh]jemme|[Hh]eime|[Pp]rivatadr\.?|[Pp]rivatadresse|[Aa]dr\.?|[Aa]dresse|[Hh]entes|hjem)(?:\s{0,2}:\s{0,2}|\s{1,2})(?:(?:hos|i|på|ved)\s{1,2})?(?=\p{Lu})/gu;
const place = /\p{Lu}[\p{L}'-]{1,40}(?:\s{1,2}\p{Lu}[\p{L}'-]{1,40}){0,2}(?:\s{1,2}\d{1,3}(?![\d.,]))?/uy;

const property =
  /(?<!\p{L})g(?:å?rds)?(?:\.?\s?b)?\.?\s?n(?:umme)?r\.?(?:\s{0,2}[/,&]\s{0,2}b\.?\s?nr\.?)?[\s.:]{0,3}\d{1,5}(?:[\s,/;.-]{1,3}(?:og\s)?(?:b\.?\s?n(?:umme)?r\.?)?[\s.:]{0,3}\d{1,5})?/giu;

/** Finds streets with a number, farms, homes, and property numbers (gnr/bnr). */
export function findAddresses(text: string, hasDigits: boolean): Span[] {
  const spans: Span[] = [];
  const add = (pattern: RegExp, kind: Span['kind']): void => {
    for (const { 0: written, index } of text.matchAll(pattern))
      spans.push({ from: index, to: index + written.length, kind });
  };
  if (hasDigits && mayBeStreet.test(text)) add(streets, 'address');
  if (hasDigits && /g[\p{L}.\s]{0,8}n/iu.test(text)) add(property, 'property');
  if (/gård|gard|gaard|garden|\d/.test(text)) add(farm, 'address');
  for (const { 0: written, index } of text.matchAll(living)) {
    place.lastIndex = index + written.length;
    if (place.test(text)) spans.push({ from: index + written.length, to: place.lastIndex, kind: 'address' });
  }
  return spans;
}
