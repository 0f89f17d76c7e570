import { formatCount, formatDate, formatPeriod, Period, plural } from '@tallgrunn/values';
import type { CompletenessTexts } from './completeness-nb.ts';

const count = (n: number) => formatCount(n, 'nn');

export const completenessNn: CompletenessTexts = {
  title: 'Kva som er på plass',
  lead: 'Rekneskap, e-fakturaer og rapportar, månad for månad. Tal blir berre samanlikna for månader som er komplette.',
  municipality: 'Kommune',
  caption: (p: { year: string }) => `Kva som er på plass i ${p.year}`,
  scroll: 'Tabellen kan rullast sidelengs.',
  month: (p: { month: string }) => formatPeriod(Period.parse(p.month), 'nn'),
  ledger: 'Rekneskap',
  invoices: 'E-fakturaer',
  reports: 'Rapportar',
  ledgerStates: {
    complete: 'komplett',
    open: 'importert, meir kan kome',
    partial: 'berre nokre få bilag',
    missing: 'manglar',
    'not-expected': 'ikkje venta',
  },
  reportsStates: {
    complete: 'alle inne',
    waiting: 'til godkjenning',
    partial: 'ufullstendige',
    late: 'over fristen',
    open: 'ikkje forfalle',
    'not-expected': 'ingen venta',
  },
  postings: (p: { count: number; on: string | null }) =>
    plural('nn', p.count, { one: 'Eitt bilag', other: `${count(p.count)} bilag` }) +
    (p.on ? `, sist ${formatDate(p.on, 'nn')}` : ''),
  invoiceCount: (p: { count: number }) => plural('nn', p.count, { one: 'éin', other: count(p.count) }),
  noInvoices: 'ingen',
  reportCount: (p: { complete: number; expected: number; late: number }) =>
    `${count(p.complete)} av ${count(p.expected)} inne${p.late > 0 ? `, ${count(p.late)} over fristen` : ''}`,
  statement: (p: { reason: string }) => `Oppgitt: «${p.reason}»`,
  legend: 'Teiknforklaring',
  isCut: 'Det er fleire rapportar enn vi tel her. Rapportane er ikkje fullstendige.',
  noneTitle: 'Ingen data enno',
  noneReason: 'Importer rekneskap eller e-fakturaer, så ser du her kva månader som er på plass.',
  chosen: (p: { name: string; month: string }) => `${p.name}, ${formatPeriod(Period.parse(p.month), 'nn')}`,
  stateTitle: 'Er månaden komplett?',
  stateLead:
    'Ein månad blir rekna som komplett når rekneskapen for ein seinare månad er importert. Er det ikkje rett, oppgir du det her.',
  reason: 'Grunngiving',
  reasonMissing: 'Skriv ei grunngiving',
  stateComplete: 'Månaden er komplett',
  stateIncomplete: 'Det manglar noko',
  stated: 'Lagra.',
  close: 'Lukk',
};
