import { holdsNationalId } from '@tallgrunn/values';

/** Parts of words that name what is bought or booked, long enough that no name of a person holds them. */
const stems = [
  ...['faktur', 'kreditnota', 'kreditering', 'kompensasjon', 'merverdi', 'oppgjør', 'periodiser', 'fordeling', 'overføring', 'internsalg', 'internkjøp', 'felleskost', 'utgift', 'betaling', 'forskudd', 'avdrag', 'honorar', 'lisens'],
  ...['frakt', 'gebyr', 'emballasje', 'porto', 'ekspedisjon', 'klargj', 'tillegg', 'freight', 'delivery', 'levering', 'leveranse', 'transport', 'skyss', 'avgift', 'rabatt', 'bonus', 'returvare', 'bestilling', 'ordrenr'],
  ...['innkjøp', 'kredittkort', 'betalingskort', 'mastercard', 'eurocard', 'purchasing', 'internal', 'invoice', 'credit', 'payment', 'service', 'equipment', 'supplies', 'material'],
  ...['materi', 'utstyr', 'møbler', 'inventar', 'bygg', 'vedlikehold', 'reparasjon', 'drivstoff', 'diesel', 'bensin', 'arbeid', 'verne', 'klær', 'forbruk', 'hygiene', 'sårpleie', 'medisin', 'medika', 'dagligvare', 'matvare', 'bakervare', 'bakeri'],
  ...['frukt', 'grønt', 'grønnsak', 'meieri', 'melk', 'kjøtt', 'drikke', 'kaffe', 'brød', 'kontor', 'papir', 'toner', 'datautstyr', 'skjerm', 'telefon', 'bredbånd', 'programvare', 'fagsystem', 'maskin', 'verktøy', 'trelast', 'betong', 'isolasjon'],
  ...['renhold', 'vaskeri', 'tøyvask', 'leietøy', 'renovasjon', 'avfall', 'fjernvarme', 'nettleie', 'energi', 'strøm', 'forsikring', 'husleie', 'leasing', 'tjeneste', 'konsulent', 'rådgiv', 'prosjekt', 'opplæring', 'undervisning', 'læremiddel', 'lærebøk'],
  ...['kurs', 'arrangement', 'annonse', 'asfalt', 'veived', 'uteområd', 'rehabiliter', 'institusjon', 'ventilasjon', 'måned', 'kvartal', 'skole', 'barnehage', 'sykehjem', 'hjemmetjeneste', 'rådhus', 'kommune', 'avtale', 'abonnement', 'kjemikalie', 'kjøretøy'],
] as const;

/** Whole words that are shorter, or that a name might hold. */
const words = new Set(
  [
    'og i på til for av med fra pr per nr no uke stk kg biler bil rep div diverse annet varer vare mat pant pante sum totalt rest mva moms vat post bank kort kjøp leie salg kost drift ny nye ordre kort bok bøker data pc it ikt',
    'intern interne innkj regning purring rente renter retur refusjon korr korreksjon netto brutto slam heis tøy is fisk egg ost saft vann gass olje ved',
    'januar februar mars april mai juni juli august september oktober november desember jan feb mar apr jun jul aug sep okt nov des',
    'avd konto art bilag vedlegg se uten tall beløp ukjent mangler bilagsnr fakturanr and of the fee first card',
  ].flatMap((line) => line.split(' ')),
);

const digits = /\d/;
const trimmed = (token: string): string => token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
const folded = (token: string): string => token.normalize('NFC').toLowerCase();
const plain = (token: string): string => folded(token).replace(/[^\p{L}\p{N}]/gu, '').replace(/^0+(?=.)/, '');

/** Whether a word says what is bought or booked: one of a closed list, so that a name no list foresees is none. */
export function isKnownWord(token: string): boolean {
  const before = judged.get(token);
  if (before !== undefined) return before;
  const word = folded(token);
  const known = words.has(word) || (word.length >= 4 && stems.some((stem) => word.includes(stem)));
  if (judged.size >= JUDGED_MAX) judged.clear();
  judged.set(token, known);
  return known;
}

