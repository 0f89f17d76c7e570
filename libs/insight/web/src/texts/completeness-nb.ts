import { formatCount, formatDate, formatPeriod, Period, plural } from '@tallgrunn/values';

const count = (n: number) => formatCount(n, 'nb');

export const completenessNb = {
  title: 'Hva som er på plass',
  lead: 'Regnskap, e-fakturaer og rapporter, måned for måned. Tall sammenlignes bare for måneder som er komplette.',
  municipality: 'Kommune',
  caption: (p: { year: string }) => `Hva som er på plass i ${p.year}`,
  scroll: 'Tabellen kan rulles sidelengs.',
  month: (p: { month: string }) => formatPeriod(Period.parse(p.month), 'nb'),
  ledger: 'Regnskap',
  invoices: 'E-fakturaer',
  reports: 'Rapporter',
  ledgerStates: {
    complete: 'komplett',
    open: 'importert, mer kan komme',
    partial: 'bare noen få bilag',
    missing: 'mangler',
    'not-expected': 'ventes ikke',
  },
  reportsStates: {
    complete: 'alle inne',
    waiting: 'til godkjenning',
    partial: 'ufullstendige',
    late: 'over fristen',
    open: 'ikke forfalt',
    'not-expected': 'ingen ventes',
  },
  postings: (p: { count: number; on: string | null }) =>
    plural('nb', p.count, { one: 'Ett bilag', other: `${count(p.count)} bilag` }) +
    (p.on ? `, sist ${formatDate(p.on, 'nb')}` : ''),
  invoiceCount: (p: { count: number }) => plural('nb', p.count, { one: 'én', other: count(p.count) }),
  noInvoices: 'ingen',
  reportCount: (p: { complete: number; expected: number; late: number }) =>
    `${count(p.complete)} av ${count(p.expected)} inne${p.late > 0 ? `, ${count(p.late)} over fristen` : ''}`,
  statement: (p: { reason: string }) => `Oppgitt: «${p.reason}»`,
  legend: 'Tegnforklaring',
  isCut: 'Det er flere rapporter enn vi teller her. Rapportene er ikke fullstendige.',
  noneTitle: 'Ingen data ennå',
  noneReason: 'Importer regnskap eller e-fakturaer, så ser du her hvilke måneder som er på plass.',
  chosen: (p: { name: string; month: string }) => `${p.name}, ${formatPeriod(Period.parse(p.month), 'nb')}`,
  stateTitle: 'Er måneden komplett?',
  stateLead:
    'En måned regnes som komplett når regnskapet for en senere måned er importert. Er det ikke riktig, oppgir du det her.',
  reason: 'Begrunnelse',
  reasonMissing: 'Skriv en begrunnelse',
  stateComplete: 'Måneden er komplett',
  stateIncomplete: 'Det mangler noe',
  stated: 'Lagret.',
  close: 'Lukk',
};
export type CompletenessTexts = typeof completenessNb;
