import type { RuleHelpTexts } from './rule-help-nb.ts';

/** Texts of the help to write a rule's condition, in nynorsk. */
export const ruleHelpNn: RuleHelpTexts = {
  title: 'Kolonnar, teikn og funksjonar du kan bruke',
  how: 'Bruk namna, orda og teikna slik dei står her, også når du les sida på eit anna språk. Skriv desimalar med punktum (12.5), tekst i hermeteikn ("kg") og datoar som "2026-03-31". Store og små bokstavar i tekst er det same.',
  fields: 'Kolonnar i denne avtalen',
  examples: 'Døme på reglar',
  operators: 'Ord og teikn',
  functions: 'Funksjonar',
  heads: {
    name: 'Namn i regelen',
    title: 'Kolonne',
    type: 'Type',
    sample: 'Døme på verdi',
    written: 'Skriv',
    meaning: 'Tyding',
  },
  exampleMeanings: {
    highestPrice: 'Ei vare som blir seld i kilo, skal koste høgst 500 per kilo.',
    amountOfRow: 'Beløpet skal vere mengda gonger pris, med høgst 50 øre i skilnad.',
  },
  operatorMeanings: {
    if: 'Når det første er sant, skal det andre også vere sant. Andre rader får ikkje funn.',
    and: 'Begge skal vere sanne.',
    or: 'Minst eitt av dei skal vere sant.',
    not: 'Det som følgjer, skal ikkje vere sant.',
    equal: 'Lik. For tekst, tal og datoar.',
    unequal: 'Ikkje lik. For tekst, tal og datoar.',
    order: 'Høgst. Bruk også < (mindre enn), >= (minst) og > (større enn). For tal og datoar.',
    in: 'Ein av verdiane i lista.',
    arithmetic: 'Pluss, minus, gonger og delt på, med parentesar.',
  },
  functionMeanings: {
    abs: 'Talet utan minusteikn.',
    contains: 'Om teksten inneheld ein annan tekst.',
    days: 'Talet på dagar frå den første datoen til den andre.',
    endsWith: 'Om teksten sluttar med ein annan tekst.',
    isEmpty: 'Om det ikkje står noko i kolonnen.',
    length: 'Talet på teikn i teksten.',
    month: 'Månaden i datoen, frå 1 til 12.',
    round: 'Talet avrunda til så mange desimalar. Utan det andre talet: til eit heilt tal.',
    startsWith: 'Om teksten byrjar med ein annan tekst.',
    year: 'Året i datoen.',
  },
};
