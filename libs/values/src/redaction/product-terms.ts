/** Word stems that name purchases or bookings. None of them is part of a Norwegian personal name. */
const stems = [
  ...[
    'faktur',
    'kreditnota',
    'kreditering',
    'kompensasjon',
    'merverdi',
    'oppgjør',
    'periodiser',
    'fordeling',
    'overføring',
    'internsalg',
    'internkjøp',
    'felleskost',
    'utgift',
    'betaling',
    'forskudd',
    'avdrag',
    'honorar',
    'lisens',
  ],
  ...[
    'frakt',
    'gebyr',
    'emballasje',
    'ekspedisjon',
    'klargj',
    'tillegg',
    'freight',
    'delivery',
    'levering',
    'leveranse',
    'transport',
    'skyss',
    'avgift',
    'rabatt',
    'bonus',
    'returvare',
    'bestilling',
    'ordrenr',
    'innkjøp',
    'kredittkort',
  ],
  ...[
    'mastercard',
    'eurocard',
    'purchasing',
    'internal',
    'invoice',
    'payment',
    'service',
    'equipment',
    'supplies',
    'materi',
    'utstyr',
    'møbler',
    'inventar',
    'byggevare',
    'byggtjenest',
    'vedlikehold',
    'reparasjon',
    'drivstoff',
    'diesel',
    'bensin',
  ],
  ...[
    'arbeidstøy',
    'vernesko',
    'verneklær',
    'forbruk',
    'hygiene',
    'sårpleie',
    'medisin',
    'medikament',
    'dagligvare',
    'matvare',
    'bakervare',
    'frukt',
    'grønnsak',
    'grøntvare',
    'meieri',
    'lettmelk',
    'helmelk',
    'kjøttdeig',
    'drikkevare',
    'kaffe',
  ],
  ...[
    'kontorrek',
    'kontormat',
    'kontormøb',
    'papir',
    'datautstyr',
    'skjerm',
    'telefon',
    'bredbånd',
    'programvare',
    'fagsystem',
    'maskin',
    'verktøy',
    'trelast',
    'betong',
    'isolasjon',
    'renhold',
    'vaskeri',
    'tøyvask',
    'leietøy',
    'renovasjon',
  ],
  ...[
    'avfall',
    'fjernvarme',
    'nettleie',
    'energiforbruk',
    'forsikring',
    'husleie',
    'leasing',
    'tjeneste',
    'konsulent',
    'rådgivning',
    'prosjekt',
    'opplæring',
    'undervisning',
    'læremiddel',
    'lærebøk',
    'kursavgift',
    'arrangement',
    'annonse',
  ],
  ...[
    'asfalt',
    'veivedlike',
    'uteområd',
    'rehabiliter',
    'institusjon',
    'ventilasjon',
    'måned',
    'kvartal',
    'skolemat',
    'skoleskyss',
    'barnehage',
    'sykehjem',
    'rådhus',
    'kommune',
    'avtale',
    'abonnement',
    'kjemikalie',
    'kjøretøy',
    'returkasse',
    'panteflask',
    'emballasjepant',
    'klienter',
    'oppgrader',
    'installasjon',
    'montering',
    'support',
    'programlisens',
  ],
] as const;

/** Whole words that are too short to be stems or occur in names: Strøm is a name, strøm is bought. */
const words = new Set(
  [
    'og i på til for av med fra pr per nr no uke stk kg biler bil rep div diverse annet varer vare mat pant pante sum totalt rest mva moms vat post bank kort kjøp leie salg kost drift ny nye ordre bok bøker data pc it ikt',
    'intern interne internfaktura internsalg innkj regning purring rente renter retur refusjon korr korreksjon netto brutto slam heis tøy is fisk egg ost saft vann gass olje ved porto toner kontor papir kurs strøm energi skole brød melk kjøtt drikke klær grønt bygg nybygg bakeri',
    'januar februar mars april mai juni juli august september oktober november desember jan feb mar apr jun jul aug sep okt nov des',
    'as asa ans da sa nuf iks kf avd konto art bilag vedlegg se uten tall beløp ukjent mangler bilagsnr fakturanr and of the fee first card',
  ].flatMap((line) => line.split(' ')),
);

/** Words of the list above that are also personal names. */
const wordsThatAreNames = new Set([
  'strøm',
  'mai',
  'august',
  'mars',
  'ask',
  'fisk',
  'skole',
  'brød',
  'ost',
  'april',
  'juni',
  'juli',
  'jan',
  'post',
  'bank',
  'gass',
  'bygg',
  'per',
]);
const normalised = (token: string): string => token.normalize('NFC').toLowerCase();

/**
 * Returns whether a word names a purchase or booking. The list is closed, so an unforeseen name is never taken for such
 * a word.
 */
export function isGoodsWord(token: string): boolean {
  if (token.length > WORD_CHARACTERS_MAX) return false;
  const cached = resultCache.get(token);
  if (cached !== undefined) return cached;
  const word = normalised(token);
  // A listed word that is capitalised may be a name.
  const isGoods =
    (words.has(word) && !(wordsThatAreNames.has(word) && token !== word)) ||
    (word.length >= 4 && (word.endsWith('pant') || stems.some((stem) => word.includes(stem))));
  if (resultCache.size >= RESULT_CACHE_MAX) resultCache.clear();
  resultCache.set(token, isGoods);
  return isGoods;
}

/** Cache of results: the same few hundred words make up most texts of a ledger. */
const resultCache = new Map<string, boolean>();
const RESULT_CACHE_MAX = 10_000;
const WORD_CHARACTERS_MAX = 60;
