import { formatCount, formatMoney, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');
const lines = (n: number) => plural('nb', n, { one: 'én linje', other: `${count(n)} linjer` });
const pairs = (n: number) => plural('nb', n, { one: 'ett par', other: `${count(n)} par` });
const days = (n: number) => plural('nb', n, { one: 'én dag', other: `${count(n)} dager` });

/** Texts of the bulk questions. */
export const nb = {
  tab: 'Samme svar for mange',
  explain:
    'Når mange linjer fra en leverandør avviker på samme måte, får du ett spørsmål om alle. Se hva svaret gjør før du svarer. Svaret kan tas tilbake under ett.',
  size: (p: { isPairs: boolean; count: number; amount: string }) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)}, til sammen ${formatMoney(p.amount, 'NOK', 'nb', 0)}`,
  buyers: (p: { count: number }) =>
    plural('nb', p.count, { one: 'i én kommune', other: `i ${count(p.count)} kommuner` }),
  invoice: 'Rapporten og regnskapet har samme fakturanummer',
  item: 'Rapporten og regnskapet har samme varenummer',
  days: (p: { days: number }) =>
    p.days === 0
      ? 'Rapporten og regnskapet har samme dag'
      : `Regnskapet har dem ${days(Math.abs(p.days))} ${p.days < 0 ? 'før' : 'etter'} rapporten`,
  sameAmount: 'og samme beløp.',
  otherAmount: (p: { percent: string; more: boolean; vat: boolean }) =>
    `og rapporten har ${p.percent} % ${p.more ? 'høyere' : 'lavere'} beløp.${p.vat ? (p.more ? ' Det kan være merverdiavgift.' : ' Rapporten kan være uten merverdiavgift, og regnskapet med.') : ''}`,
  isSame: 'Er hvert par samme kjøp?',
  text: (p: { value: string }) => `Linjene har samme tekst: «${p.value}».`,
  account: (p: { value: string; buyer: string }) => `Linjene står på konto ${p.value} hos ${p.buyer}.`,
  buyer: (p: { buyer: string }) => `Linjene står hos ${p.buyer}, og avviker på samme måte.`,
  says: (p: { state: string; cause: string }) => `Avstemmingen sier: ${p.state}, ${p.cause.toLowerCase()}.`,
  why: 'Hvorfor hører de ikke sammen med noe?',
  samples: 'For eksempel',
  reported: 'Rapportert',
  booked: 'Bokført',
  answerAll: (p: { isPairs: boolean; count: number }) =>
    `Svar for ${p.isPairs ? `alle ${pairs(p.count)}` : `alle ${lines(p.count)}`}`,
  answer: 'Svaret ditt',
  verdicts: { same: 'Samme kjøp: koble parene', 'not-same': 'Ikke samme kjøp: la linjene stå åpne' },
  preview: 'Se hva svaret gjør',
  missingAnswer: 'Velg et svar.',
  missingReason: 'Skriv kort hvorfor.',
  effects: {
    tied: (p: { count: number }) => `${pairs(p.count)} blir koblet, med samme beløp.`,
    'tied-with-difference': (p: { count: number }) =>
      `${pairs(p.count)} blir koblet, med ulikt beløp. Forskjellen blir stående som ulikt beløp eller merverdiavgift.`,
    named: (p: { count: number }) => `${lines(p.count)} får årsaken du valgte.`,
    'stays-open': (p: { count: number }) => `${pairs(p.count)} blir ikke koblet. Linjene står åpne.`,
    'several-fit': (p: { count: number }) =>
      `${pairs(p.count)} til ligner, men flere linjer passer like godt. De får ikke svaret og står åpne.`,
  },
  effectHead: 'Svaret gjør',
  effectNames: {
    tied: 'kobles',
    'tied-with-difference': 'kobles, ulikt beløp',
    named: 'får årsaken',
    'stays-open': 'står åpen',
    'several-fit': 'står åpen, flere passer',
  },
  second: 'Beløpet er til sammen så stort at en annen må bekrefte. Svaret gjelder når det er gjort.',
  caption: 'Linjene, flest kroner først',
  shown: (p: { shown: number; count: number }) => `De ${count(p.shown)} med flest kroner av ${count(p.count)}.`,
  left: (p: { isPairs: boolean; answered: number; left: number }) =>
    `Svaret gjelder ${p.isPairs ? `de ${count(p.answered)} parene` : `de ${count(p.answered)} linjene`} med flest kroner. ${p.isPairs ? pairs(p.left) : lines(p.left)} til kommer i et nytt spørsmål etterpå.`,
  done: (p: { isPairs: boolean; count: number; second: boolean }) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)} har fått svaret.${p.second ? ' Det gjelder når en annen har bekreftet det.' : ' Avstemmingen kjøres på nytt av seg selv.'}`,
  noneTitle: 'Ingen spørsmål om mange linjer',
  noneReason: 'Ingen åpne linjer avviker på samme måte. Se på linjene én for én.',
  given: 'Svar som er gitt for mange',
  givenTo: (p: { isPairs: boolean; count: number; left: number; amount: string }) =>
    `${p.isPairs ? pairs(p.count) : lines(p.count)}, til sammen ${formatMoney(p.amount, 'NOK', 'nb', 0)}${p.left === p.count ? '' : p.left === 0 ? ', alle er tatt tilbake eller svart på nytt' : `, ${count(p.left)} står ved lag`}`,
  takeBack: 'Ta tilbake svaret for alle',
  takeBackHelp: 'Alle linjene som ikke har fått et nyere svar, blir som før. Det står i sporloggen.',
  takenBack: (p: { count: number }) => `Svaret er tatt tilbake for ${count(p.count)}.`,
};

export type QuestionTexts = typeof nb;
