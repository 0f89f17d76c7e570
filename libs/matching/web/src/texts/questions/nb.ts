import { formatCount, formatMoney, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');
const lines = (n: number) => plural('nb', n, { one: 'én linje', other: `${count(n)} linjer` });
const pairs = (n: number) => plural('nb', n, { one: 'ett par', other: `${count(n)} par` });
const days = (n: number) => plural('nb', n, { one: 'én dag', other: `${count(n)} dager` });

/** Texts of the bulk questions. */
export const nb = {
  tab: 'Samme svar for mange',
  explain:
    'Når mange linjer fra en leverandør avviker på samme måte, får du ett spørsmål om alle. Se hva svaret gjør før du lagrer. Svaret kan oppheves for alle samtidig.',
  size: (p: { isPairs: boolean; count: number; amount: string }) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)}, til sammen ${formatMoney(p.amount, 'NOK', 'nb', 0)}`,
  buyers: (p: { count: number }) =>
    plural('nb', p.count, { one: 'i én kommune', other: `i ${count(p.count)} kommuner` }),
  invoice: 'Rapporten og regnskapet har samme fakturanummer',
  item: 'Rapporten og regnskapet har samme varenummer',
  days: (p: { days: number }) =>
    p.days === 0
      ? 'Rapporten og regnskapet har samme dag'
      : `De er ført i regnskapet ${days(Math.abs(p.days))} ${p.days < 0 ? 'før' : 'etter'} rapporten`,
  sameAmount: 'og samme beløp.',
  otherAmount: (p: { percent: string; more: boolean; vat: boolean }) =>
    `og rapporten har ${p.percent} % ${p.more ? 'høyere' : 'lavere'} beløp.${p.vat ? (p.more ? ' Det kan være merverdiavgift.' : ' Rapporten kan være uten merverdiavgift, og regnskapet med.') : ''}`,
  isSame: 'Er hvert par samme kjøp?',
  text: (p: { value: string }) => `Linjene har samme tekst: «${p.value}».`,
  account: (p: { value: string; buyer: string }) => `Linjene er ført på konto ${p.value} hos ${p.buyer}.`,
  buyer: (p: { buyer: string }) => `Linjene gjelder ${p.buyer}, og avviker på samme måte.`,
  says: (p: { state: string; cause: string }) => `Avstemmingen viser: ${p.state}, ${p.cause.toLowerCase()}.`,
  why: 'Hvorfor har linjene ikke treff?',
  samples: 'For eksempel',
  reported: 'Rapportert',
  booked: 'Bokført',
  answerAll: (p: { isPairs: boolean; count: number }) =>
    `Svar for ${p.isPairs ? `alle ${pairs(p.count)}` : `alle ${lines(p.count)}`}`,
  answer: 'Svaret ditt',
  verdicts: { same: 'Samme kjøp: koble parene', 'not-same': 'Ikke samme kjøp: ikke koble linjene' },
  preview: 'Se hva svaret gjør',
  missingAnswer: 'Velg et svar.',
  missingReason: 'Skriv kort hvorfor.',
  effects: {
    tied: (p: { count: number }) => `${pairs(p.count)} blir koblet, med samme beløp.`,
    'tied-with-difference': (p: { count: number }) =>
      `${pairs(p.count)} blir koblet, med ulikt beløp. Forskjellen vises som ulikt beløp eller merverdiavgift.`,
    named: (p: { count: number }) => `${lines(p.count)} får årsaken du valgte.`,
    'stays-open': (p: { count: number }) => `${pairs(p.count)} blir ikke koblet. Linjene er fortsatt ikke avstemt.`,
    'several-fit': (p: { count: number }) =>
      `${pairs(p.count)} til ligner, men flere linjer passer like godt. De får ikke svaret og er fortsatt ikke avstemt.`,
  },
  effectHead: 'Svaret gjør',
  effectNames: {
    tied: 'kobles',
    'tied-with-difference': 'kobles, ulikt beløp',
    named: 'får årsaken',
    'stays-open': 'ikke avstemt',
    'several-fit': 'ikke avstemt, flere passer',
  },
  second: 'Beløpet er til sammen så stort at en annen må godkjenne. Svaret gjelder når det er godkjent.',
  caption: 'Linjene, størst beløp først',
  shown: (p: { shown: number; count: number }) => `De ${count(p.shown)} med størst beløp av ${count(p.count)}.`,
  left: (p: { isPairs: boolean; answered: number; left: number }) =>
    `Svaret gjelder ${p.isPairs ? `de ${count(p.answered)} parene` : `de ${count(p.answered)} linjene`} med størst beløp. ${p.isPairs ? pairs(p.left) : lines(p.left)} til kommer i et nytt spørsmål etterpå.`,
  done: (p: { isPairs: boolean; count: number; second: boolean }) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)} har fått svaret.${p.second ? ' Det gjelder når en annen har godkjent det.' : ' Avstemmingen kjøres på nytt automatisk.'}`,
  noneTitle: 'Ingen spørsmål om mange linjer',
  noneReason: 'Ingen uavstemte linjer avviker på samme måte. Gå gjennom linjene én for én.',
  given: 'Svar som er gitt for mange',
  givenTo: (p: { isPairs: boolean; count: number; left: number; amount: string }) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)}, til sammen ${formatMoney(p.amount, 'NOK', 'nb', 0)}${p.left === p.count ? '' : p.left === 0 ? ', alle er opphevet eller avklart på nytt' : `, ${count(p.left)} gjelder`}`,
  takeBack: 'Opphev svaret for alle',
  takeBackHelp: 'Alle linjene som ikke har fått et nyere svar, blir som før. Endringen føres i behandlingsloggen.',
  takenBack: (p: { count: number }) => `Svaret er opphevet for ${count(p.count)}.`,
};

export type QuestionTexts = typeof nb;
