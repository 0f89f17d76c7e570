import type { Language } from '@tallgrunn/values';

/** Labels of the choices in a terms document: nb, nn, en. A value may be a choice in several places. */
const choices: Readonly<Record<string, readonly [string, string, string]>> = {
  true: ['ja', 'ja', 'yes'],
  false: ['nei', 'nei', 'no'],
  month: ['hver måned', 'kvar månad', 'every month'],
  quarter: ['hvert kvartal', 'kvart kvartal', 'every quarter'],
  tertial: ['hvert tertial', 'kvart tertial', 'every four months'],
  'half-year': ['hvert halvår', 'kvart halvår', 'every half-year'],
  year: ['hvert år', 'kvart år', 'every year'],
  delivered: ['levert', 'levert', 'delivered'],
  ordered: ['bestilt', 'bestilt', 'ordered'],
  invoiced: ['fakturert', 'fakturert', 'invoiced'],
  refused: ['ikke mulig', 'ikkje mogleg', 'not possible'],
  'may-wait': [
    'kan vente, resten sendes inn',
    'kan vente, resten blir send inn',
    'may wait while the rest is submitted',
  ],
  'must-be-right': [
    'må rettes før noe sendes inn',
    'må rettast før noko blir sendt inn',
    'must be corrected before anything is submitted',
  ],
  'not-delivered': ['ikke levert', 'ikkje levert', 'not delivered'],
  excluded: ['uten', 'utan', 'excluded'],
  included: ['med', 'med', 'included'],
  'agreed-items': ['varer i prisskjemaet', 'varer i prisskjemaet', 'agreed items'],
  'all-goods': ['alle varer', 'alle varer', 'all goods'],
  'product-area': ['alle varer på området', 'alle varer på området', 'all goods of the area'],
  required: ['må sendes', 'må sendast', 'required'],
  allowed: ['kan sendes', 'kan sendast', 'allowed'],
  'not-used': ['brukes ikke', 'blir ikkje brukt', 'not used'],
  'working-days': ['virkedager etter perioden', 'yrkedagar etter perioden', 'working days after the period'],
  'calendar-days': ['dager etter perioden', 'dagar etter perioden', 'days after the period'],
  'fixed-dates': ['faste datoer', 'faste datoar', 'fixed dates'],
  none: ['ingen', 'inga', 'none'],
  'day-fine': ['dagmulkt', 'dagmulkt', 'daily penalty'],
  'warning-ladder': ['varsel i trinn', 'varsel i steg', 'warnings in steps'],
  'working-day': ['virkedag', 'yrkedag', 'working day'],
  week: ['uke', 'veke', 'week'],
  'open-period': ['i den åpne perioden', 'i den opne perioden', 'in the open period'],
  'own-period': ['i sin egen periode', 'i sin eigen periode', 'in their own period'],
  supplier: ['samlet', 'samla', 'as one'],
  branch: ['filial for filial', 'filial for filial', 'branch by branch'],
  items: ['varene', 'varene', 'items'],
  spend: ['kronene', 'kronene', 'spend'],
  blocksFile: ['stopper filen', 'stoppar fila', 'stops the file'],
  blocksRow: ['holder raden ute', 'held rada ute', 'keeps the row out'],
  confirm: ['må bekreftes', 'må stadfestast', 'to be confirmed'],
  info: ['opplyser', 'opplyser', 'tells'],
  off: ['av', 'av', 'off'],
  string: ['tekst', 'tekst', 'text'],
  integer: ['helt tall', 'heilt tal', 'whole number'],
  number: ['tall', 'tal', 'number'],
  date: ['dato', 'dato', 'date'],
  yearmonth: ['måned', 'månad', 'month'],
  boolean: ['ja eller nei', 'ja eller nei', 'yes or no'],
  list: ['en liste', 'ei liste', 'a list'],
  'day-first': ['dagen først', 'dagen først', 'day first'],
  'month-first': ['måneden først', 'månaden først', 'month first'],
  deliveries: ['leveranser', 'leveransar', 'deliveries'],
  transport: ['transport', 'transport', 'transport'],
  services: ['tjenester', 'tenester', 'services'],
};

const at = { nb: 0, nn: 1, en: 2 } as const;

/** Returns the label of a choice; null when it has none. */
export function choiceLabel(choice: string, language: Language): string | null {
  return Object.hasOwn(choices, choice) ? choices[choice]![at[language]] : null;
}
