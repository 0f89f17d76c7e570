import { formatCount, formatDate, formatMoney, formatQuantity, listing, plural } from '@tallgrunn/values';

const lines = (n: number) => plural('nb', n, { one: 'én linje', other: `${formatCount(n, 'nb')} linjer` });
const kroner = (amount: string) => formatMoney(amount, 'NOK', 'nb');

interface Total {
  readonly lineCount: number;
  readonly amount: string;
}

export const nb = {
  title: 'Toleransegrenser',
  lead: 'Innkjøpssamarbeidet bestemmer hvor store avvik i pris og mengde som ikke trenger oppfølging. Ingen avvik skjules, og alle er med i summene.',
  back: 'Avstemming',
  explain:
    'En koblet linje er innenfor toleranse når både prisen og mengden er det. Er det satt både prosent og beløp, gjelder den grensen som nås først. Uten grense er det ingen toleranse. Linjer der fordelingen mellom mengde og pris er ukjent, skal alltid følges opp.',
  list: 'Grenser',
  caption: 'Versjoner av grensene, nyeste først',
  none: 'Ingen grenser er satt. Alle avvik skal følges opp.',
  heads: {
    scope: 'Gjelder',
    from: 'Fra og med',
    to: 'Til og med',
    price: 'Pris',
    quantity: 'Mengde',
    state: 'Status',
    reason: 'Begrunnelse',
    decided: 'Bestemt',
  },
  cooperative: 'Samarbeidet',
  limit: (p: { percent: string | null; amount: string | null }) =>
    p.percent === null && p.amount === null
      ? 'ingen toleranse'
      : `høyst ${listing('nb', [...(p.percent === null ? [] : [`${formatQuantity(p.percent, 'nb')} %`]), ...(p.amount === null ? [] : [kroner(p.amount)])])}`,
  inherited: 'som samarbeidet',
  states: { inForce: 'gjelder nå', later: 'gjelder senere', ended: 'har gjeldt', replaced: 'erstattet av en nyere' },
  noEnd: 'uten slutt',
  by: (p: { at: string; person: string | null; organisation: string | null; you: boolean }) =>
    `${p.at}, av ${p.you ? 'deg' : [p.person, p.organisation].filter(Boolean).join(', ') || 'en annen'}`,
  mayNot: 'Avtaleforvaltere og administratorer setter grensene.',
  form: {
    title: 'Sett nye grenser',
    scope: 'Grensene gjelder',
    scopeHelp: 'En avtales egne grenser går foran samarbeidets.',
    wholeCooperative: 'Hele samarbeidet',
    inherited: 'Avtalen skal følge samarbeidets grenser',
    validFrom: 'Fra og med',
    validFromHelp: 'Linjer som er bokført fra og med denne dagen. Tidligere linjer vurderes som før.',
    pricePercent: 'Pris: høyeste avvik i prosent',
    pricePercentHelp: 'Av den rapporterte mengden til bokført pris.',
    priceAmount: 'Pris: høyeste avvik i kroner per linje',
    quantityPercent: 'Mengde: høyeste avvik i prosent',
    quantityPercentHelp: 'Av den bokførte mengden.',
    quantityAmount: 'Mengde: høyeste avvik i kroner per linje',
    reason: 'Hvorfor?',
    reasonHelp: 'Begrunnelsen vises sammen med grensene.',
    preview: 'Se virkningen',
    save: 'Lagre grensene',
    faults: {
      validFrom: 'Velg dagen grensene gjelder fra.',
      percent: 'Skriv et tall fra 0 til 999, for eksempel 2,5.',
      amount: 'Skriv et beløp i kroner, for eksempel 100.',
      reason: 'Skriv kort hvorfor.',
    },
  },
  effect: {
    title: 'Virkningen',
    nothing: 'Ingen linjer får ny vurdering når du lagrer.',
    onSaving: (p: { toWithin: Total; toFollowUp: Total }) =>
      `Når du lagrer, går ${lines(p.toWithin.lineCount)} på ${kroner(p.toWithin.amount)} til «innenfor toleranse», og ${lines(p.toFollowUp.lineCount)} på ${kroner(p.toFollowUp.amount)} til «å følge opp».`,
    wholePeriod: (p: { from: string; toWithin: Total; toFollowUp: Total }) =>
      `Hvis grensene hadde gjeldt siden ${formatDate(p.from, 'nb')}, hadde ${lines(p.toWithin.lineCount)} på ${kroner(p.toWithin.amount)} gått til «innenfor toleranse», og ${lines(p.toFollowUp.lineCount)} på ${kroner(p.toFollowUp.amount)} til «å følge opp».`,
    basis: (p: { from: string; to: string; lines: Total; within: Total }) =>
      `Koblede linjer med avvik, bokført fra ${formatDate(p.from, 'nb')} til ${formatDate(p.to, 'nb')} eller senere: ${lines(p.lines.lineCount)}, til sammen ${kroner(p.lines.amount)}. Innenfor toleranse i dag: ${lines(p.within.lineCount)}, til sammen ${kroner(p.within.amount)}. Beløpene er avvik uten fortegn og uten merverdiavgift.`,
    validTo: (p: { day: string }) =>
      `Grensene gjelder til og med ${formatDate(p.day, 'nb')}. Da overtar en senere versjon.`,
    caption: 'Linjer som får ny vurdering, etter leverandør',
    heads: {
      supplier: 'Leverandør',
      savingWithin: 'Når du lagrer: innenfor toleranse',
      savingFollowUp: 'Når du lagrer: å følge opp',
      periodWithin: 'Hele perioden: innenfor toleranse',
      periodFollowUp: 'Hele perioden: å følge opp',
    },
    total: (p: Total) => `${lines(p.lineCount)}, ${kroner(p.amount)}`,
    saved: 'Grensene er lagret.',
  },
};

export type TolerancesTexts = typeof nb;