/** The same few hundred words stand in most of a ledger's texts. */
const judged = new Map<string, boolean>();
const JUDGED_MAX = 10_000;

/** What of a text is known from elsewhere: the organisation's own name, the numbers of the voucher and the invoice, what agreements are about. */
export interface KnownOtherwise {
  readonly texts: readonly (string | null)[];
  readonly words?: ReadonlySet<string>;
}

export interface Reduced {
  readonly text: string | null;
  /** Whether something went. */
  readonly dropped: boolean;
}

/** A text that people wrote, reduced to words about goods and accounting and to what is known otherwise. Names, addresses and numbers of persons are neither. */
export function reduceText(text: string, known: KnownOtherwise): Reduced {
  const isOwn = (word: string): boolean => {
    const wanted = plain(word);
    return known.texts.some((each) => each !== null && plainWords(each).includes(wanted));
  };
  const kept: string[] = [];
  let dropped = false;
  for (const token of text.split(/[\s/]+/)) {
    if (!digits.test(token) && isKnownWord(token)) {
      kept.push(token);
      continue;
    }
    const word = trimmed(token);
    if (word === '') continue;
    if (stays(word, isOwn, known.words)) kept.push(token);
    else dropped = true;
  }
  return { text: kept.join(' ') || null, dropped };
}

/** The whole and its words, plain. The names of sellers come again and again. */
function plainWords(text: string): readonly string[] {
  const before = plained.get(text);
  if (before) return before;
  const found = [plain(text), ...text.split(/[\s/]+/).map(plain)];
  if (plained.size >= JUDGED_MAX) plained.clear();
  plained.set(text, found);
  return found;
}

const plained = new Map<string, readonly string[]>();

function stays(word: string, isOwn: (word: string) => boolean, words: ReadonlySet<string> | undefined): boolean {
  if (holdsNationalId(word)) return false;
  if ((!digits.test(word) && isKnownWord(word)) || (words && words.size > 0 && words.has(folded(word))) || isOwn(word)) return true;
  if (/^\d+$/.test(word)) return word.length <= 2 || /^20[1-3]\d$/.test(word);
  return /-/.test(word) && word.split('-').every((part) => part !== '' && (isKnownWord(part) || isOwn(part) || /^\d{1,2}$/.test(part)));
}

/** Words of what agreements and the like are called, as `reduceText` compares them. */
export function wordsOf(titles: readonly string[]): string[] {
  return [...new Set(titles.flatMap((title) => title.split(/[^\p{L}\p{N}]+/u).map(folded)).filter((word) => word.length >= 3 && !/\d/.test(word)))];
}

/** A number that papers refer to each other by, without what is written around it; a name, or nothing but a name with a short number, is none. */
export function reduceReference(text: string): Reduced {
  const tokens = text.split(/\s+/).filter((token) => token !== '');
  const stay = tokens.filter((token) => isReference(token) || isKnownWord(trimmed(token)));
  if (stay.length === tokens.length && stay.some(isReference) && !holdsNationalId(text)) return { text, dropped: false };
  const rest = stay.filter((token) => !isReference(token) || trimmed(token).length >= 4);
  return { text: rest.some(isReference) ? rest.join(' ') : null, dropped: true };
}

const isReference = (token: string): boolean => /\d/.test(token) && !token.includes('@') && !holdsNationalId(token);

/** What is shown of something that could not be read: one word or number as it is; of several only what cannot be a name. */
export function guardFound(text: string): string {
  const words = text.trim().split(/\s+/);
  if (words.length < 2) return holdsNationalId(text) || text.includes('@') ? HIDDEN : text;
  return words.map((word) => (holdsNationalId(word) || (/\p{L}{3,}/u.test(word) && !isKnownWord(trimmed(word))) ? HIDDEN : word)).join(' ');
}

/** What stands in the place of what is not kept. */
export const HIDDEN = '•••';
