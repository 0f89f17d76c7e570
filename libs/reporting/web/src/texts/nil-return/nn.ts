import { formatMoney, plural } from '@tallgrunn/values';
import { count, day } from '../terms/nn.ts';
import type { Booked, NothingTexts } from './nb.ts';

const invoices = (n: number) =>
  n === 0 ? '' : ` på ${plural('nn', n, { one: 'éin faktura', other: `${count(n)} fakturaer` })}`;
const booked = ({ amount, currency, invoices: n }: Booked) =>
  `${formatMoney(amount, currency, 'nn')} utan meirverdiavgift${invoices(n)}`;

export const nothingNn = {
  act: 'Ingen leveransar i perioden',
  title: 'Meld at det ikkje er levert noko',
  sure: (p: { period: string; agreement: string; supplier: string }) =>
    `${p.supplier} har ikkje levert noko på «${p.agreement}» i ${p.period}. Dette er ein rapport på linje med andre: han får nummer og kvittering, og kan erstattast seinare.`,
  replaces:
    'Det er allereie levert ein rapport for perioden. Meldinga erstattar han når avtaleforvaltaren har godkjent.',
  confirm: 'Meld ingen leveransar',
  confirmAll: 'Meld ingen leveransar med forklaringa',
  booked: 'Dette har kundane bokført',
  why: 'Kvifor er det ikkje levert noko?',
  whyHelp:
    'Til dømes at fakturaene gjeld ein annan avtale eller ein annan periode. Avtaleforvaltaren vurderer forklaringa.',
  whyMissing: 'Skriv kvifor, eller avbryt og last opp linjene.',
  cancel: 'Avbryt',
  later: {
    title: 'Bokført etter meldinga om ingen leveransar',
    toSupplier: (p: Booked) =>
      `Etter at de melde ingen leveransar, har det kome fakturaer frå dykk i perioden. Til saman er det bokført ${booked(p)}.`,
    toManager: (p: Booked & { supplier: string }) =>
      `Etter at ${p.supplier} melde ingen leveransar, har det kome fakturaer i perioden. Til saman er det bokført ${booked(p)}.`,
    maybe: 'Det kan vere at dei gjeld ein annan avtale eller ein annan periode.',
    explained: (p: { date: string }) => `Leverandøren forklarte ${day(p.date)}:`,
    answer: 'Vart noko levert, send inn ein rapport. Han erstattar meldinga. Om ikkje, skriv ei kort forklaring.',
    reason: 'Kvifor er det rett at ingenting vart levert?',
    reasonHelp: 'Avtaleforvaltaren les forklaringa.',
    reasonMissing: 'Skriv ei forklaring, eller send inn ein rapport.',
    send: 'Send forklaringa',
    mark: 'Bokført etter meldinga',
  },
} satisfies NothingTexts;
