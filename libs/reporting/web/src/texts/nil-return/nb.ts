import { formatMoney, plural } from '@tallgrunn/values';
import { count, day } from '../terms/nb.ts';

/** Purchases excluding VAT, and their number of invoices; 0 when the ledger has no invoice numbers. */
export interface Booked {
  readonly amount: string;
  readonly currency: string;
  readonly invoices: number;
}

const invoices = (n: number) =>
  n === 0 ? '' : ` på ${plural('nb', n, { one: 'én faktura', other: `${count(n)} fakturaer` })}`;
const booked = ({ amount, currency, invoices: n }: Booked) =>
  `${formatMoney(amount, currency, 'nb')} uten merverdiavgift${invoices(n)}`;

/** Texts of a nil return. */
export const nothingNb = {
  act: 'Ingen leveranser i perioden',
  title: 'Meld at det ikke er levert noe',
  sure: (p: { period: string; agreement: string; supplier: string }) =>
    `${p.supplier} har ikke levert noe på «${p.agreement}» i ${p.period}. Dette er en rapport på linje med andre: den får nummer og kvittering, og kan erstattes senere.`,
  replaces:
    'Det er allerede levert en rapport for perioden. Meldingen erstatter den når avtaleforvalteren har godkjent.',
  confirm: 'Meld ingen leveranser',
  confirmAll: 'Meld ingen leveranser med forklaringen',
  booked: 'Dette har kundene bokført',
  why: 'Hvorfor er det ikke levert noe?',
  whyHelp:
    'For eksempel at fakturaene gjelder en annen avtale eller en annen periode. Avtaleforvalteren vurderer forklaringen.',
  whyMissing: 'Skriv hvorfor, eller avbryt og last opp linjene.',
  cancel: 'Avbryt',
  later: {
    title: 'Bokført etter meldingen om ingen leveranser',
    toSupplier: (p: Booked) =>
      `Etter at dere meldte ingen leveranser, er det kommet fakturaer fra dere i perioden. Til sammen er det bokført ${booked(p)}.`,
    toManager: (p: Booked & { supplier: string }) =>
      `Etter at ${p.supplier} meldte ingen leveranser, er det kommet fakturaer i perioden. Til sammen er det bokført ${booked(p)}.`,
    maybe: 'Det kan være at de gjelder en annen avtale eller en annen periode.',
    explained: (p: { date: string }) => `Leverandøren forklarte ${day(p.date)}:`,
    answer: 'Ble noe levert, send inn en rapport. Den erstatter meldingen. Hvis ikke, skriv en kort forklaring.',
    reason: 'Hvorfor er det riktig at ingenting ble levert?',
    reasonHelp: 'Avtaleforvalteren leser forklaringen.',
    reasonMissing: 'Skriv en forklaring, eller send inn en rapport.',
    send: 'Send forklaringen',
    mark: 'Bokført etter meldingen',
  },
};

export type NothingTexts = typeof nothingNb;
