/** Texts of the help to write a rule's condition, in bokmål. */
export const ruleHelpNb = {
  title: 'Kolonner, tegn og funksjoner du kan bruke',
  how: 'Bruk navnene, ordene og tegnene slik de står her, også når du leser siden på et annet språk. Skriv desimaler med punktum (12.5), tekst i anførselstegn ("kg") og datoer som "2026-03-31". Store og små bokstaver i tekst er det samme.',
  fields: 'Kolonner i denne avtalen',
  examples: 'Eksempler på regler',
  operators: 'Ord og tegn',
  functions: 'Funksjoner',
  heads: {
    name: 'Navn i regelen',
    title: 'Kolonne',
    type: 'Type',
    sample: 'Eksempel på verdi',
    written: 'Skriv',
    meaning: 'Betydning',
  },
  exampleMeanings: {
    highestPrice: 'En vare som selges i kilo, skal koste høyst 500 per kilo.',
    amountOfRow: 'Beløpet skal være antall ganger pris, med høyst 50 øre i forskjell.',
  },
  operatorMeanings: {
    if: 'Når det første er sant, skal det andre også være sant. Andre rader får ikke funn.',
    and: 'Begge skal være sanne.',
    or: 'Minst ett av dem skal være sant.',
    not: 'Det som følger, skal ikke være sant.',
    equal: 'Lik. For tekst, tall og datoer.',
    unequal: 'Ikke lik. For tekst, tall og datoer.',
    order: 'Høyst. Bruk også < (mindre enn), >= (minst) og > (større enn). For tall og datoer.',
    in: 'En av verdiene i listen.',
    arithmetic: 'Pluss, minus, ganger og delt på, med parenteser.',
  },
  functionMeanings: {
    abs: 'Tallet uten minustegn.',
    contains: 'Om teksten inneholder en annen tekst.',
    days: 'Antall dager fra den første datoen til den andre.',
    endsWith: 'Om teksten slutter med en annen tekst.',
    isEmpty: 'Om det ikke står noe i kolonnen.',
    length: 'Antall tegn i teksten.',
    month: 'Måneden i datoen, fra 1 til 12.',
    round: 'Tallet avrundet til så mange desimaler. Uten det andre tallet: til et helt tall.',
    startsWith: 'Om teksten begynner med en annen tekst.',
    year: 'Året i datoen.',
  },
};

export type RuleHelpTexts = typeof ruleHelpNb;
