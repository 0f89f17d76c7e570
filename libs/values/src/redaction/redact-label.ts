import { isGoodsWord } from './product-terms.ts';
import { placeEnding } from './name-lists.ts';
import { HIDDEN_VALUE, redactPersons } from './redact-persons.ts';

/** Word stems that name municipal services and municipal organisation. */
const serviceStems = [
  ...[
    'helse',
    'omsorg',
    'pleie',
    'sosial',
    'velferd',
    'barnevern',
    'oppvekst',
    'kultur',
    'fritid',
    'idrett',
    'teknisk',
    'plan',
    'miljø',
    'næring',
    'landbruk',
    'skog',
    'brann',
    'rednin',
    'beredskap',
    'lege',
    'psykis',
    'pedagog',
    'bibliotek',
    'museum',
    'kirke',
  ],
  ...[
    'vei',
    'veg',
    'trafikk',
    'park',
    'eiendom',
    'eigedom',
    'bygning',
    'anlegg',
    'avløp',
    'avlaup',
    'rens',
    'ledning',
    'pumpe',
    'kloakk',
    'økonomi',
    'lønn',
    'løn',
    'personal',
    'stab',
    'administra',
    'ledelse',
    'leiing',
    'råd',
    'utvalg',
    'utval',
    'politisk',
    'styre',
    'felles',
    'seksjon',
    'enhet',
    'eining',
  ],
  ...[
    'bolig',
    'bustad',
    'base',
    'dag',
    'hjemme',
    'heime',
    'aktivitet',
    'rehab',
    'fysio',
    'ergo',
    'tann',
    'kjøkken',
    'kantine',
    'kafe',
    'vask',
    'drift',
    'lager',
    'garasje',
    'transport',
    'ungdom',
    'elev',
    'voksen',
    'vaksen',
    'innvandr',
    'flyktning',
    'integrer',
    'norsk',
    'opplæring',
    'undervis',
    'spesial',
    'tilskudd',
    'tilskot',
  ],
  ...[
    'inventar',
    'juridisk',
    'bistand',
    'tilsyn',
    'kontroll',
    'revisjon',
    'analyse',
    'behandling',
    'behandl',
    'laborat',
    'sikkerhet',
    'tryggleik',
    'vakt',
    'reise',
    'kost',
    'diett',
    'bevert',
    'representa',
    'gave',
    'stipend',
    'tap',
    'finans',
    'rente',
    'skatt',
    'fond',
    'investering',
    'utbygging',
    'prosjekt',
    'kjøp',
    'sal',
    'frem',
    'fram',
    'eksternt',
    'privat',
    'offentlig',
    'stat',
    'fylke',
  ],
];
const wordPattern = /[\p{L}\p{M}]+/gu;
const companyForm = /^(?:as|asa|ans|da|sa|ba|nuf|ks|iks|kf|ab|gmbh|ltd|inc|oy)$/i;
/** Title case. A text in capitals does not show which words are names, so only the general rules apply to it. */
const titleCase = /^\p{Lu}\p{Ll}/u;
const nameGap = /^(?:[\s._-]|\s-\s|\. ){1,2}$/;

interface LabelWord {
  readonly from: number;
  readonly to: number;
  readonly mayBeName: boolean;
  /** True when the word explains the words before it as a place or company, such as "skole" or "AS". */
  readonly explains: boolean;
}

function describeWord(word: string, from: number): LabelWord {
  const folded = word.toLowerCase();
  const explains = companyForm.test(word) || placeEnding.test(folded);
  const isTerm = word.length < 2 || isGoodsWord(word) || serviceStems.some((stem) => folded.includes(stem));
  return { from, to: from + word.length, mayBeName: !explains && !isTerm && titleCase.test(word), explains };
}

/**
 * Returns the name of an account, cost centre or project without persons. Two capitalised words in sequence remain only
 * in two cases: one of them names goods, accounts or municipal services, or a school, office or company follows. An
 * unforeseen personal name meets neither.
 */
export function redactLabel(text: string): string {
  const redacted = redactPersons(text).text;
  const parts = [...redacted.matchAll(wordPattern)].map(({ 0: word, index }) => describeWord(word, index));
  const hidden: { from: number; to: number }[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    let end = at;
    while (
      end < parts.length &&
      parts[end]!.mayBeName &&
      (end === at || nameGap.test(redacted.slice(parts[end - 1]!.to, parts[end]!.from)))
    )
      end += 1;
    const isExplained =
      parts[end]?.explains === true && nameGap.test(redacted.slice(parts[end - 1]?.to ?? 0, parts[end]!.from));
    if (end - at >= 2 && !isExplained) hidden.push({ from: parts[at]!.from, to: parts[end - 1]!.to });
    if (end > at) at = end - 1;
  }
  return hidden.reduceRight((rest, { from, to }) => rest.slice(0, from) + HIDDEN_VALUE + rest.slice(to), redacted);
}
